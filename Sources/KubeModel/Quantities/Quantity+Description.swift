extension Quantity: CustomStringConvertible {
    /// From a billionth upward, in steps of a thousand.
    static let decimalSuffixes = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"]
    /// From one upward, in steps of 1024.
    static let binarySuffixes = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"]

    /// The canonical text: no fraction and the largest suffix that loses nothing, as the API stores and prints it.
    ///
    /// `1.5` is `1500m`, `1024Mi` is `1Gi`, `0.5Gi` is `512Mi`, `1000m` is `1`.
    package var description: String {
        guard !isZero else { return "0" }
        switch format {
        case .decimalSI: return decimalText(exponentMax: 18) { Self.decimalSuffixes[$0 / 3 + 3] }
        case .decimalExponent: return decimalText(exponentMax: 36) { $0 == 0 ? "" : "e\($0)" }
        case .binarySI:
            let isSmall = nanos.magnitude < Int128(1024 * 1_000_000_000).magnitude
            let isWhole = nanos % Self.nanosPerUnit == 0
            return isSmall || !isWhole ? Quantity(nanos: nanos).description : binaryText
        }
    }

    private func decimalText(exponentMax: Int, suffix: (Int) -> String) -> String {
        var number = nanos
        var exponent = -9
        while exponent < exponentMax, number % 1000 == 0 {
            number /= 1000
            exponent += 3
        }
        return "\(number)\(suffix(exponent))"
    }

    private var binaryText: String {
        var number = nanos / Self.nanosPerUnit
        var step = 0
        while step < Self.binarySuffixes.count - 1, number % 1024 == 0 {
            number /= 1024
            step += 1
        }
        return "\(number)\(Self.binarySuffixes[step])"
    }
}
