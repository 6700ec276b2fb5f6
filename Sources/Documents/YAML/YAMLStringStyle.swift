/// The four ways in which a string is written in block style.
///
/// Source: go.yaml.in/yaml/v2 (`stringv` in encode.go; `yaml_emitter_analyze_scalar`,
/// `yaml_emitter_select_scalar_style` in emitterc.go).
enum YAMLStringStyle: Hashable, Sendable {
    case plain
    case singleQuoted
    case doubleQuoted
    /// `|` and the lines below.
    case literal

    /// Plain if it would be read back as the same string, literal if it has several lines, else quoted; where the
    /// characters forbid a style, the next stricter one.
    init(_ text: String, isKey: Bool) {
        let traits = Traits(text)
        var style: YAMLStringStyle
        if traits.hasNewline {
            style = isKey || !traits.allowsLiteral ? .doubleQuoted : .literal
        } else {
            style = YAMLResolution(text) == .string && !Self.isBase60(text) ? .plain : .doubleQuoted
        }
        if style == .plain, !traits.allowsPlain { style = .singleQuoted }
        if style == .singleQuoted, !traits.allowsSingleQuotes { style = .doubleQuoted }
        self = style
    }

    /// Whether a key stands before its colon on one line; long ones and those with line breaks follow a `?`.
    static func isSimpleKey(_ key: String) -> Bool {
        key.utf8.count <= 128 && !key.unicodeScalars.contains(where: isBreak)
    }

    /// The characters that libyaml leaves as they are, which those beyond the first plane are not.
    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A, 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD: true
        default: false
        }
    }

    static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// `190:20:30`, which YAML 1.1 takes for a number in base 60.
    private static func isBase60(_ text: String) -> Bool {
        var digits = Array(text.utf8)[...]
        if digits.first == UInt8(ascii: "+") || digits.first == UInt8(ascii: "-") { digits.removeFirst() }
        if let point = digits.firstIndex(of: UInt8(ascii: ".")) {
            guard digits[(point + 1)...].allSatisfy({ isDigit($0) || $0 == UInt8(ascii: "_") }) else { return false }
            digits = digits[..<point]
        }
        let groups = digits.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard groups.count > 1, let first = groups[0].first, isDigit(first) else { return false }
        return groups[0].allSatisfy { isDigit($0) || $0 == UInt8(ascii: "_") }
            && groups.dropFirst().allSatisfy { group in
                (1...2).contains(group.count) && group.allSatisfy(isDigit)
                    && (group.count == 1 || group.first! < UInt8(ascii: "6"))
            }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }
}

extension YAMLStringStyle {
    /// What the characters of a string allow.
    private struct Traits {
        var hasNewline = false
        var allowsPlain = true
        var allowsSingleQuotes = true
        var allowsLiteral = true

        init(_ text: String) {
            let scalars = Array(text.unicodeScalars)
            allowsPlain = !Self.hasIndicators(scalars)
            var previous: Unicode.Scalar?
            for scalar in scalars {
                note(scalar, after: previous)
                previous = scalar
            }
            if let first = scalars.first, let last = scalars.last {
                if first == " " || last == " " { allowsPlain = false }
                if last == " " { allowsLiteral = false }
            }
        }

        private mutating func note(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) {
            if scalar == "\n" { hasNewline = true }
            if isBreak(scalar) { allowsPlain = false }
            if !isPrintable(scalar) || isBreak(scalar) && previous == " " {
                (allowsPlain, allowsSingleQuotes, allowsLiteral) = (false, false, false)
            }
            if scalar == " ", let previous, isBreak(previous) { (allowsPlain, allowsSingleQuotes) = (false, false) }
            if scalar.value == 0x2028 || scalar.value == 0x2029 { allowsSingleQuotes = false }
        }

        /// Whether characters that mean something to YAML stand where they do: `# a`, `- a`, `a: b`, `a #b`, `---`.
        private static func hasIndicators(_ scalars: [Unicode.Scalar]) -> Bool {
            guard let first = scalars.first else { return false }
            if scalars.starts(with: ["-", "-", "-"]) || scalars.starts(with: [".", ".", "."]) { return true }
            switch first {
            case "#", ",", "[", "]", "{", "}", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`": return true
            case "?", ":", "-":
                if isBlankOrEnd(scalars, at: 1) { return true }
            default: break
            }
            return scalars.indices.dropFirst().contains { index in
                switch scalars[index] {
                case ":": isBlankOrEnd(scalars, at: index + 1)
                case "#": isBlankOrEnd(scalars, at: index - 1) || isBreak(scalars[index - 1])
                default: false
                }
            }
        }

        private static func isBlankOrEnd(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
            index >= scalars.count || scalars[index] == " " || scalars[index] == "\t"
        }
    }
}
