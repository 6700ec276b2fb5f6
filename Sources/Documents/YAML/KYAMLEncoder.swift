extension YAML {
    /// The text of a value as `kubectl -o kyaml` prints it: `---`, then flow style with quoted strings and final commas.
    ///
    /// Source: sigs.k8s.io/yaml/kyaml (kyaml.go).
    package static func encodeKYAML(_ value: Value, order: MemberOrder? = nil) -> String {
        var writer = KYAMLWriter()
        writer.write(value, order, indent: 0)
        return "---\n" + writer.text + "\n"
    }
}

private struct KYAMLWriter {
    private(set) var text = ""

    mutating func write(_ value: Value, _ order: MemberOrder?, indent: Int) {
        switch value {
        case .null, .bool, .integer, .double: text += JSON.encode(value)
        case .string(let string): writeQuoted(string, indent: indent + 1)
        case .array(let elements): writeArray(elements, order, indent: indent)
        case .object(let object): writeObject(object, order, indent: indent)
        }
    }

    /// Lists of objects and lists hug their brackets: `[{`, `}, {`, `}]`.
    private mutating func writeArray(_ elements: [Value], _ order: MemberOrder?, indent: Int) {
        guard !elements.isEmpty else { return text += "[]" }
        let areCollections = elements.allSatisfy { $0.array != nil || $0.object != nil }
        text += "["
        for (index, element) in elements.enumerated() {
            if areCollections {
                if index > 0 { text += ", " }
                write(element, order, indent: indent)
            } else {
                startLine(indent: indent + 1)
                write(element, order, indent: indent + 1)
                text += ","
            }
        }
        if !areCollections { startLine(indent: indent) }
        text += "]"
    }

    private mutating func writeObject(_ object: Object, _ order: MemberOrder?, indent: Int) {
        guard !object.isEmpty else { return text += "{}" }
        text += "{"
        for (key, value) in order?.members(of: object) ?? object.map({ ($0, $1) }) {
            startLine(indent: indent + 1)
            if KYAMLKey.needsQuotes(key) { writeEscaped(key) } else { text += key }
            text += ": "
            write(value, order?.inside(key), indent: indent + 1)
            text += ","
        }
        startLine(indent: indent)
        text += "}"
    }

    private mutating func startLine(indent: Int) {
        text += "\n" + String(repeating: "  ", count: indent)
    }

    /// A key is on one line whatever it holds.
    private mutating func writeEscaped(_ string: String) {
        text += "\"" + string.unicodeScalars.map(Self.escaped).joined() + "\""
    }

    /// A string of several lines goes on in the next line after each `\n`, which a backslash at the line's end folds.
    private mutating func writeQuoted(_ string: String, indent: Int) {
        guard string.unicodeScalars.contains("\n") else { return writeEscaped(string) }
        let fold = "\\\n"
        text += "\"" + fold
        var isAtLineStart = true
        for scalar in string.unicodeScalars {
            if isAtLineStart {
                text += String(repeating: "  ", count: indent)
                text += scalar != "\n" && scalar.properties.isWhitespace ? "\\" : " "
            }
            text += Self.escaped(scalar)
            isAtLineStart = scalar == "\n"
            if isAtLineStart { text += fold }
        }
        if !isAtLineStart { text += fold }
        text += String(repeating: "  ", count: indent) + "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x22: "\\\""
        case 0x00: "\\0"
        case 0x1B: "\\e"
        case 0x85: "\\N"
        case 0xA0: "\\_"
        case 0x2028: "\\L"
        case 0x2029: "\\P"
        default: GoText.escaped(scalar)
        }
    }
}

/// Which keys stand without quotes in KYAML.
enum KYAMLKey {
    static func needsQuotes(_ key: String) -> Bool {
        let scalars = Array(key.unicodeScalars)
        guard !scalars.isEmpty, !looksTyped(key) else { return true }
        return !scalars.enumerated().allSatisfy { index, scalar in
            isWordCharacter(scalar) || index > 0 && index < scalars.count - 1 && "-./".unicodeScalars.contains(scalar)
        }
    }

    /// Whether some YAML reader would take the key for a number, a truth value, a date or null.
    private static func looksTyped(_ key: String) -> Bool {
        if YAMLResolution(key) != .string { return true }
        if YAMLResolution(key.lowercased()) != .string || ["t", "f"].contains(key.lowercased()) { return true }
        return Double(key) != nil
    }

    private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "_" { return true }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }
}
