/// How Go reads and writes numbers, durations and quoted strings, which kubectl's messages show.

extension Bool {
    /// Source: `strconv.ParseBool`.
    init?(goText text: String) {
        switch text {
        case "1", "t", "T", "true", "TRUE", "True": self = true
        case "0", "f", "F", "false", "FALSE", "False": self = false
        default: return nil
        }
    }
}

extension Int {
    /// A number with the base prefix that Go takes (`0x1f`, `0o17`, `017`, `0b1`); `nil` for anything else.
    ///
    /// Source: `strconv.ParseInt` with base 0.
    init?(goText text: String) {
        var digits = Substring(text)
        let isNegative = digits.first == "-"
        if isNegative || digits.first == "+" { digits = digits.dropFirst() }
        guard let first = digits.first, first.isASCII, first.isNumber else { return nil }
        let lowered = digits.prefix(2).lowercased()
        let bases = ["0x": 16, "0o": 8, "0b": 2]
        var base = 10
        if let prefixed = bases[lowered] {
            base = prefixed
            digits = digits.dropFirst(2)
        } else if first == "0", digits.count > 1 {
            base = 8
            digits = digits.dropFirst()
        }
        guard digits.first != "-", digits.first != "+",
            let value = Int((isNegative ? "-" : "") + digits, radix: base)
        else { return nil }
        self = value
    }
}

extension Duration {
    /// `1h15m30.5s`, `300ms`, `0`; `nil` for anything else.
    ///
    /// Source: `time.ParseDuration`.
    package init?(goText text: String) {
        guard case .success(let value) = Self.parse(text) else { return nil }
        self = value
    }

    /// Why a text is no duration, in Go's words.
    static func goError(_ text: String) -> String {
        switch parse(text) {
        case .failure(.missingUnit): "time: missing unit in duration \(text.goQuoted)"
        case .failure(.unknownUnit(let unit)): "time: unknown unit \(unit.goQuoted) in duration \(text.goQuoted)"
        case .failure(.invalid), .success: "time: invalid duration \(text.goQuoted)"
        }
    }

    private enum Problem: Error {
        case invalid, missingUnit
        case unknownUnit(String)
    }

    private static let units: [String: Double] = [
        "ns": 1e-9, "us": 1e-6, "µs": 1e-6, "μs": 1e-6, "ms": 1e-3, "s": 1, "m": 60, "h": 3600,
    ]

    private static func parse(_ text: String) -> Result<Duration, Problem> {
        var rest = Substring(text)
        let isNegative = rest.first == "-"
        if isNegative || rest.first == "+" { rest = rest.dropFirst() }
        if rest == "0" { return .success(.zero) }
        guard !rest.isEmpty else { return .failure(.invalid) }
        var seconds = 0.0
        while !rest.isEmpty {
            let number = rest.prefix { $0 == "." || ("0"..."9").contains($0) }
            guard let value = Double(number.first == "." ? "0" + number : String(number)) else {
                return .failure(.invalid)
            }
            rest = rest.dropFirst(number.count)
            let unit = rest.prefix { $0 != "." && !("0"..."9").contains($0) }
            guard !unit.isEmpty else { return .failure(.missingUnit) }
            guard let scale = units[String(unit)] else { return .failure(.unknownUnit(String(unit))) }
            rest = rest.dropFirst(unit.count)
            seconds += value * scale
        }
        guard seconds < 9_223_372_036 else { return .failure(.invalid) }
        let microseconds = Int64((seconds * 1_000_000).rounded())
        return .success(.microseconds(isNegative ? -microseconds : microseconds))
    }

    /// `1h15m30.5s`, `2m0s`, `1.5s`, `300ms`, `0s`.
    ///
    /// Source: `time.Duration.String`.
    package var goText: String {
        let (whole, attoseconds) = components
        let micro = whole * 1_000_000 + attoseconds / 1_000_000_000_000
        if micro == 0 { return "0s" }
        let sign = micro < 0 ? "-" : ""
        let total = micro.magnitude
        if total < 1000 { return "\(sign)\(total)µs" }
        if total < 1_000_000 { return sign + Self.decimal(total, unit: 1000) + "ms" }
        let minutes = total / 60_000_000
        let seconds = Self.decimal(total % 60_000_000, unit: 1_000_000) + "s"
        if minutes == 0 { return sign + seconds }
        return sign + (minutes >= 60 ? "\(minutes / 60)h" : "") + "\(minutes % 60)m" + seconds
    }

    private static func decimal(_ number: UInt64, unit: UInt64) -> String {
        let fraction = number % unit
        guard fraction > 0 else { return String(number / unit) }
        var digits = String(fraction)
        digits = String(repeating: "0", count: String(unit).count - 1 - digits.count) + digits
        while digits.last == "0" { digits.removeLast() }
        return "\(number / unit).\(digits)"
    }
}
