import Foundation
package import Shell

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
        guard followsLinks || !Self.isLink(path) else { return nil }
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: Self.resolved(path)) else {
            return nil
        }
        let modified = attributes[.modificationDate] as? Date
        return FileStatus(
            isDirectory: attributes[.type] as? FileAttributeType == .typeDirectory,
            size: attributes[.size] as? Int ?? 0, mode: attributes[.posixPermissions] as? Int ?? 0o644,
            modified: Int64(modified?.timeIntervalSince1970 ?? 0))
    }

    package func read(_ path: String) throws(FileError) -> [UInt8] {
        guard let status = status(of: path) else { throw .notFound(path) }
        guard !status.isDirectory else { throw .isDirectory(path) }
        guard status.size <= Self.bytesMax else { throw .system(path, message: "File too large") }
        let kind =
            (try? FileManager.default.attributesOfItem(atPath: Self.resolved(path)))?[.type] as? FileAttributeType
        guard kind == .typeRegular else { throw .system(path, message: "Not a regular file") }
        guard let data = FileManager.default.contents(atPath: Self.resolved(path)) else {
            throw .permissionDenied(path)
        }
        return Array(data)
    }

    package func list(_ path: String) throws(FileError) -> [String] {
        guard let status = status(of: path) else { throw .notFound(path) }
        guard status.isDirectory else { throw .notDirectory(path) }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: Self.resolved(path)).sorted()
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

    private static func isLink(_ path: String) -> Bool {
        // What cannot be looked at is no link either, and is refused where it is opened.
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.type] as? FileAttributeType == .typeSymbolicLink
    }

    /// Links are followed, as `open` does.
    private static func resolved(_ path: String) -> String {
        URL(filePath: path).resolvingSymlinksInPath().path
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
