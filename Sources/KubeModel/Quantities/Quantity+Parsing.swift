extension Quantity {
    /// Reads `250m`, `1.5Gi`, `-3e2`; `nil` for anything else.
    package init?(_ text: String) {
        guard let quantity = try? Quantity(parsing: text) else { return nil }
        self = quantity
    }

    /// Reads a quantity; what is finer than a billionth is rounded away from zero, as the API does.
    package init(parsing text: String) throws(QuantityError) {
        let parts = try QuantityParts(text)
        let suffix = try QuantitySuffix(parts.suffix)
        var (mantissa, scale) = Self.number(parts.digits, fractionDigits: parts.fractionDigits)
        mantissa = mantissa.saturatingMultiply(Int128(1) << suffix.binaryExponent)
        scale += suffix.decimalExponent + 9
        if scale >= 0 {
            mantissa = mantissa == 0 ? 0 : mantissa.saturatingMultiply(.powerOfTen(scale))
        } else {
            mantissa = mantissa.divided(awayFromZeroBy: .powerOfTen(-scale))
        }
        var format = suffix.format
        if format == .binarySI {
            mantissa = min(mantissa, Int128(Int64.max) * Self.nanosPerUnit)
            if mantissa > 0, mantissa < Self.nanosPerUnit { format = .decimalSI }
        }
        self.init(nanos: parts.isNegative ? -mantissa : mantissa, format: format)
    }

    /// The digits as one whole number and the power of ten to multiply it by; at most 30 digits count.
    private static func number(_ digits: [UInt8], fractionDigits: Int) -> (mantissa: Int128, scale: Int) {
        let significant = digits.drop { $0 == 48 }
        let kept = significant.prefix(30)
        var mantissa = kept.reduce(Int128(0)) { $0 * 10 + Int128($1 - 48) }
        let dropped = significant.dropFirst(30)
        if dropped.contains(where: { $0 != 48 }) { mantissa += 1 }
        return (mantissa, dropped.count - fractionDigits)
    }
}

/// A quantity's text taken apart: `-1.50Gi` has the digits `150`, two of them a fraction, and the suffix `Gi`.
private struct QuantityParts {
    var isNegative = false
    var digits: [UInt8] = []
    var fractionDigits = 0
    var suffix: Substring

    init(_ text: String) throws(QuantityError) {
        let bytes = text.utf8
        guard !bytes.isEmpty else { throw .wrongFormat }
        var rest = bytes[...]
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            rest = rest.dropFirst()
        }
        let whole = rest.prefix(while: Self.isDigit)
        digits = Array(whole)
        rest = rest.dropFirst(whole.count)
        if rest.first == UInt8(ascii: ".") {
            let fraction = rest.dropFirst().prefix(while: Self.isDigit)
            digits += fraction
            fractionDigits = fraction.count
            rest = rest.dropFirst(fraction.count + 1)
        }
        suffix = Substring(rest)
        guard Self.isSuffixShaped(rest) else { throw .wrongFormat }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

    /// Letters of suffixes, then perhaps a sign, then digits.
    private static func isSuffixShaped(_ suffix: Substring.UTF8View) -> Bool {
        let letters = Array("eEinumkKMGTP".utf8)
        var rest = suffix.drop { letters.contains($0) }
        if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        return rest.allSatisfy(isDigit)
    }
}

/// What a suffix multiplies by: a power of two or of ten.
private struct QuantitySuffix {
    var format: Quantity.Format
    var binaryExponent = 0
    var decimalExponent = 0

    init(_ text: Substring) throws(QuantityError) {
        if let index = Quantity.decimalSuffixes.firstIndex(of: String(text)) {
            format = .decimalSI
            decimalExponent = index * 3 - 9
        } else if let index = Quantity.binarySuffixes.firstIndex(of: String(text)), index > 0 {
            format = .binarySI
            binaryExponent = index * 10
        } else if let first = text.first, first == "e" || first == "E", let exponent = Int(text.dropFirst()) {
            format = .decimalExponent
            decimalExponent = min(max(exponent, -1000), 1000)
        } else {
            throw .unknownSuffix
        }
    }
}
