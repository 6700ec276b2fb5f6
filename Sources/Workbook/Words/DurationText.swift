/// Durations as authors write them: `90s`, `5m`, `1h30m`.
enum DurationText {
    /// `nil` for anything else.
    static func parse(_ text: String) -> Duration? {
        var seconds: Int64 = 0
        var number: Int64?
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digit = Int64(byte - UInt8(ascii: "0"))
                guard (number ?? 0) < 1_000_000_000 else { return nil }
                number = (number ?? 0) * 10 + digit
            case UInt8(ascii: "d"), UInt8(ascii: "h"), UInt8(ascii: "m"), UInt8(ascii: "s"):
                guard let count = number else { return nil }
                seconds += count * secondsPerUnit(byte)
                number = nil
            default: return nil
            }
        }
        return text.isEmpty || number != nil ? nil : .seconds(seconds)
    }

    private static func secondsPerUnit(_ unit: UInt8) -> Int64 {
        switch unit {
        case UInt8(ascii: "d"): 86_400
        case UInt8(ascii: "h"): 3600
        case UInt8(ascii: "m"): 60
        default: 1
        }
    }

    /// `1h30m`, rounded up to whole seconds.
    static func text(_ duration: Duration) -> String {
        let (whole, attoseconds) = duration.components
        var rest = whole + (attoseconds > 0 ? 1 : 0)
        guard rest > 0 else { return "0s" }
        var text = ""
        for (unit, seconds): (String, Int64) in [("d", 86_400), ("h", 3600), ("m", 60), ("s", 1)] where rest >= seconds
        {
            text += "\(rest / seconds)\(unit)"
            rest %= seconds
        }
        return text
    }
}
