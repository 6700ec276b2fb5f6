import Shell

/// Files by their paths, for tests that read lessons.
struct TextFiles: FileSystem {
    var files: [String: String]

    init(_ files: [String: String]) {
        self.files = files
    }

    func status(of path: String) -> FileStatus? {
        if let text = files[path] {
            return FileStatus(isDirectory: false, size: text.utf8.count, mode: 0o644, modified: 0)
        }
        guard files.keys.contains(where: { $0.hasPrefix(path + "/") }) else { return nil }
        return FileStatus(isDirectory: true, size: 0, mode: 0o755, modified: 0)
    }

    func read(_ path: String) throws(FileError) -> [UInt8] {
        guard let text = files[path] else { throw .notFound(path) }
        return Array(text.utf8)
    }

    func list(_ path: String) throws(FileError) -> [String] {
        let names = files.keys.filter { $0.hasPrefix(path + "/") }
            .map { String($0.dropFirst(path.count + 1).prefix { $0 != "/" }) }
        guard !names.isEmpty else { throw .notFound(path) }
        return Set(names).sorted()
    }

    mutating func write(_ bytes: [UInt8], to path: String, append: Bool) throws(FileError) { throw .readOnly(path) }
    mutating func makeDirectory(_ path: String) throws(FileError) { throw .readOnly(path) }
    mutating func remove(_ path: String) throws(FileError) { throw .readOnly(path) }
    mutating func move(_ path: String, to destination: String) throws(FileError) { throw .readOnly(path) }
    mutating func setMode(_ mode: Int, of path: String) throws(FileError) { throw .readOnly(path) }
}
