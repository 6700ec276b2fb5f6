/// What is wrong with a name, in the words of the server; an empty list for a good one.
///
/// Source: k8s.io/apimachinery/pkg/util/validation and k8s.io/apimachinery/pkg/api/validate/content.
package enum Names {
    /// `web-1`: lower case, digits and inner hyphens, up to 63.
    package static func labelProblems(_ name: String) -> [String] {
        if isDNSLabel(name.utf8) { return tooLong(name, max: 63) }
        return tooLong(name, max: 63) + (isSubdomain(name) ? ["must not contain dots"] : [dnsLabelRule])
    }

    /// `shop.example.com`: labels joined by dots, up to 253.
    package static func subdomainProblems(_ name: String) -> [String] {
        tooLong(name, max: 253) + (isSubdomain(name) ? [] : [subdomainRule])
    }

    /// As a subdomain; its labels may hold underscores, even as their first byte.
    package static func underscoredSubdomainProblems(_ name: String) -> [String] {
        let labels = Array(name.utf8).split(separator: dot, omittingEmptySubsequences: false)
        let isGood = labels.allSatisfy { label in
            let label = label.first == underscore ? label.dropFirst() : label
            guard let first = label.first, let last = label.last else { return false }
            return isLowerOrDigit(first) && isLowerOrDigit(last)
                && label.allSatisfy { isLowerOrDigit($0) || $0 == hyphen || $0 == underscore }
        }
        return tooLong(name, max: 253) + (isGood ? [] : [underscoredSubdomainRule])
    }

    /// `*.example.com`
    package static func wildcardSubdomainProblems(_ name: String) -> [String] {
        let isGood = name.utf8.starts(with: "*.".utf8) && isSubdomain(String(name.dropFirst(2)))
        return tooLong(name, max: 253) + (isGood ? [] : [wildcardRule])
    }

    /// `web-1`, beginning with a letter.
    package static func label1035Problems(_ name: String) -> [String] {
        let beginsWithLetter = name.utf8.first.map(isLower) ?? false
        return tooLong(name, max: 63) + (beginsWithLetter && isDNSLabel(name.utf8) ? [] : [label1035Rule])
    }

    /// `app`, `example.com/app`: the key of a label.
    package static func qualifiedNameProblems(_ name: String) -> [String] {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2 else { return [qualifiedNameRule] }
        var problems: [String] = []
        if parts.count == 2 {
            if parts[0].isEmpty {
                problems.append("prefix part must be non-empty")
            } else {
                problems += subdomainProblems(String(parts[0])).map { "prefix part \($0)" }
            }
        }
        let last = parts[parts.count - 1]
        if last.isEmpty {
            problems.append("name part must be non-empty")
        } else if last.utf8.count > 63 {
            problems.append("name part must be no more than 63 bytes")
        }
        if !isLabelWord(last.utf8) { problems.append("name part " + namePartRule) }
        return problems
    }

    package static func labelKeyProblems(_ key: String) -> [String] { qualifiedNameProblems(key) }

    package static func labelValueProblems(_ value: String) -> [String] {
        var problems = value.utf8.count > 63 ? ["must be no more than 63 bytes"] : []
        if !value.isEmpty, !isLabelWord(value.utf8) { problems.append(labelValueRule) }
        return problems
    }

    /// The name of a port: `http`.
    package static func portNameProblems(_ name: String) -> [String] {
        let bytes = Array(name.utf8)
        var problems = tooLong(name, max: 15)
        if bytes.isEmpty || !bytes.allSatisfy({ isLowerOrDigit($0) || $0 == hyphen }) {
            problems.append("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)")
        }
        if !bytes.contains(where: isLower) { problems.append("must contain at least one letter (a-z)") }
        if zip(bytes, bytes.dropFirst()).contains(where: { $0 == hyphen && $1 == hyphen }) {
            problems.append("must not contain consecutive hyphens")
        }
        if bytes.first == hyphen || bytes.last == hyphen { problems.append("must not begin or end with a hyphen") }
        return problems
    }

    /// A key of a ConfigMap or Secret: `app.properties`.
    package static func configKeyProblems(_ key: String) -> [String] {
        var problems = tooLong(key, max: 253)
        let isGood =
            !key.isEmpty && key.utf8.allSatisfy { isAlphanumeric($0) || $0 == hyphen || $0 == dot || $0 == underscore }
        if !isGood { problems.append(configKeyRule) }
        if key == "." {
            problems.append("must not be '.'")
        } else if key == ".." {
            problems.append("must not be '..'")
        } else if key.hasPrefix("..") {
            problems.append("must not start with '..'")
        }
        return problems
    }

    /// Any printable ASCII but `=`.
    package static func environmentNameProblems(_ name: String) -> [String] {
        let isGood = !name.isEmpty && name.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "=") }
        return isGood ? [] : [environmentNameRule]
    }

    package static func headerNameProblems(_ name: String) -> [String] {
        let isGood = !name.isEmpty && name.utf8.allSatisfy { isAlphanumeric($0) || $0 == hyphen }
        return isGood ? [] : [headerNameRule]
    }

    /// A name in the style of C: `my_name`.
    package static func identifierProblems(_ name: String) -> [String] {
        let bytes = name.utf8
        let isGood =
            bytes.first.map { isLetter($0) || $0 == underscore } ?? false
            && bytes.allSatisfy { isAlphanumeric($0) || $0 == underscore }
        return isGood ? [] : [identifierRule]
    }

    /// `50%`
    package static func percentProblems(_ text: String) -> [String] {
        isPercent(text) ? [] : [percentRule]
    }

    package static func isPercent(_ text: String) -> Bool {
        let bytes = text.utf8
        return bytes.count > 1 && bytes.last == UInt8(ascii: "%") && bytes.dropLast().allSatisfy(isDigit)
    }

    static func tooLong(_ text: String, max: Int) -> [String] {
        text.utf8.count > max ? ["must be no more than \(max) characters"] : []
    }
}

/// The shapes of the bytes of names.
extension Names {
    static let hyphen = UInt8(ascii: "-")
    static let dot = UInt8(ascii: ".")
    static let underscore = UInt8(ascii: "_")

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
    static func isLower(_ byte: UInt8) -> Bool { byte >= 97 && byte <= 122 }
    static func isLetter(_ byte: UInt8) -> Bool { isLower(byte | 0x20) }
    static func isLowerOrDigit(_ byte: UInt8) -> Bool { isLower(byte) || isDigit(byte) }
    static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

    static func isDNSLabel(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
        guard let first = bytes.first, let last = bytes.last, isLowerOrDigit(first), isLowerOrDigit(last) else {
            return false
        }
        return bytes.allSatisfy { isLowerOrDigit($0) || $0 == hyphen }
    }

    static func isSubdomain(_ name: String) -> Bool {
        Array(name.utf8).split(separator: dot, omittingEmptySubsequences: false).allSatisfy { isDNSLabel($0) }
    }

    /// Letters and digits around inner `-`, `_` and `.`.
    static func isLabelWord(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
        guard let first = bytes.first, let last = bytes.last, isAlphanumeric(first), isAlphanumeric(last) else {
            return false
        }
        return bytes.allSatisfy { isAlphanumeric($0) || $0 == hyphen || $0 == dot || $0 == underscore }
    }
}

/// Names in addresses, domains and network addresses.
extension Names {
    /// What can stand between the slashes of an address of the API.
    package static func pathSegmentProblems(_ name: String) -> [String] {
        if name == "." || name == ".." { return ["may not be '\(name)'"] }
        return ["/", "%"].filter { name.contains($0) }.map { "may not contain '\($0)'" }
    }

    /// `acme.io/foo`
    package static func domainPrefixedPathProblems(_ path: String) -> [String] {
        let problem = "must be a domain-prefixed path (such as \"acme.io/foo\")"
        if path.isEmpty { return ["Required value"] }
        guard let slash = path.firstIndex(of: "/") else { return [problem] }
        let domain = String(path[..<slash])
        let rest = path[path.index(after: slash)...]
        guard !domain.isEmpty, !rest.isEmpty else { return [problem] }
        return subdomainProblems(domain).isEmpty && rest.utf8.allSatisfy(isPathByte)
            ? [] : subdomainProblems(domain) + (rest.utf8.allSatisfy(isPathByte) ? [] : [pathCharactersRule])
    }

    private static func isPathByte(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || "/:@-._~!$&'()*+,;=%".utf8.contains(byte)
    }

    /// `example.com`: at least two labels.
    package static func fullyQualifiedDomainProblems(_ name: String) -> [String] {
        let domain = name.hasSuffix(".") ? String(name.dropLast()) : name
        let problems = subdomainProblems(domain)
        if !problems.isEmpty { return problems }
        return domain.contains(".") ? [] : ["should be a domain with at least two segments separated by dots"]
    }
}
