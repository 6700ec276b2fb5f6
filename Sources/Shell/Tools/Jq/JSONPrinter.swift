/// Writes JSON as jq does.
struct JSONPrinter {
    /// What one level is indented by; `nil` for everything on one line.
    var indent: String?
    var sortsKeys = false
    var escapesNonASCII = false

    func text(_ value: JSONValue) -> String {
        var output = ""
        write(value, prefix: "\n", to: &output)
        return output
    }

    private func write(_ value: JSONValue, prefix: String, to output: inout String) {
        switch value {
        case .null: output += "null"
        case .bool(let flag): output += flag ? "true" : "false"
        case .number(let number): output += Self.text(number)
        case .string(let text): output += quoted(text)
        case .array(let elements):
            guard !elements.isEmpty else {
                output += "[]"
                return
            }
            let inner = indent.map { prefix + $0 }
            output += "["
            for (index, element) in elements.enumerated() {
                if index > 0 { output += "," }
                if let inner { output += inner }
                write(element, prefix: inner ?? prefix, to: &output)
            }
            output += (indent == nil ? "" : prefix) + "]"
        case .object(let object): write(object, prefix: prefix, to: &output)
        }
    }

    private func write(_ object: JSONObject, prefix: String, to output: inout String) {
        guard object.count > 0 else {
            output += "{}"
            return
        }
        let inner = indent.map { prefix + $0 }
        output += "{"
        for (index, key) in (sortsKeys ? object.sortedKeys : object.keys).enumerated() {
            if index > 0 { output += "," }
            if let inner { output += inner }
            output += quoted(key) + (indent == nil ? ":" : ": ")
            write(object[key] ?? .null, prefix: inner ?? prefix, to: &output)
        }
        output += (indent == nil ? "" : prefix) + "}"
    }

    static func text(_ number: Double) -> String {
        if number.isNaN { return "null" }
        if number.isInfinite { return number < 0 ? "-1.7976931348623157e+308" : "1.7976931348623157e+308" }
        if number == number.rounded(), abs(number) < 1e17 {
            return number == 0 && number.sign == .minus ? "-0" : String(Int64(number))
        }
        let text = "\(number)"
        guard let exponent = text.firstIndex(of: "e") else { return text }
        var mantissa = String(text[..<exponent])
        if mantissa.hasSuffix(".0") { mantissa.removeLast(2) }
        let sign = text[text.index(after: exponent)] == "-" ? "-" : "+"
        let digits = text[text.index(after: exponent)...].filter(\.isNumber)
        return "\(mantissa)e\(sign)\(Padding.left(String(digits), to: 2, with: "0"))"
    }

    private func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case "\u{08}": result += "\\b"
            case "\u{0C}": result += "\\f"
            default:
                let isControl = scalar.value < 0x20 || scalar.value == 0x7F
                if isControl || (escapesNonASCII && scalar.value > 0x7E) {
                    for unit in String(Character(scalar)).utf16 {
                        result += "\\u" + Padding.left(String(unit, radix: 16), to: 4, with: "0")
                    }
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }
}
