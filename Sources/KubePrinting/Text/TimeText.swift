import KubeModel

/// Points in time as descriptions show them, in UTC.
enum TimeText {
    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// `Sun, 22 Nov 2026 12:15:06 +0000`; no time is Go's first moment, in the year 1.
    static func rfc1123(_ instant: Instant?) -> String {
        guard let instant else { return "Mon, 01 Jan 0001 00:00:00 +0000" }
        let date = instant.civil.date
        let clock = instant.rfc3339.dropFirst(11).dropLast()
        let day = instant.rfc3339.dropFirst(8).prefix(2)
        let year = instant.rfc3339.prefix(4)
        return "\(weekdays[Int(date.weekday)]), \(day) \(months[Int(date.month) - 1]) \(year) \(clock) +0000"
    }

    /// `2026-11-22 12:15:06 +0000 UTC`
    static func plain(_ instant: Instant?) -> String {
        guard let text = instant?.rfc3339 else { return "0001-01-01 00:00:00 +0000 UTC" }
        return "\(text.prefix(10)) \(text.dropFirst(11).dropLast()) +0000 UTC"
    }
}
