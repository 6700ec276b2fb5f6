import Foundation
import Shell
import Workbook

/// Keeps the files of a lesson in step with a folder on disk, where the learner's own editor finds them.
///
/// What someone else changed there is taken in before each command, and noted in the journal; what a command changed is
/// written out after it.
struct WorkspaceMirror {
    let folder: URL
    /// Where the files lie for the shell.
    let path: String
    let isReadOnly: Bool
    /// What both sides had when they were last the same.
    private var known: [String: [UInt8]] = [:]

    static let filesMax = 500
    static let bytesMax = 4 << 20

    init(folder: URL, path: String, isReadOnly: Bool) {
        self.folder = folder
        self.path = path
        self.isReadOnly = isReadOnly
    }
}

extension WorkspaceMirror {
    /// Writes everything that the lab has to the disk, and from then on knows both sides as the same.
    mutating func begin(with files: LabFiles) {
        guard !isReadOnly else { return }
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        known = contents(of: files)
        let onDisk = diskContents()
        for (name, bytes) in known.sorted(by: { $0.key < $1.key }) where onDisk[name] == nil { write(bytes, to: name) }
    }

    /// What has changed on the disk since the last look; both sides know it afterwards.
    mutating func takeIn(_ files: inout LabFiles) -> [JournalEntry.FileChange] {
        guard !isReadOnly else { return [] }
        let disk = diskContents()
        var changes: [JournalEntry.FileChange] = []
        for name in Set(disk.keys).union(known.keys).sorted() where disk[name] != known[name] {
            changes.append(JournalEntry.FileChange(path: "\(path)/\(name)", content: disk[name]))
            known[name] = disk[name]
        }
        for change in changes { files.apply(change) }
        return changes
    }

    /// Writes out what the last command changed; what a full disk refuses is tried again after the next command.
    mutating func putOut(_ files: LabFiles) {
        guard !isReadOnly else { return }
        let now = contents(of: files)
        for name in Set(now.keys).union(known.keys).sorted() where now[name] != known[name] {
            if let bytes = now[name] {
                guard write(bytes, to: name) else { continue }
            } else {
                try? FileManager.default.removeItem(at: folder.appending(path: name))
            }
            known[name] = now[name]
        }
    }

    /// Replaces a file as a whole, so that a full disk leaves the old one; false when it could not be written.
    @discardableResult
    private func write(_ bytes: [UInt8], to name: String) -> Bool {
        let file = folder.appending(path: name)
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file, options: .atomic)
            return true
        } catch {
            return false
        }
    }

    private func diskContents() -> [String: [UInt8]] {
        var found: [String: [UInt8]] = [:]
        guard let names = FileManager.default.enumerator(atPath: folder.path) else { return found }
        for case let name as String in names {
            guard found.count < Self.filesMax else { break }
            let file = folder.appending(path: name).path
            guard let attributes = try? FileManager.default.attributesOfItem(atPath: file),
                attributes[.type] as? FileAttributeType == .typeRegular,
                attributes[.size] as? Int ?? 0 <= Self.bytesMax, !name.hasSuffix("~"), !name.hasSuffix(".swp"),
                let data = FileManager.default.contents(atPath: file)
            else { continue }
            found[name] = Array(data)
        }
        return found
    }

    private func contents(of files: LabFiles) -> [String: [UInt8]] {
        var found: [String: [UInt8]] = [:]
        collect(path, "", files, &found)
        return found
    }

    private func collect(_ folder: String, _ prefix: String, _ files: LabFiles, _ found: inout [String: [UInt8]]) {
        guard let names = try? files.list(folder) else { return }
        for name in names where found.count < Self.filesMax {
            let place = "\(folder)/\(name)"
            if files.status(of: place)?.isDirectory == true {
                collect(place, "\(prefix)\(name)/", files, &found)
            } else if let bytes = try? files.read(place), bytes.count <= Self.bytesMax {
                found[prefix + name] = bytes
            }
        }
    }
}
