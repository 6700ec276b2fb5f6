package import Documents

/// Values as Go's own packages print them into messages.
package enum GoText {
    /// A string as `%q` prints it. Source: Go `strconv.Quote`.
    package static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars { result += quotedScalar(scalar) }
        return result + "\""
    }

    /// Compact JSON with Go's escapes, where `<`, `>` and `&` are escaped too. Source: Go `encoding/json`.
    package static func json(_ value: Value) -> String {
        switch value {
        case .null: "null"
        case .bool(let flag): flag ? "true" : "false"
        case .integer(let number): String(number)
        case .double(let number): double(number)
        case .string(let text): jsonString(text)
        case .array(let elements): "[" + elements.map(json).joined(separator: ",") + "]"
        case .object(let object):
            "{" + object.map { jsonString($0) + ":" + json($1) }.joined(separator: ",") + "}"
        }
    }

    /// A number as `%v` prints a float: `1.5`, `1e+21`.
    package static func double(_ number: Double) -> String {
        if let whole = Int64(exactly: number) { return String(whole) }
        return "\(number)"
    }

    private static func quotedScalar(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": return "\\\""
        case "\\": return "\\\\"
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        case "\u{07}": return "\\a"
        case "\u{08}": return "\\b"
        case "\u{0B}": return "\\v"
        case "\u{0C}": return "\\f"
        default: break
        }
        if scalar.value < 0x20 || scalar.value == 0x7F { return "\\x" + hex(scalar.value, digits: 2) }
        if isPrintable(scalar) { return String(Character(scalar)) }
        return scalar.value > 0xFFFF ? "\\U" + hex(scalar.value, digits: 8) : "\\u" + hex(scalar.value, digits: 4)
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == " " { return true }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            return false
        default: return true
        }
    }

    private static func jsonString(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{08}": result += "\\b"
            case "\u{0C}": result += "\\f"
            case "<", ">", "&", "\u{2028}", "\u{2029}": result += "\\u" + hex(scalar.value, digits: 4)
            default:
                if scalar.value < 0x20 {
                    result += "\\u" + hex(scalar.value, digits: 4)
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }

    private static func hex(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
