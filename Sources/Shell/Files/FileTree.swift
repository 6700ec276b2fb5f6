/// A folder with everything in it, or one file: a value that shares its storage with its copies.
package struct FileTree: Hashable, Sendable {
    package var mode: Int
    /// Seconds since 1970.
    package var modified: Int64
    package var content: Content
    /// Nothing at or below this place can be changed.
    package var isReadOnly = false
    package private(set) var isMountPoint = false

    package enum Content: Hashable, Sendable {
        case file([UInt8])
        case folder([String: FileTree])
    }

    package init(mode: Int, modified: Int64, content: Content) {
        self.mode = mode
        self.modified = modified
        self.content = content
    }

    package static func folder(
        _ children: [String: FileTree] = [:], mode: Int = 0o755, modified: Int64 = 0
    ) -> FileTree {
        FileTree(mode: mode, modified: modified, content: .folder(children))
    }

    package static func file(_ bytes: [UInt8], mode: Int = 0o644, modified: Int64 = 0) -> FileTree {
        FileTree(mode: mode, modified: modified, content: .file(bytes))
    }

    package static func file(_ text: String, mode: Int = 0o644, modified: Int64 = 0) -> FileTree {
        .file(Array(text.utf8), mode: mode, modified: modified)
    }
}

extension FileTree {
    package var isFolder: Bool {
        if case .folder = content { true } else { false }
    }

    package var children: [String: FileTree] {
        if case .folder(let children) = content { children } else { [:] }
    }

    var status: FileStatus {
        switch content {
        case .file(let bytes): FileStatus(isDirectory: false, size: bytes.count, mode: mode, modified: modified)
        case .folder: FileStatus(isDirectory: true, size: 4096, mode: mode, modified: modified)
        }
    }

    /// The bytes of all files below.
    package var byteCount: Int {
        switch content {
        case .file(let bytes): bytes.count
        case .folder(let children): children.values.reduce(0) { $0 + $1.byteCount }
        }
    }

    /// The tree as it stands at a mount point.
    func mounted(readOnly: Bool) -> FileTree {
        var tree = self
        tree.isReadOnly = isReadOnly || readOnly
        tree.isMountPoint = true
        return tree
    }

    subscript(parts: ArraySlice<String>) -> FileTree? {
        guard let name = parts.first else { return self }
        guard case .folder(let children) = content else { return nil }
        return children[name]?[parts.dropFirst()]
    }

    /// Changes the place that the parts lead to, in place.
    mutating func change<Result>(
        _ parts: ArraySlice<String>, path: String, isReadOnly: Bool = false,
        _ body: (inout FileTree) throws(FileError) -> Result
    ) throws(FileError) -> Result {
        let isReadOnly = isReadOnly && !isMountPoint || self.isReadOnly
        guard let name = parts.first else {
            if isReadOnly { throw .readOnly(path) }
            return try body(&self)
        }
        guard case .folder(var children) = content else { throw .notDirectory(path) }
        content = .folder([:])
        defer { content = .folder(children) }
        guard children[name] != nil else { throw .notFound(path) }
        return try children[name, default: .folder()]
            .change(parts.dropFirst(), path: path, isReadOnly: isReadOnly, body)
    }
}
