#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Floating-point numbers as C's `printf` writes them.
enum FloatText {
    /// `letter` is one of `e E f F g G`; flags are those of `printf`.
    static func text(_ value: Double, letter: Character, flags: String = "", precision: Int = 6) -> String {
        let precision = min(max(0, precision), 200)
        let format = "%\(flags).\(precision)\(letter)"
        var buffer = [CChar](repeating: 0, count: 600)
        let count = withVaList([value]) { vsnprintf(&buffer, buffer.count, format, $0) }
        return String(
            decoding: buffer.prefix(Int(max(0, min(count, 599)))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// Numbers with a fixed count of decimals.
enum FixedPoint {
    static func text(_ value: Double, decimals: Int) -> String {
        FloatText.text(value, letter: "f", precision: decimals)
    }
}

/// The functions of C's math library that awk and jq offer.
enum MathFunction: String, CaseIterable {
    case sin, cos, exp, log, sqrt, floor, ceil, round, log2, log10, exp2, fabs, tan, atan

    func callAsFunction(_ value: Double) -> Double {
        switch self {
        case .sin: sinOf(value)
        case .cos: cosOf(value)
        case .exp: expOf(value)
        case .log: logOf(value)
        case .sqrt: value.squareRoot()
        case .floor: value.rounded(.down)
        case .ceil: value.rounded(.up)
        case .round: value.rounded(.toNearestOrAwayFromZero)
        case .log2: log2Of(value)
        case .log10: log10Of(value)
        case .exp2: powerOf(2, value)
        case .fabs: abs(value)
        case .tan: sinOf(value) / cosOf(value)
        case .atan: atan2Of(value, 1)
        }
    }

    static func power(_ base: Double, _ exponent: Double) -> Double { powerOf(base, exponent) }

    static func arcTangent(_ y: Double, _ x: Double) -> Double { atan2Of(y, x) }
}

private func sinOf(_ value: Double) -> Double { sin(value) }
private func cosOf(_ value: Double) -> Double { cos(value) }
private func expOf(_ value: Double) -> Double { exp(value) }
private func logOf(_ value: Double) -> Double { log(value) }
private func log2Of(_ value: Double) -> Double { log2(value) }
private func log10Of(_ value: Double) -> Double { log10(value) }
private func powerOf(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
private func atan2Of(_ y: Double, _ x: Double) -> Double { atan2(y, x) }
