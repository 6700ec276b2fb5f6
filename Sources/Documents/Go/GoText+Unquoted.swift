extension GoText {
    /// The text of an interpreted Go string without its quotes: `a\tb` with a tab; `nil` for an escape that is none.
    ///
    /// Bytes given as `\x` or octal that make no UTF-8 become U+FFFD. Source: Go's strconv (`UnquoteChar` in quote.go).
    static func unquoted(_ text: some StringProtocol, quote: UInt8) -> String? {
        var decoded: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == quote { return nil }
            guard byte == UInt8(ascii: "\\") else {
                decoded.append(byte)
                continue
            }
            guard let bytes = escape(&rest, quote: quote) else { return nil }
            decoded.append(contentsOf: bytes)
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    private static func escape(_ rest: inout ArraySlice<UInt8>, quote: UInt8) -> [UInt8]? {
        guard let letter = rest.popFirst() else { return nil }
        switch letter {
        case UInt8(ascii: "a"): return [0x07]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "v"): return [0x0B]
        case UInt8(ascii: "\\"): return [letter]
        case UInt8(ascii: "'"), UInt8(ascii: "\""): return letter == quote ? [letter] : nil
        case UInt8(ascii: "x"): return number(&rest, digits: 2, radix: 16).flatMap(UInt8.init(exactly:)).map { [$0] }
        case UInt8(ascii: "u"): return scalar(number(&rest, digits: 4, radix: 16))
        case UInt8(ascii: "U"): return scalar(number(&rest, digits: 8, radix: 16))
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            rest = [letter] + rest
            return number(&rest, digits: 3, radix: 8).flatMap(UInt8.init(exactly:)).map { [$0] }
        default: return nil
        }
    }

    private static func number(_ rest: inout ArraySlice<UInt8>, digits: Int, radix: Int) -> UInt32? {
        let text = rest.prefix(digits)
        rest = rest.dropFirst(digits)
        guard text.count == digits, text.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
        return UInt32(String(decoding: text, as: UTF8.self), radix: radix)
    }

    private static func scalar(_ value: UInt32?) -> [UInt8]? {
        value.flatMap(Unicode.Scalar.init).map { Array(String(Character($0)).utf8) }
    }
}
