/// A number as decimal digits and the place of the point: `0.{digits} * 10^point`.
struct GoDecimal: Hashable, Sendable {
    private let isNegative: Bool
    /// From zero to nine, without zeros at either end.
    private let digits: [UInt8]
    let point: Int

    private init(isNegative: Bool, digits: [UInt8], point: Int) {
        let leadingZeros = digits.prefix { $0 == 0 }.count
        let trailingZeros = digits.dropFirst(leadingZeros).reversed().prefix { $0 == 0 }.count
        self.isNegative = isNegative
        self.digits = Array(digits.dropFirst(leadingZeros).dropLast(trailingZeros))
        self.point = self.digits.isEmpty ? 1 : point - leadingZeros
    }
}

extension GoDecimal {
    /// The shortest digits that read back as the same number, which is what Swift prints: `12.5`, `1e-05`, `1.25e+20`.
    init(_ value: Double) {
        var digits: [UInt8] = []
        var point: Int?
        var exponent = 0
        let text = Array(value.magnitude.description.utf8)
        for (index, byte) in text.enumerated() {
            if byte == UInt8(ascii: ".") {
                point = digits.count
            } else if byte == UInt8(ascii: "e") {
                exponent = Int(String(decoding: text[(index + 1)...], as: UTF8.self)) ?? 0
                break
            } else {
                digits.append(byte - UInt8(ascii: "0"))
            }
        }
        self.init(isNegative: value.sign == .minus, digits: digits, point: (point ?? digits.count) + exponent)
    }

    /// All digits of a number, of which a double has up to 767.
    init(exactly value: Double) {
        var digits = String(value.magnitude.significandDigits).utf8.map { $0 - UInt8(ascii: "0") }
        let exponent = value.magnitude.significandExponent
        for _ in 0..<exponent.magnitude { Self.multiply(&digits, by: exponent < 0 ? 5 : 2) }
        self.init(
            isNegative: value.sign == .minus, digits: digits, point: digits.count + min(0, exponent))
    }

    private static func multiply(_ digits: inout [UInt8], by factor: UInt8) {
        var carry: UInt8 = 0
        for index in digits.indices.reversed() {
            let product = digits[index] * factor + carry
            digits[index] = product % 10
            carry = product / 10
        }
        if carry > 0 { digits.insert(carry, at: 0) }
    }

    /// Rounded to so many digits after the point, half to even.
    func rounded(places: Int) -> GoDecimal {
        let cut = point + places
        guard cut < digits.count else { return self }
        guard cut >= 0 else { return GoDecimal(isNegative: isNegative, digits: [], point: 1) }
        var kept = [0] + Array(digits[..<cut])
        let isHalf = digits[cut] == 5 && cut == digits.count - 1
        if isHalf ? kept[cut] % 2 == 1 : digits[cut] >= 5 {
            var index = kept.count - 1
            while kept[index] == 9 {
                kept[index] = 0
                index -= 1
            }
            kept[index] += 1
        }
        return GoDecimal(isNegative: isNegative, digits: kept, point: point + 1)
    }
}

extension GoDecimal {
    /// `%f`: `120`, `0.05`; with so many digits after the point if given.
    func plain(fractionDigits: Int? = nil) -> String {
        let whole = point <= 0 ? [0] : digits.prefix(point) + Array(repeating: 0, count: max(0, point - digits.count))
        let zeros = digits.isEmpty ? 0 : max(0, -point)
        let fraction = Array(repeating: 0, count: zeros) + digits.dropFirst(max(0, point))
        let wholeText = digits.isEmpty ? "0" : Self.text(whole)
        return (isNegative ? "-" : "") + wholeText + Self.text(fraction, after: ".", count: fractionDigits)
    }

    /// `%e` with at least so many digits of exponent: `1.5e+21`.
    func exponential(exponentDigits: Int, fractionDigits: Int? = nil) -> String {
        let exponent = digits.isEmpty ? 0 : point - 1
        let exponentText = String(exponent.magnitude)
        return (isNegative ? "-" : "") + Self.text(Array(digits.prefix(1)).isEmpty ? [0] : digits.prefix(1))
            + Self.text(Array(digits.dropFirst()), after: ".", count: fractionDigits)
            + (exponent < 0 ? "e-" : "e+")
            + String(repeating: "0", count: max(0, exponentDigits - exponentText.count)) + exponentText
    }

    private static func text(_ digits: some Sequence<UInt8>) -> String {
        String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    }

    /// The digits after a point, filled up with zeros; nothing when there are none.
    private static func text(_ digits: [UInt8], after point: String, count: Int?) -> String {
        let missing = max(0, (count ?? digits.count) - digits.count)
        guard digits.count + missing > 0 else { return "" }
        return point + text(digits) + String(repeating: "0", count: missing)
    }
}

extension Double {
    /// The whole number that, times two to the `significandExponent`, is the value.
    fileprivate var significandDigits: UInt64 {
        isNormal ? significandBitPattern | 1 << Self.significandBitCount : significandBitPattern
    }

    fileprivate var significandExponent: Int {
        isNormal ? Int(exponent) - Self.significandBitCount : 1 - 1023 - Self.significandBitCount
    }
}
