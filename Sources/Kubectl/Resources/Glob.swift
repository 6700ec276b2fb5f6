import Shell

/// File name patterns with `*`, `?` and `[a-z]`.
///
/// Source: Go's `path/filepath` `Match`.
enum Glob {
    static func matches(_ pattern: String, _ name: String) -> Bool {
        matches(Array(pattern.unicodeScalars), Array(name.unicodeScalars))
    }

    static func isPattern(_ text: String) -> Bool { text.contains { "*?[".contains($0) } }

    /// Goes back to the last star only, so that the time stays within pattern times name.
    private static func matches(_ pattern: [Unicode.Scalar], _ name: [Unicode.Scalar]) -> Bool {
        var (p, n) = (0, 0)
        var star: (pattern: Int, name: Int)?
        while n < name.count {
            if p < pattern.count, pattern[p] == "*" {
                star = (p, n)
                p += 1
            } else if p < pattern.count, let next = step(pattern, p, name[n]) {
                (p, n) = (next, n + 1)
            } else if let last = star {
                star = (last.pattern, last.name + 1)
                (p, n) = (last.pattern + 1, last.name + 1)
            } else {
                return false
            }
        }
        return pattern[p...].allSatisfy { $0 == "*" }
    }

    /// The place in the pattern after what matches one character; `nil` when it does not match.
    private static func step(_ pattern: [Unicode.Scalar], _ place: Int, _ scalar: Unicode.Scalar) -> Int? {
        switch pattern[place] {
        case "?": return place + 1
        case "[":
            guard let end = pattern[(place + 1)...].dropFirst().firstIndex(of: "]") else { return nil }
            return contains(scalar, pattern[(place + 1)..<end]) ? end + 1 : nil
        case "\\" where place + 1 < pattern.count: return pattern[place + 1] == scalar ? place + 2 : nil
        case let letter: return letter == scalar ? place + 1 : nil
        }
    }

    private static func contains(_ scalar: Unicode.Scalar, _ set: ArraySlice<Unicode.Scalar>) -> Bool {
        var rest = set
        let isNegated = rest.first == "^"
        if isNegated { rest = rest.dropFirst() }
        var isFound = false
        while let low = rest.popFirst() {
            var high = low
            if rest.first == "-", rest.count > 1 {
                high = rest[rest.startIndex + 1]
                rest = rest.dropFirst(2)
            }
            if (low...max(low, high)).contains(scalar) { isFound = true }
        }
        return isFound != isNegated
    }
}

extension KubectlContext {
    /// The existing paths that a pattern matches, sorted.
    func glob(_ pattern: String) -> [String] {
        guard Glob.isPattern(pattern) else { return [] }
        let parts = pattern.split(separator: "/").map(String.init)
        var found = [pattern.hasPrefix("/") ? "/" : ""]
        for part in parts {
            found = found.flatMap { folder in expand(part, in: folder) }
        }
        return found
    }

    private func expand(_ part: String, in folder: String) -> [String] {
        let prefix = folder.isEmpty || folder == "/" ? folder : folder + "/"
        guard Glob.isPattern(part) else {
            return files.status(of: absolute(prefix + part)) == nil ? [] : [prefix + part]
        }
        do {
            return try files.list(absolute(folder)).filter { Glob.matches(part, $0) }.map { prefix + $0 }
        } catch {
            return []  // a folder that cannot be read has nothing that matches
        }
    }
}
