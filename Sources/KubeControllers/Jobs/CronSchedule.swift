import KubeModel

/// When a CronJob runs: minute, hour, day of the month, month and day of the week.
///
/// `*/5 * * * *`, `0 9-17 * * mon-fri`, `@daily`. When both days are given, either will do.
/// Source: github.com/robfig/cron/v3, `ParseStandard`.
struct CronSchedule: Hashable, Sendable {
    /// A set of numbers below 64.
    private struct Field: Hashable, Sendable {
        var bits: UInt64 = 0
        /// Written as `*` or `?`, perhaps with a step of one.
        var isStar = false

        func contains(_ number: Int64) -> Bool { bits & (1 << UInt64(number)) != 0 }
    }

    private var minutes: Field
    private var hours: Field
    private var days: Field
    private var months: Field
    private var weekdays: Field
    /// Years to search for a date that never comes, such as 30 February.
    private static let yearsMax: Int64 = 5

    private static let macros = [
        "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *", "@monthly": "0 0 1 * *", "@weekly": "0 0 * * 0",
        "@daily": "0 0 * * *", "@midnight": "0 0 * * *", "@hourly": "0 * * * *",
    ]
    private static let monthNames = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    private static let dayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
}

extension CronSchedule {
    /// Reads a schedule; `nil` when it is none.
    init?(_ text: String) {
        let fields = (Self.macros[text] ?? text).split(whereSeparator: \.isWhitespace)
        guard fields.count == 5, let minutes = Self.field(fields[0], 0...59), let hours = Self.field(fields[1], 0...23),
            let days = Self.field(fields[2], 1...31),
            let months = Self.field(fields[3], 1...12, names: Self.monthNames, first: 1),
            let weekdays = Self.field(fields[4], 0...6, names: Self.dayNames)
        else { return nil }
        self.minutes = minutes
        self.hours = hours
        self.days = days
        self.months = months
        self.weekdays = weekdays
    }

    /// The first moment after an instant at which the clock on a wall of the zone shows what the schedule says.
    ///
    /// A time that a change of clocks leaves out does not come; one that it repeats comes twice.
    func next(after instant: Instant, in zone: ZoneRules) -> Instant? {
        var time = Instant(seconds: (instant.seconds / 60 + 1) * 60)
        let lastYear = zone.wallTime(at: instant).civil.date.year + Self.yearsMax
        while true {
            let (date, clock) = zone.wallTime(at: time).civil
            guard date.year <= lastYear else { return nil }
            if !months.contains(date.month) {
                time = zone.start(of: Self.firstOfNextMonth(after: date), notBefore: time)
            } else if !matchesDay(date) {
                time = zone.start(of: CivilDate(daysSinceEpoch: date.daysSinceEpoch + 1), notBefore: time)
            } else if !hours.contains(clock.hour) {
                time += .seconds((60 - clock.minute) * 60)
            } else if !minutes.contains(clock.minute) {
                time += .seconds(60)
            } else {
                return time
            }
        }
    }

    private func matchesDay(_ date: CivilDate) -> Bool {
        let dayMatches = days.contains(date.day)
        let weekdayMatches = weekdays.contains(date.weekday)
        return days.isStar || weekdays.isStar ? dayMatches && weekdayMatches : dayMatches || weekdayMatches
    }

    private static func firstOfNextMonth(after date: CivilDate) -> CivilDate {
        date.month == 12
            ? CivilDate(year: date.year + 1, month: 1, day: 1)
            : CivilDate(year: date.year, month: date.month + 1, day: 1)
    }

    /// `1,3-7/2,*/15`
    private static func field(
        _ text: Substring, _ bounds: ClosedRange<Int>, names: [String] = [], first: Int = 0
    ) -> Field? {
        var field = Field()
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let sides = part.split(separator: "/", omittingEmptySubsequences: false)
            guard sides.count <= 2, let range = range(sides[0], bounds, names, first, isOpen: sides.count == 2) else {
                return nil
            }
            let step = sides.count == 2 ? Int(sides[1]) ?? 0 : 1
            guard step > 0 else { return nil }
            for number in stride(from: range.lowerBound, through: range.upperBound, by: step) {
                field.bits |= 1 << UInt64(number)
            }
            if sides[0] == "*" || sides[0] == "?", step == 1 { field.isStar = true }
        }
        return field
    }

    /// `*`, `5`, `mon-fri`; with a step `5/` means from five on.
    private static func range(
        _ text: Substring, _ bounds: ClosedRange<Int>, _ names: [String], _ first: Int, isOpen: Bool
    ) -> ClosedRange<Int>? {
        if text == "*" || text == "?" { return bounds }
        func number(_ text: Substring) -> Int? {
            names.firstIndex(of: text.lowercased()).map { $0 + first } ?? Int(text)
        }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count <= 2, let low = number(ends[0]), let high = number(ends[ends.count - 1]) else { return nil }
        let top = ends.count == 1 && isOpen ? bounds.upperBound : high
        guard low <= top, bounds.contains(low), bounds.contains(top) else { return nil }
        return low...top
    }
}
