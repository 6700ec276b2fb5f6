import KubeModel

/// Durations as Go prints them: `834ms`, `1.2s`, `1m20s`, `5m0s`.
enum GoDuration {
    /// The text of a duration cut to whole milliseconds.
    static func text(_ duration: Duration) -> String {
        let milliseconds = duration.microseconds / 1000
        guard milliseconds > 0 else { return "0s" }
        guard milliseconds >= 1000 else { return "\(milliseconds)ms" }
        let hours = milliseconds / 3_600_000
        let minutes = milliseconds / 60_000 % 60
        let seconds = secondsText(milliseconds % 60_000)
        if hours > 0 { return "\(hours)h\(minutes)m\(seconds)" }
        return minutes > 0 ? "\(minutes)m\(seconds)" : seconds
    }

    private static func secondsText(_ milliseconds: Int64) -> String {
        let fraction = milliseconds % 1000
        guard fraction > 0 else { return "\(milliseconds / 1000)s" }
        var digits = String(fraction)
        while digits.count < 3 { digits = "0" + digits }
        while digits.hasSuffix("0") { digits.removeLast() }
        return "\(milliseconds / 1000).\(digits)s"
    }
}
