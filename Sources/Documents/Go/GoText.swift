/// How Go writes strings in its messages: `%q`, and the quoted characters of its JSON decoder.
///
/// Source: Go's strconv (quote.go), encoding/json (`quoteChar` in scanner.go).
package enum GoText {
    /// `%q`: double quotes, with backslashes for what cannot be printed.
    package static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { result += "\\\"" } else { result += escaped(scalar) }
        }
        return result + "\""
    }

    /// A byte in single quotes, as the JSON decoder names a character that it did not expect.
    static func quotedByte(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "'"): "'\\''"
        case UInt8(ascii: "\""): "'\"'"
        default: "'\(escaped(Unicode.Scalar(byte)))'"
        }
    }

    /// One character as it stands inside Go's double quotes, except for the quote itself.
    static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x5C: "\\\\"
        case 0x07: "\\a"
        case 0x08: "\\b"
        case 0x09: "\\t"
        case 0x0A: "\\n"
        case 0x0B: "\\v"
        case 0x0C: "\\f"
        case 0x0D: "\\r"
        case 0..<0x20, 0x7F: "\\x" + hexadecimal(scalar.value, digits: 2)
        case 0x10000... where !isPrintable(scalar): "\\U" + hexadecimal(scalar.value, digits: 8)
        default: isPrintable(scalar) ? String(Character(scalar)) : "\\u" + hexadecimal(scalar.value, digits: 4)
        }
    }

    /// Go's `%#U`: `U+0026 '&'`.
    static func codePoint(_ scalar: Unicode.Scalar) -> String {
        let code = "U+" + hexadecimal(scalar.value, digits: 4).uppercased()
        return isPrintable(scalar) ? "\(code) '\(scalar)'" : code
    }

    static func hexadecimal(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    /// Whether Go's `unicode.IsPrint` holds: letters, marks, numbers, punctuation, symbols, and the ASCII space.
    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return (0x20..<0x7F).contains(scalar.value) }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            return false
        default:
            return true
        }
    }
}
