package import KubeModel

/// How kubectl writes spans of time: `45s`, `3m20s`, `5h10m`, `12d`.
///
/// Source: k8s.io/apimachinery/pkg/util/duration/duration.go.
package enum HumanDuration {
    /// The usual form, with two units where the first alone would be coarse; `<invalid>` for two seconds or more below zero.
    package static func text(_ duration: Duration) -> String {
        let seconds = wholeSeconds(duration)
        if seconds < 0 { return seconds < -1 ? "<invalid>" : "0s" }
        if seconds < 120 { return "\(seconds)s" }
        let minutes = seconds / 60
        if minutes < 10 { return pair(minutes, "m", seconds % 60, "s") }
        if minutes < 180 { return "\(minutes)m" }
        let hours = minutes / 60
        if hours < 8 { return pair(hours, "h", minutes % 60, "m") }
        if hours < 48 { return "\(hours)h" }
        let days = hours / 24
        if days < 8 { return pair(days, "d", hours % 24, "h") }
        if days < 730 { return "\(days)d" }
        if days < 2920 { return pair(days / 365, "y", days % 365, "d") }
        return "\(days / 365)y"
    }

    /// One unit only, rounded down: `45s`, `3m`, `5h`, `12d`, `1y`.
    package static func short(_ duration: Duration) -> String {
        let seconds = wholeSeconds(duration)
        if seconds < 0 { return seconds < -1 ? "<invalid>" : "0s" }
        if seconds < 60 { return "\(seconds)s" }
        if seconds < 3600 { return "\(seconds / 60)m" }
        if seconds < 86_400 { return "\(seconds / 3600)h" }
        let days = seconds / 86_400
        return days < 365 ? "\(days)d" : "\(days / 365)y"
    }

    /// The time that has passed since an instant; `<unknown>` when there is none.
    package static func since(_ instant: Instant?, now: Instant) -> String {
        instant.map { text(now - $0) } ?? "<unknown>"
    }

    private static func wholeSeconds(_ duration: Duration) -> Int64 { duration.microseconds / 1_000_000 }

    private static func pair(_ large: Int64, _ largeUnit: String, _ small: Int64, _ smallUnit: String) -> String {
        small == 0 ? "\(large)\(largeUnit)" : "\(large)\(largeUnit)\(small)\(smallUnit)"
    }
}
