import Shell

extension KubectlContext {
    /// The bytes of a file, or of what the shell has open under its name: `/dev/stdin`, `/dev/fd/63`.
    func readFile(_ path: String) throws(FileError) -> [UInt8] {
        if let bytes = openBytes(at: path) { return bytes }
        return try files.read(absolute(path))
    }

    /// `nil` for what is not there.
    func fileStatus(_ path: String) -> FileStatus? {
        if let bytes = openBytes(at: path) {
            return FileStatus(isDirectory: false, size: bytes.count, mode: 0o600, modified: 0)
        }
        return files.status(of: absolute(path))
    }

    private func openBytes(at path: String) -> [UInt8]? {
        if path == "/dev/stdin" || path == "/dev/fd/0" { return standardInput ?? [] }
        guard path.hasPrefix("/dev/fd/"), let number = Int(path.dropFirst("/dev/fd/".count)) else { return nil }
        return descriptorContents[number]
    }
}
