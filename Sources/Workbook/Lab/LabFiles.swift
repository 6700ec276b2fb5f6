package import Shell

/// The files of a lab: in memory for lessons and grading, a folder of the disk for scripts that are run.
package enum LabFiles: FileSystem {
    case memory(MemoryFileSystem)
    case disk(DiskFileSystem)
}

extension LabFiles {
    private var current: any FileSystem {
        switch self {
        case .memory(let files): files
        case .disk(let files): files
        }
    }

    private mutating func change(_ body: (inout any FileSystem) throws(FileError) -> Void) throws(FileError) {
        switch self {
        case .memory(let files):
            self = .disk(DiskFileSystem())  // gives up our reference, so that the files are changed in place
            var changed: any FileSystem = files
            defer { if let files = changed as? MemoryFileSystem { self = .memory(files) } }
            try body(&changed)
        case .disk(let files):
            var changed: any FileSystem = files
            try body(&changed)
        }
    }

    /// Takes over what someone else did to a file; folders on the way are made.
    package mutating func apply(_ change: JournalEntry.FileChange) {
        guard let content = change.content else {
            try? remove(change.path)
            return
        }
        var folder = ""
        for part in change.path.split(separator: "/").dropLast() {
            folder += "/" + part
            if status(of: folder) == nil { try? makeDirectory(folder) }
        }
        try? write(content, to: change.path, append: false)
    }

    package func status(of path: String) -> FileStatus? { current.status(of: path) }
    package func read(_ path: String) throws(FileError) -> [UInt8] { try current.read(path) }
    package func list(_ path: String) throws(FileError) -> [String] { try current.list(path) }

    package mutating func write(_ bytes: [UInt8], to path: String, append: Bool) throws(FileError) {
        try change { (files) throws(FileError) in try files.write(bytes, to: path, append: append) }
    }

    package mutating func makeDirectory(_ path: String) throws(FileError) {
        try change { (files) throws(FileError) in try files.makeDirectory(path) }
    }

    package mutating func remove(_ path: String) throws(FileError) {
        try change { (files) throws(FileError) in try files.remove(path) }
    }

    package mutating func move(_ path: String, to destination: String) throws(FileError) {
        try change { (files) throws(FileError) in try files.move(path, to: destination) }
    }

    package mutating func setMode(_ mode: Int, of path: String) throws(FileError) {
        try change { (files) throws(FileError) in try files.setMode(mode, of: path) }
    }
}
