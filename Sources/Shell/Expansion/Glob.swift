/// Path names that match a pattern.
struct Glob {
    let files: any FileSystem
    let workingDirectory: String
    /// How many files may be looked at.
    var budget = 200_000

    /// The matches in the order of their bytes; none when nothing matches.
    mutating func paths(matching pattern: String) -> [String] {
        let isAbsolute = pattern.hasPrefix("/")
        let parts = pattern.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        var found: [String] = [isAbsolute ? "/" : ""]
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            found = found.flatMap { step(from: $0, part: part, needsFolder: !isLast) }
        }
        if pattern.hasSuffix("/") { found = found.filter { isFolder($0) }.map { $0 + "/" } }
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private mutating func step(from folder: String, part: String, needsFolder: Bool) -> [String] {
        let place = folder.isEmpty ? "" : PathName.join(folder, "")
        guard let names = names(matching: part, in: folder) else { return [] }
        return names.map { place + $0 }.filter { path in
            budget -= 1
            return budget > 0 && exists(path) && (!needsFolder || isFolder(path))
        }
    }

    private func names(matching part: String, in folder: String) -> [String]? {
        guard Self.isPattern(part) else { return [Self.unescaped(part)] }
        let absolute = PathName.absolute(folder, from: workingDirectory)
        guard files.status(of: absolute)?.isDirectory == true, let all = try? files.list(absolute) else { return nil }
        let pattern = Pattern(part)
        let showsHidden = part.hasPrefix(".")
        return all.filter { (showsHidden || !$0.hasPrefix(".")) && pattern.matches($0) }
    }

    private func exists(_ path: String) -> Bool {
        files.status(of: PathName.absolute(path, from: workingDirectory)) != nil
    }

    private func isFolder(_ path: String) -> Bool {
        files.status(of: PathName.absolute(path, from: workingDirectory))?.isDirectory == true
    }

    private static func isPattern(_ part: String) -> Bool {
        var isEscaped = false
        for byte in part.utf8 {
            if isEscaped {
                isEscaped = false
            } else if byte == .backslash {
                isEscaped = true
            } else if byte == .star
                || byte == .question || byte == .openBracket
            {
                return true
            }
        }
        return false
    }

    private static func unescaped(_ part: String) -> String {
        var bytes: [UInt8] = []
        var isEscaped = false
        for byte in part.utf8 {
            if byte == .backslash, !isEscaped {
                isEscaped = true
            } else {
                bytes.append(byte)
                isEscaped = false
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
