/// Paths as text: no file is looked at.
package enum PathName {
    /// The absolute path without `.`, `..` and doubled slashes: `("../a//b", "/x/y")` is `/x/a/b`.
    package static func absolute(_ path: String, from folder: String) -> String {
        let whole = path.utf8.first == .slash ? path : folder + "/" + path
        var parts: [Substring] = []
        for part in whole.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    /// The last part, as `basename` says it: `/a/b/` is `b`, `/` is `/`.
    package static func lastPart(of path: String) -> String {
        guard let last = path.split(separator: "/").last else { return path.isEmpty ? "" : "/" }
        return String(last)
    }

    /// What `dirname` says: `a/b` is `a`, `a` is `.`, `/a` is `/`.
    package static func folder(of path: String) -> String {
        let bytes = Array(path.utf8)
        var end = bytes.count
        while end > 1, bytes[end - 1] == .slash { end -= 1 }
        while end > 0, bytes[end - 1] != .slash { end -= 1 }
        guard end > 0 else { return "." }
        while end > 1, bytes[end - 1] == .slash { end -= 1 }
        return String(decoding: bytes[..<end], as: UTF8.self)
    }

    package static func join(_ folder: String, _ name: String) -> String {
        folder.utf8.last == .slash ? folder + name : folder + "/" + name
    }

    static func parts(of path: String) -> [String] {
        path.split(separator: "/").map(String.init)
    }
}
