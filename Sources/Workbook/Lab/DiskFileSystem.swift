import Foundation
package import Shell

#if canImport(Glibc)
    import Glibc
#endif

/// The files of the machine, for scripts that a person runs in a folder of their own.
package struct DiskFileSystem: FileSystem, Sendable {
    /// A file larger than this is refused rather than read into memory.
    static let bytesMax = 64 << 20

    /// False hides symbolic links, so that a folder does not reach beyond itself.
    private let followsLinks: Bool

    package init(followsLinks: Bool = true) {
        self.followsLinks = followsLinks
    }
}

extension DiskFileSystem {
    package func status(of path: String) -> FileStatus? {
        guard let entry = entry(path) else { return nil }
        #if canImport(Darwin)
            let modified = entry.st_mtimespec.tv_sec
        #else
            let modified = entry.st_mtim.tv_sec
        #endif
        return FileStatus(
            isDirectory: entry.st_mode & S_IFMT == S_IFDIR, size: Int(entry.st_size), mode: Int(entry.st_mode & 0o7777),
            modified: Int64(modified))
    }

    /// What the system says of a path. Foundation would read the names of all users and groups for every file.
    private func entry(_ path: String) -> stat? {
        var entry = stat()
        guard lstat(path, &entry) == 0 else { return nil }
        guard entry.st_mode & S_IFMT == S_IFLNK else { return entry }
        return followsLinks && stat(path, &entry) == 0 ? entry : nil
    }

    package func read(_ path: String) throws(FileError) -> [UInt8] {
        guard let entry = entry(path) else { throw .notFound(path) }
        guard entry.st_mode & S_IFMT != S_IFDIR else { throw .isDirectory(path) }
        guard entry.st_size <= Self.bytesMax else { throw .system(path, message: "File too large") }
        guard entry.st_mode & S_IFMT == S_IFREG else { throw .system(path, message: "Not a regular file") }
        guard let data = FileManager.default.contents(atPath: path) else { throw .permissionDenied(path) }
        return Array(data)
    }

    package func list(_ path: String) throws(FileError) -> [String] {
        guard let status = status(of: path) else { throw .notFound(path) }
        guard status.isDirectory else { throw .notDirectory(path) }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        } catch {
            throw Self.failure(error, path)
        }
    }

    package mutating func write(_ bytes: [UInt8], to path: String, append: Bool) throws(FileError) {
        if let status = status(of: path), status.isDirectory { throw .isDirectory(path) }
        do {
            guard append, status(of: path) != nil else { return try Data(bytes).write(to: URL(filePath: path)) }
            let file = try FileHandle(forWritingTo: URL(filePath: path))
            try file.seekToEnd()
            try file.write(contentsOf: Data(bytes))
            try file.close()
        } catch {
            throw Self.failure(error, path)
        }
    }

    package mutating func makeDirectory(_ path: String) throws(FileError) {
        guard status(of: path) == nil else { throw .exists(path) }
        try Self.run(path) { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false) }
    }

    package mutating func remove(_ path: String) throws(FileError) {
        guard let status = status(of: path) else { throw .notFound(path) }
        if status.isDirectory, try !list(path).isEmpty { throw .directoryNotEmpty(path) }
        try Self.run(path) { try FileManager.default.removeItem(atPath: path) }
    }

    package mutating func move(_ path: String, to destination: String) throws(FileError) {
        guard status(of: path) != nil else { throw .notFound(path) }
        if let target = status(of: destination), !target.isDirectory { try remove(destination) }
        try Self.run(path) { try FileManager.default.moveItem(atPath: path, toPath: destination) }
    }

    package mutating func setMode(_ mode: Int, of path: String) throws(FileError) {
        guard status(of: path) != nil else { throw .notFound(path) }
        try Self.run(path) { try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path) }
    }

    private static func run(_ path: String, _ body: () throws -> Void) throws(FileError) {
        do { try body() } catch { throw failure(error, path) }
    }

    private static func failure(_ error: any Error, _ path: String) -> FileError {
        switch (error as? CocoaError)?.code {
        case .fileReadNoSuchFile?, .fileNoSuchFile?: .notFound(path)
        case .fileReadNoPermission?, .fileWriteNoPermission?: .permissionDenied(path)
        case .fileWriteVolumeReadOnly?: .readOnly(path)
        case .fileWriteOutOfSpace?: .noSpace(path)
        default: .system(path, message: (error as NSError).localizedDescription)
        }
    }
}
