/// The name of an image, taken apart as registries and the kubelet do.
///
///     nginx               docker.io/library/nginx:latest
///     quay.io/team/a:1    quay.io/team/a:1
///
/// Source: `github.com/distribution/reference`.
struct ImageReference: Hashable, Sendable {
    /// `docker.io`
    var registry: String
    /// `library/nginx`
    var repository: String
    var tag: String
    var digest: String?

    /// `docker.io/library/nginx`
    var name: String { "\(registry)/\(repository)" }
    /// `docker.io/library/nginx:latest`
    var whole: String { digest.map { "\(name)@\($0)" } ?? "\(name):\(tag)" }
}

enum ImageReferenceError: Error, Hashable {
    case invalidFormat
    case upperCase(repository: String)
    case tooLong
    case hexadecimalName(String)
}

extension ImageReference {
    init(parsing text: String) throws(ImageReferenceError) {
        let bytes = Array(text.utf8)
        if bytes.count == 64, bytes.allSatisfy(Self.isLowerHexadecimal) { throw .hexadecimalName(text) }
        let (domain, rest) = Self.splitDomain(text)
        var remainder = rest
        var foundDigest: String?
        if let at = remainder.utf8.firstIndex(of: UInt8(ascii: "@")) {
            foundDigest = String(remainder[remainder.index(after: at)...])
            remainder = String(remainder[..<at])
        }
        var foundTag: String?
        if let colon = remainder.utf8.lastIndex(of: UInt8(ascii: ":")),
            !remainder.utf8[colon...].contains(UInt8(ascii: "/"))
        {
            foundTag = String(remainder[remainder.index(after: colon)...])
            remainder = String(remainder[..<colon])
        }
        let lowered = remainder.lowercased()
        if lowered != remainder, Self.isPath(lowered) { throw .upperCase(repository: remainder) }
        guard Self.isPath(remainder), Self.isDomain(domain), foundTag.map(Self.isTag) ?? true,
            foundDigest.map(Self.isDigest) ?? true
        else { throw .invalidFormat }
        guard remainder.utf8.count <= 255 else { throw .tooLong }
        registry = domain
        repository = remainder
        tag = foundTag ?? "latest"
        digest = foundDigest
    }

    /// The first part is a registry when it looks like a host: with a dot or a colon, or `localhost`.
    private static func splitDomain(_ text: String) -> (domain: String, rest: String) {
        guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else { return ("docker.io", "library/" + text) }
        let first = String(text[..<slash])
        let rest = String(text[text.index(after: slash)...])
        let looksLikeHost = first.utf8.contains { $0 == 46 || $0 == 58 } || first == "localhost"
        if !looksLikeHost && first.lowercased() == first { return ("docker.io", text) }
        let domain = first == "index.docker.io" ? "docker.io" : first
        return (domain, domain == "docker.io" && !rest.utf8.contains(UInt8(ascii: "/")) ? "library/" + rest : rest)
    }

    private static func isLowerHexadecimal(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (97...102).contains(byte)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (97...122).contains(byte)
    }

    private static func isAlphanumericOfAnyCase(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || (65...90).contains(byte)
    }

    /// `library/nginx`: lower-case words joined by `.`, `_`, `__` or dashes.
    private static func isPath(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return !parts.isEmpty
            && parts.allSatisfy { part in
                guard let first = part.first, let last = part.last, isAlphanumeric(first), isAlphanumeric(last)
                else { return false }
                var separators = 0
                var previous: UInt8 = 0
                for byte in part {
                    if isAlphanumeric(byte) {
                        separators = 0
                    } else {
                        let isAllowed = byte == 46 || byte == 95 || byte == 45
                        separators += 1
                        let continues =
                            separators == 1 || (byte == 45 && previous == 45)
                            || (byte == 95 && previous == 95 && separators == 2)
                        guard isAllowed, continues else { return false }
                    }
                    previous = byte
                }
                return true
            }
    }

    private static func isDomain(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, first != 45, first != 46 else { return false }
        return bytes.allSatisfy { isAlphanumericOfAnyCase($0) || $0 == 45 || $0 == 46 || $0 == 58 }
    }

    private static func isTag(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, bytes.count <= 128, isAlphanumericOfAnyCase(first) || first == 95 else {
            return false
        }
        return bytes.allSatisfy { isAlphanumericOfAnyCase($0) || $0 == 45 || $0 == 46 || $0 == 95 }
    }

    private static func isDigest(_ text: String) -> Bool {
        guard let colon = text.firstIndex(of: ":") else { return false }
        let digits = text[text.index(after: colon)...].utf8
        return digits.count >= 32 && digits.allSatisfy(isLowerHexadecimal)
    }
}
