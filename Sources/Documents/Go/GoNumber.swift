/// How Go writes floating-point numbers: the shortest digits that read back as the same number, in two layouts.
///
/// Source: Go's strconv (ftoa.go), encoding/json (`floatEncoder` in encode.go).
package enum GoNumber {
    /// As `encoding/json` writes a number: `1`, `0.5`, `1e+21`, `1e-7`.
    package static func json(_ value: Double) -> String {
        let magnitude = value.magnitude
        if magnitude != 0, magnitude < 1e-6 || magnitude >= 1e21 {
            return Decimal(value).exponential(exponentDigits: 1)
        }
        return Decimal(value).plain
    }

    /// `%v` and `strconv.FormatFloat(value, 'g', -1, 64)`: `100000`, `1e+06`, `0.0001`, `1e-05`, `+Inf`.
    package static func general(_ value: Double) -> String {
        if let special = special(value) { return special }
        let decimal = Decimal(value)
        let exponent = decimal.point - 1
        return exponent < -4 || exponent >= 6 ? decimal.exponential(exponentDigits: 2) : decimal.plain
    }

    private static func special(_ value: Double) -> String? {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        return nil
    }
}

/// A number as its shortest decimal digits and the place of the point: `0.{digits} * 10^point`.
private struct Decimal {
    let isNegative: Bool
    let digits: [UInt8]
    let point: Int

    init(_ value: Double) {
        isNegative = value.sign == .minus
        // Swift prints the shortest digits as `12.5`, `1e-05` or `1.25e+20`; only the layout differs from Go's.
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
                digits.append(byte)
            }
        }
        let leadingZeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
        let place = (point ?? digits.count) + exponent - leadingZeros
        digits.removeFirst(leadingZeros)
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        self.digits = digits
        self.point = digits.isEmpty ? 1 : place
    }

    /// `%f`: `120`, `0.05`.
    var plain: String {
        let sign = isNegative ? "-" : ""
        if digits.isEmpty { return sign + "0" }
        let text = String(decoding: digits, as: UTF8.self)
        if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + text }
        if point >= digits.count { return sign + text + String(repeating: "0", count: point - digits.count) }
        return sign + String(decoding: digits[..<point], as: UTF8.self) + "."
            + String(decoding: digits[point...], as: UTF8.self)
    }

    /// `%e` with at least so many digits of exponent: `1.5e+21`.
    func exponential(exponentDigits: Int) -> String {
        let first = digits.first ?? UInt8(ascii: "0")
        let rest = digits.dropFirst()
        let exponent = point - 1
        let exponentText = String(exponent.magnitude)
        return (isNegative ? "-" : "") + String(decoding: [first], as: UTF8.self)
            + (rest.isEmpty ? "" : "." + String(decoding: rest, as: UTF8.self))
            + (exponent < 0 ? "e-" : "e+")
            + String(repeating: "0", count: max(0, exponentDigits - exponentText.count)) + exponentText
    }
}
