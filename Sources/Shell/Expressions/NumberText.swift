/// Numbers at the start of texts, as C's `strtod` finds them.
enum NumberText {
    /// The number that the text begins with; 0 when there is none.
    static func leading(_ text: String) -> Double {
        leading(Array(text.utf8))
    }

    static func leading(_ bytes: [UInt8]) -> Double {
        guard let range = range(in: bytes) else { return 0 }
        return Double(String(decoding: bytes[range], as: UTF8.self)) ?? 0
    }

    /// The place of a decimal number at the start, blanks before it skipped.
    static func range(in bytes: [UInt8]) -> Range<Int>? {
        var index = 0
        while index < bytes.count, bytes[index].isSpace { index += 1 }
        let start = index
        if index < bytes.count, bytes[index] == .minus || bytes[index] == .plus { index += 1 }
        let digitsStart = index
        while index < bytes.count, bytes[index].isDigit { index += 1 }
        var digits = index - digitsStart
        if index < bytes.count, bytes[index] == .dot {
            let fraction = index + 1
            var end = fraction
            while end < bytes.count, bytes[end].isDigit { end += 1 }
            digits += end - fraction
            if digits > 0 { index = end }
        }
        guard digits > 0 else { return nil }
        return start..<exponentEnd(in: bytes, from: index)
    }

    private static func exponentEnd(in bytes: [UInt8], from index: Int) -> Int {
        guard index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") else { return index }
        var end = index + 1
        if end < bytes.count, bytes[end] == .minus || bytes[end] == .plus { end += 1 }
        let digits = end
        while end < bytes.count, bytes[end].isDigit { end += 1 }
        return end > digits ? end : index
    }

    /// Whether nothing but blanks surrounds the number.
    static func isNumber(_ bytes: [UInt8]) -> Bool {
        guard let range = range(in: bytes) else { return false }
        return bytes[range.upperBound...].allSatisfy(\.isSpace)
    }
}
