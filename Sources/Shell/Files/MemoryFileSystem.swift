/// Files that live in memory only; a copy is a snapshot.
package struct MemoryFileSystem: FileSystem, Hashable {
    private var root: FileTree
    /// The time that changes are stamped with, in seconds since 1970; whoever owns the files moves it.
    package var now: Int64
    /// How many bytes all files together may have.
    package let bytesMax: Int
    private var bytesUsed: Int

    package init(root: FileTree = .folder(), now: Int64 = 0, bytesMax: Int = 64 << 20) {
        self.root = root
        self.now = now
        self.bytesMax = bytesMax
        bytesUsed = root.byteCount
    }
}

// MARK: - Trees and mounts

extension MemoryFileSystem {
    /// The file or folder at the path with everything below it.
    package func tree(at path: String) -> FileTree? {
        root[PathName.parts(of: PathName.absolute(path, from: "/"))[...]]
    }

    /// Puts a tree over whatever is at the path; folders on the way are made.
    package mutating func mount(_ tree: FileTree, at path: String, readOnly: Bool = false) {
        let path = PathName.absolute(path, from: "/")
        let mounted = tree.mounted(readOnly: readOnly)
        bytesUsed += mounted.byteCount - (self.tree(at: path)?.byteCount ?? 0)
        Self.place(mounted, in: &root, parts: PathName.parts(of: path)[...], now: now)
    }

    private static func place(_ tree: FileTree, in node: inout FileTree, parts: ArraySlice<String>, now: Int64) {
        guard let name = parts.first else {
            node = tree
            return
        }
        var children = node.children
        node.content = .folder([:])
        place(tree, in: &children[name, default: .folder(modified: now)], parts: parts.dropFirst(), now: now)
        node.content = .folder(children)
    }
}

// MARK: - FileSystem

extension MemoryFileSystem {
    package func status(of path: String) -> FileStatus? {
        tree(at: path)?.status
    }

    package func read(_ path: String) throws(FileError) -> [UInt8] {
        switch try node(at: path).content {
        case .file(let bytes): return bytes
        case .folder: throw .isDirectory(path)
        }
    }

    package func list(_ path: String) throws(FileError) -> [String] {
        switch try node(at: path).content {
        case .file: throw .notDirectory(path)
        case .folder(let children): return children.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        }
    }

    private func node(at path: String) throws(FileError) -> FileTree {
        if let tree = tree(at: path) { return tree }
        throw isBelowFile(path) ? .notDirectory(path) : .notFound(path)
    }

    private func isBelowFile(_ path: String) -> Bool {
        var folder = PathName.folder(of: path)
        while folder != "/" && folder != "." {
            if let tree = tree(at: folder) { return !tree.isFolder }
            folder = PathName.folder(of: folder)
        }
        return false
    }

    package mutating func write(_ bytes: [UInt8], to path: String, append: Bool) throws(FileError) {
        let old = tree(at: path)
        if old?.isFolder == true { throw .isDirectory(path) }
        let oldCount = old.map(\.byteCount) ?? 0
        let growth = bytes.count - (append ? 0 : oldCount)
        if growth > 0, bytesUsed + growth > bytesMax { throw .noSpace(path) }
        if old == nil {
            try add(.file(bytes, modified: now), at: path)
        } else {
            try rewrite(path, bytes, append: append)
        }
        bytesUsed += growth
    }

    private mutating func rewrite(_ path: String, _ bytes: [UInt8], append: Bool) throws(FileError) {
        let now = now
        try root.change(parts(path), path: path) { (node: inout FileTree) throws(FileError) in
            node.modified = now
            guard append, case .file(var content) = node.content else {
                node.content = .file(bytes)
                return
            }
            node.content = .file([])
            content += bytes
            node.content = .file(content)
        }
    }

    package mutating func makeDirectory(_ path: String) throws(FileError) {
        if tree(at: path) != nil { throw .exists(path) }
        try add(.folder(modified: now), at: path)
    }

    package mutating func remove(_ path: String) throws(FileError) {
        let node = try node(at: path)
        if !node.children.isEmpty { throw .directoryNotEmpty(path) }
        if node.isMountPoint || PathName.absolute(path, from: "/") == "/" {
            throw .system(path, message: "Device or resource busy")
        }
        try take(path)
        bytesUsed -= node.byteCount
    }

    package mutating func move(_ path: String, to destination: String) throws(FileError) {
        let node = try node(at: path)
        let source = PathName.absolute(path, from: "/")
        let target = PathName.absolute(destination, from: "/")
        if source == target { return }
        if target.hasPrefix(source + "/") { throw .system(path, message: "Invalid argument") }
        if node.isMountPoint { throw .system(path, message: "Device or resource busy") }
        if let old = tree(at: target) { try checkReplaceable(old, by: node, at: destination) }
        let before = root
        try take(source)
        do throws(FileError) {
            if let old = tree(at: target) {
                try take(target)
                bytesUsed -= old.byteCount
            }
            try add(node, at: target)
        } catch {
            root = before
            throw error
        }
    }

    private func checkReplaceable(_ old: FileTree, by new: FileTree, at path: String) throws(FileError) {
        if old.isFolder, !new.isFolder { throw .isDirectory(path) }
        if !old.isFolder, new.isFolder { throw .notDirectory(path) }
        if !old.children.isEmpty { throw .directoryNotEmpty(path) }
        if old.isMountPoint { throw .system(path, message: "Device or resource busy") }
    }

    package mutating func setMode(_ mode: Int, of path: String) throws(FileError) {
        _ = try node(at: path)
        try root.change(parts(path), path: path) { (node: inout FileTree) throws(FileError) in
            node.mode = mode
        }
    }
}

// MARK: - Changes of folders

extension MemoryFileSystem {
    private func parts(_ path: String) -> ArraySlice<String> {
        PathName.parts(of: PathName.absolute(path, from: "/"))[...]
    }

    private mutating func add(_ tree: FileTree, at path: String) throws(FileError) {
        let parts = parts(path)
        guard let name = parts.last else { throw .exists(path) }
        if name.utf8.count > 255 { throw .system(path, message: "File name too long") }
        try changeFolder(of: parts, path: path) { $0[name] = tree }
    }

    private mutating func take(_ path: String) throws(FileError) {
        let parts = parts(path)
        guard let name = parts.last else { throw .system(path, message: "Device or resource busy") }
        try changeFolder(of: parts, path: path) { $0[name] = nil }
    }

    private mutating func changeFolder(
        of parts: ArraySlice<String>, path: String, _ body: (inout [String: FileTree]) -> Void
    ) throws(FileError) {
        let now = now
        try root.change(parts.dropLast(), path: path) { (node: inout FileTree) throws(FileError) in
            guard case .folder(var children) = node.content else { throw .notDirectory(path) }
            node.content = .folder([:])
            body(&children)
            node.content = .folder(children)
            node.modified = now
        }
    }
}
