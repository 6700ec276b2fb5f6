/// Backslash escapes as `$'..'`, `echo -e`, `printf` and `tr` know them.
enum EscapeSequences {
    enum Style {
        /// `\'`, `\"` and `\?` stand for themselves; octal is `\nnn`.
        case dollarQuote
        /// Octal is `\0nnn`; `\c` ends the output.
        case echo
        /// Octal is `\nnn`; `\c` ends the output.
        case printf
    }

    /// `stopped` tells that `\c` was met.
    static func replaced(in text: [UInt8], style: Style) -> (bytes: [UInt8], stopped: Bool) {
        var result: [UInt8] = []
        var index = 0
        while index < text.count {
            guard text[index] == .backslash, index + 1 < text.count else {
                result.append(text[index])
                index += 1
                continue
            }
            let letter = text[index + 1]
            index += 2
            if letter == UInt8(ascii: "c"), style != .dollarQuote { return (result, true) }
            if let byte = simple[letter] {
                result.append(byte)
            } else if let bytes = numeric(letter, in: text, at: &index, style: style) {
                result += bytes
            } else if style == .dollarQuote, letter == .singleQuote || letter == .doubleQuote || letter == .question {
                result.append(letter)
            } else {
                result += [.backslash, letter]
            }
        }
        return (result, false)
    }

    private static let simple: [UInt8: UInt8] = [
        UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "e"): 27, UInt8(ascii: "E"): 27,
        UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9,
        UInt8(ascii: "v"): 11, .backslash: .backslash,
    ]

    /// `\x41`, `\101`, `\0101`, `\u3042`
    private static func numeric(
        _ letter: UInt8, in text: [UInt8], at index: inout Int, style: Style
    ) -> [UInt8]? {
        switch letter {
        case UInt8(ascii: "x"):
            return number(in: text, at: &index, radix: 16, digits: 2).map { [UInt8(truncatingIfNeeded: $0)] }
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            let digits = letter == UInt8(ascii: "u") ? 4 : 8
            guard let value = number(in: text, at: &index, radix: 16, digits: digits),
                let scalar = UnicodeScalar(UInt32(truncatingIfNeeded: value))
            else { return nil }
            return Array(String(Character(scalar)).utf8)
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            if style == .echo {
                guard letter == .zero else { return nil }
                return [UInt8(truncatingIfNeeded: number(in: text, at: &index, radix: 8, digits: 3) ?? 0)]
            }
            index -= 1
            let digits = style == .printf && letter == .zero ? 4 : 3
            return number(in: text, at: &index, radix: 8, digits: digits).map { [UInt8(truncatingIfNeeded: $0)] }
        default: return nil
        }
    }

    private static func number(in text: [UInt8], at index: inout Int, radix: Int, digits: Int) -> Int? {
        var value = 0
        let start = index
        while index < text.count, index - start < digits, let digit = text[index].digitValue, digit < radix {
            value = value * radix + digit
            index += 1
        }
        return index > start ? value : nil
    }
}

extension UInt8 {
    /// The value of a digit up to base 36.
    var digitValue: Int? {
        if isDigit { return Int(self) - 0x30 }
        if isLower { return Int(self) - 0x61 + 10 }
        if isUpper { return Int(self) - 0x41 + 10 }
        return nil
    }
}
