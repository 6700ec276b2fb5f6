/// The parts of `http://web.default:8080/health?full=1`; the scheme may be missing.
struct WebAddress: Hashable, Sendable {
    var scheme: String
    var host: String
    var port: Int
    /// The path with the query, at least `/`.
    var path: String

    init?(_ text: String) {
        var rest = Substring(text)
        scheme = "http"
        if let range = text.firstRange(ofText: "://") {
            scheme = text[..<range.lowerBound].lowercased()
            rest = text[range.upperBound...]
        }
        guard scheme == "http" || scheme == "https" else { return nil }
        let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
        var authority = rest[..<end]
        if let at = authority.lastIndex(of: "@") { authority = authority[authority.index(after: at)...] }
        path = String(rest[end...].prefix { $0 != "#" })
        if !path.hasPrefix("/") { path = "/" + path }
        var number = scheme == "https" ? 443 : 80
        if let colon = authority.lastIndex(of: ":") {
            guard let given = Int(authority[authority.index(after: colon)...]), (1...65_535).contains(given) else {
                return nil
            }
            number = given
            authority = authority[..<colon]
        }
        guard !authority.isEmpty else { return nil }
        host = String(authority)
        port = number
    }
}

extension String {
    /// The place of the first occurrence of a short text.
    func firstRange(ofText text: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}

/// Four numbers joined by dots.
enum IPAddress {
    static func number(_ text: String) -> UInt32? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var number: UInt32 = 0
        for part in parts {
            guard let byte = UInt8(part) else { return nil }
            number = number << 8 | UInt32(byte)
        }
        return number
    }

    static func isAddress(_ text: String) -> Bool { number(text) != nil }

    /// Whether `10.1.2.3` is within `10.0.0.0/8`.
    static func contains(_ block: String, _ address: String) -> Bool {
        let parts = block.split(separator: "/")
        guard let base = parts.first.flatMap({ number(String($0)) }), let bits = parts.last.flatMap({ Int($0) }),
            parts.count == 2, (0...32).contains(bits), let address = number(address)
        else { return false }
        let mask: UInt32 = bits == 0 ? 0 : ~UInt32(0) << UInt32(32 - bits)
        return base & mask == address & mask
    }
}
