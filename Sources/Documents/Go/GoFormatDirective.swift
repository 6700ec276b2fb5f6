/// One verb of a format with its flags: `%-10s`.
struct GoFormatDirective {
    /// Widths beyond it are cut, as a template must not fill the memory.
    static let widthLimit = 1_000_000

    var isLeft = false
    var hasPlus = false
    var isAlternate = false
    var hasSpace = false
    var hasZeros = false
    var width: Int?
    var precision: Int?
}

extension GoFormatDirective {
    mutating func add(flag: Unicode.Scalar) -> Bool {
        switch flag {
        case "-": isLeft = true
        case "+": hasPlus = true
        case "#": isAlternate = true
        case " ": hasSpace = true
        case "0": hasZeros = true
        default: return false
        }
        return true
    }

    func format(_ argument: GoFormat.Argument, _ verb: Unicode.Scalar) -> String {
        if verb == "T" { return padded(argument.type) }
        switch argument.value {
        case .null: return verb == "v" ? padded("<nil>") : "%!\(verb)(<nil>)"
        case .bool(let truth):
            return verb == "t" || verb == "v" ? padded(truth ? "true" : "false") : bad(argument, verb)
        case .integer(let number): return formatInteger(number, verb) ?? bad(argument, verb)
        case .double(let number): return formatFloat(number, verb) ?? bad(argument, verb)
        case .string(let text): return formatString(text, verb) ?? bad(argument, verb)
        case .array(let elements):
            if verb == "v" { return padded(isAlternate ? argument.value.goSyntax() : argument.value.goText) }
            return "[" + elements.map { format(.value($0), verb) }.joined(separator: " ") + "]"
        case .object(let object):
            if verb == "v" { return padded(isAlternate ? argument.value.goSyntax() : argument.value.goText) }
            return "map["
                + object.map { "\(format(.value(.string($0.key)), verb)):\(format(.value($0.value), verb))" }
                .joined(separator: " ") + "]"
        }
    }

    private func bad(_ argument: GoFormat.Argument, _ verb: Unicode.Scalar) -> String {
        "%!\(verb)(\(argument.type)=\(argument.value.goText))"
    }

    private func formatString(_ text: String, _ verb: Unicode.Scalar) -> String? {
        let cut = precision.map { String(String.UnicodeScalarView(text.unicodeScalars.prefix($0))) } ?? text
        switch verb {
        case "s": return padded(cut)
        case "v": return padded(isAlternate ? GoText.quoted(cut) : cut)
        case "q": return padded(GoText.quoted(cut))
        case "x": return padded(cut.utf8.map { GoText.hexadecimal(UInt32($0), digits: 2) }.joined())
        case "X": return padded(cut.utf8.map { GoText.hexadecimal(UInt32($0), digits: 2).uppercased() }.joined())
        default: return nil
        }
    }

    private func formatInteger(_ number: Int64, _ verb: Unicode.Scalar) -> String? {
        switch verb {
        case "d", "v": return signed(digits(number, radix: 10), isNegative: number < 0)
        case "b": return signed(digits(number, radix: 2), isNegative: number < 0)
        case "o": return signed((isAlternate ? "0" : "") + digits(number, radix: 8), isNegative: number < 0)
        case "O": return signed("0o" + digits(number, radix: 8), isNegative: number < 0)
        case "x": return signed((isAlternate ? "0x" : "") + digits(number, radix: 16), isNegative: number < 0)
        case "X":
            return signed(
                (isAlternate ? "0X" : "") + digits(number, radix: 16).uppercased(), isNegative: number < 0)
        case "c": return padded(String(Character(Self.scalar(number))))
        case "q": return padded("'\(Self.scalar(number) == "'" ? "\\'" : GoText.escaped(Self.scalar(number)))'")
        case "U": return padded("U+" + GoText.hexadecimal(Self.scalar(number).value, digits: 4).uppercased())
        default: return nil
        }
    }

    private func formatFloat(_ number: Double, _ verb: Unicode.Scalar) -> String? {
        let isNegative = number.sign == .minus
        switch verb {
        case "v", "g", "G": return signed(GoNumber.general(number.magnitude), isNegative: isNegative)
        case "f", "F":
            return signed(GoNumber.fixed(number.magnitude, fractionDigits: precision ?? 6), isNegative: isNegative)
        case "e", "E":
            let text = GoNumber.exponential(number.magnitude, fractionDigits: precision ?? 6)
            return signed(verb == "E" ? text.uppercased() : text, isNegative: isNegative)
        default: return nil
        }
    }

    private static func scalar(_ number: Int64) -> Unicode.Scalar {
        UInt32(exactly: number).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
    }

    private func digits(_ number: Int64, radix: Int) -> String {
        let digits = String(number.magnitude, radix: radix)
        return String(repeating: "0", count: max(0, (precision ?? 0) - digits.count)) + digits
    }

    /// A number with its sign, filled with zeros between the two if asked.
    private func signed(_ digits: String, isNegative: Bool) -> String {
        let sign = isNegative ? "-" : hasPlus ? "+" : hasSpace ? " " : ""
        guard hasZeros, !isLeft, let width else { return padded(sign + digits) }
        return sign + String(repeating: "0", count: max(0, width - sign.count - digits.count)) + digits
    }

    private func padded(_ text: String) -> String {
        guard let width else { return text }
        let space = String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
        return isLeft ? text + space : space + text
    }
}
