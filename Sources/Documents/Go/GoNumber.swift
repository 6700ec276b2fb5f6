/// How Go writes floating-point numbers: the shortest digits that read back as the same number, in two layouts.
///
/// Source: Go's strconv (ftoa.go), encoding/json (`floatEncoder` in encode.go).
package enum GoNumber {
    /// As `encoding/json` writes a number: `1`, `0.5`, `1e+21`, `1e-7`.
    package static func json(_ value: Double) -> String {
        let magnitude = value.magnitude
        if magnitude != 0, magnitude < 1e-6 || magnitude >= 1e21 {
            return GoDecimal(value).exponential(exponentDigits: 1)
        }
        return GoDecimal(value).plain()
    }

    /// `%v` and `strconv.FormatFloat(value, 'g', -1, 64)`: `100000`, `1e+06`, `0.0001`, `1e-05`, `+Inf`.
    package static func general(_ value: Double) -> String {
        if let special = special(value) { return special }
        let decimal = GoDecimal(value)
        let exponent = decimal.point - 1
        return exponent < -4 || exponent >= 6 ? decimal.exponential(exponentDigits: 2) : decimal.plain()
    }

    /// `%.2f`: rounded to so many digits after the point, half to even on the exact value.
    package static func fixed(_ value: Double, fractionDigits: Int) -> String {
        if let special = special(value) { return special }
        return GoDecimal(exactly: value).rounded(places: fractionDigits).plain(fractionDigits: fractionDigits)
    }

    /// `%.2e`
    package static func exponential(_ value: Double, fractionDigits: Int) -> String {
        if let special = special(value) { return special }
        let exact = GoDecimal(exactly: value)
        let rounded = exact.rounded(places: fractionDigits + 1 - exact.point)
        return rounded.exponential(exponentDigits: 2, fractionDigits: fractionDigits)
    }

    private static func special(_ value: Double) -> String? {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        return nil
    }
}
