/// The files that a shell and its commands see; paths are absolute.
package protocol FileSystem: Sendable {
    func status(of path: String) -> FileStatus?
    func read(_ path: String) throws(FileError) -> [UInt8]
    /// The names in a folder, sorted by their bytes.
    func list(_ path: String) throws(FileError) -> [String]
    mutating func write(_ bytes: [UInt8], to path: String, append: Bool) throws(FileError)
    mutating func makeDirectory(_ path: String) throws(FileError)
    /// Removes a file or an empty folder.
    mutating func remove(_ path: String) throws(FileError)
    mutating func move(_ path: String, to destination: String) throws(FileError)
    mutating func setMode(_ mode: Int, of path: String) throws(FileError)
}

package struct FileStatus: Hashable, Sendable {
    package var isDirectory: Bool
    package var size: Int
    /// Permission bits, such as `0o644`.
    package var mode: Int
    /// Seconds since 1970.
    package var modified: Int64

    package init(isDirectory: Bool, size: Int, mode: Int, modified: Int64) {
        self.isDirectory = isDirectory
        self.size = size
        self.mode = mode
        self.modified = modified
    }
}

package enum FileError: Error, Hashable, Sendable {
    case notFound(String)
    case isDirectory(String)
    case notDirectory(String)
    case exists(String)
    case permissionDenied(String)
    case readOnly(String)
    case directoryNotEmpty(String)
    case noSpace(String)
    /// Anything else that the system says.
    case system(String, message: String)
}
