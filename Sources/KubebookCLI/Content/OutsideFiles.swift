import Foundation
import Shell
import Workbook

/// The files of the machine that a single kubectl command names, so that the journal has them.
struct OutsideFiles {
    var files: [JournalEntry.FileChange] = []
    /// Gives standard input to the command, when a `-` asks for it.
    var redirection = ""

    private static let filesMax = 200

    static func gather(_ arguments: [String], folder: String) throws -> OutsideFiles {
        var result = OutsideFiles()
        for argument in arguments {
            if argument == "-" {
                let path = "/tmp/standard-input"
                result.files.append(JournalEntry.FileChange(path: path, content: try ScriptFile.bytes("-")))
                result.redirection = " < \(path)"
                continue
            }
            let value =
                argument.hasPrefix("-")
                ? argument.split(separator: "=", maxSplits: 1).last.map(String.init) ?? "" : argument
            for part in value.split(separator: ",") {
                result.add(String(part.split(separator: "=").last ?? ""), folder)
            }
        }
        return result
    }

    private mutating func add(_ name: String, _ folder: String) {
        guard !name.isEmpty, files.count < Self.filesMax else { return }
        let path = PathName.absolute(name, from: folder)
        let disk = DiskFileSystem()
        guard let status = disk.status(of: path) else { return }
        if status.isDirectory {
            for entry in (try? disk.list(path)) ?? [] where !entry.hasPrefix(".") { add("\(path)/\(entry)", folder) }
        } else if status.size <= WorkspaceMirror.bytesMax, let bytes = try? disk.read(path) {
            files.append(JournalEntry.FileChange(path: path, content: bytes))
        }
    }
}

/// Words for a line of shell.
enum ShellWord {
    private static let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=:,@%+")

    static func quoted(_ word: String) -> String {
        if !word.isEmpty, word.allSatisfy(plain.contains) { return word }
        return "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'"
    }
}
