package import Documents

/// An amount of a resource: `250m`, `1.5Gi`, `12e6`, kept exactly to one billionth.
///
/// Two quantities are equal when their amounts are, however they are written: `1` = `1000m`.
/// Source: k8s.io/apimachinery/pkg/api/resource/quantity.go.
package struct Quantity: Sendable {
    /// The family of suffixes that a quantity was written with and is printed with again.
    package enum Format: Hashable, Sendable {
        /// `12M`, `250m`
        case decimalSI
        /// `12Mi`
        case binarySI
        /// `12e6`
        case decimalExponent
    }

    /// The amount in billionths; amounts beyond this type's range stop at its bounds.
    package private(set) var nanos: Int128
    package var format: Format

    package init(nanos: Int128, format: Format = .decimalSI) {
        self.nanos = nanos
        self.format = format
    }
}

extension Quantity {
    package static let zero = Quantity(nanos: 0)
    static let nanosPerUnit: Int128 = 1_000_000_000
    private static let nanosPerMilli: Int128 = 1_000_000

    package init(_ units: Int64, format: Format = .decimalSI) {
        self.init(nanos: Int128(units) * Self.nanosPerUnit, format: format)
    }

    package init(milli: Int64, format: Format = .decimalSI) {
        self.init(nanos: Int128(milli) * Self.nanosPerMilli, format: format)
    }

    /// Reads a field of a manifest, where a quantity may be a string or a number; `nil` for anything else.
    package init?(_ value: Value?) {
        switch value {
        case .string(let text): self.init(text)
        case .integer(let number): self.init(number)
        case .double(let number): self.init("\(number)")
        case .null, .bool, .array, .object, nil: return nil
        }
    }

    package var isZero: Bool { nanos == 0 }

    /// Whole units, a fraction rounded away from zero: `1500m` is 2.
    package var units: Int64 { scaled(by: Self.nanosPerUnit) }

    /// Whole thousandths, a smaller fraction rounded away from zero: `1.5` is 1500.
    package var milliUnits: Int64 { scaled(by: Self.nanosPerMilli) }

    /// The amount as a floating point number, for ratios and percentages.
    package var approximate: Double { Double(nanos) / Double(Self.nanosPerUnit) }

    /// The amount with anything finer than a thousandth rounded up, as the API stores resource lists.
    package var roundedUpToMilli: Quantity {
        Quantity(nanos: nanos.divided(awayFromZeroBy: Self.nanosPerMilli) * Self.nanosPerMilli, format: format)
    }

    private func scaled(by divisor: Int128) -> Int64 {
        Int64(clamping: nanos.divided(awayFromZeroBy: divisor))
    }
}

extension Quantity: Hashable, Comparable {
    package static func == (left: Quantity, right: Quantity) -> Bool { left.nanos == right.nanos }
    package static func < (left: Quantity, right: Quantity) -> Bool { left.nanos < right.nanos }
    package func hash(into hasher: inout Hasher) { hasher.combine(nanos) }
}

extension Quantity: AdditiveArithmetic {
    /// A sum keeps the format of its first part, unless that is zero.
    package static func + (left: Quantity, right: Quantity) -> Quantity {
        let (sum, overflow) = left.nanos.addingReportingOverflow(right.nanos)
        return Quantity(
            nanos: overflow ? (left.nanos < 0 ? .min : .max) : sum, format: left.isZero ? right.format : left.format)
    }

    package static func - (left: Quantity, right: Quantity) -> Quantity { left + -right }

    package static prefix func - (quantity: Quantity) -> Quantity {
        Quantity(nanos: quantity.nanos == .min ? .max : -quantity.nanos, format: quantity.format)
    }

    package static func * (left: Quantity, factor: Int64) -> Quantity {
        Quantity(nanos: left.nanos.saturatingMultiply(Int128(factor)), format: left.format)
    }
}

extension Int128 {
    /// The quotient with any remainder rounded away from zero.
    func divided(awayFromZeroBy divisor: Int128) -> Int128 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        if remainder == 0 { return quotient }
        return remainder < 0 ? quotient - 1 : quotient + 1
    }

    func saturatingMultiply(_ factor: Int128) -> Int128 {
        let (product, overflow) = multipliedReportingOverflow(by: factor)
        return overflow ? ((self < 0) == (factor < 0) ? .max : .min) : product
    }

    /// Ten to a power; the largest number when that is out of range.
    static func powerOfTen(_ exponent: Int) -> Int128 {
        guard exponent < 39 else { return .max }
        return (0..<Swift.max(0, exponent)).reduce(1) { power, _ in power * 10 }
    }
}
