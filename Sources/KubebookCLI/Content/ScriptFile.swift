import Foundation
import Shell
import Workbook

/// Reads a script or a manifest that the command line names, bounded; `-` is standard input.
enum ScriptFile {
    static let bytesMax = 64 << 20

    /// The text of a script, with the line ends that the shell knows.
    static func read(_ name: String, _ language: Language = .english) throws -> String {
        let bytes = try bytes(name, language: language)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFailure(
                code: .unreadableSubmission,
                message: language.choose("\(shown(name)) is not UTF-8 text", "\(shown(name)) は UTF-8 のテキストではありません"))
        }
        return text.withUnixLineEnds
    }

    /// - Parameter code: The exit code where it cannot be read.
    static func bytes(
        _ name: String, code: ExitStatus = .unreadableSubmission, language: Language = .english
    ) throws -> [UInt8] {
        try name == "-" ? standardInput(code, language) : file(name, code, language)
    }

    private static func shown(_ name: String) -> String { name == "-" ? "standard input" : name }

    private static func standardInput(_ code: ExitStatus, _ language: Language) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while let piece = try FileHandle.standardInput.read(upToCount: 1 << 16), !piece.isEmpty {
            bytes += piece
            guard bytes.count <= bytesMax else { throw CommandFailure.tooLarge(shown("-"), code, language) }
        }
        return bytes
    }

    private static func file(_ name: String, _ code: ExitStatus, _ language: Language) throws -> [UInt8] {
        let files = DiskFileSystem()
        guard let status = files.status(of: name) else { throw CommandFailure.noFile(name, code, language) }
        guard !status.isDirectory else { throw CommandFailure.isFolder(name, code, language) }
        guard status.size <= bytesMax else { throw CommandFailure.tooLarge(name, code, language) }
        do throws(FileError) {
            return try files.read(name)
        } catch {
            throw CommandFailure.unreadable(name, error, code, language)
        }
    }
}
