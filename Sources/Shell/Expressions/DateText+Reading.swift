extension DateText {
    /// `@1700000000`, `2026-11-22T10:00:00Z`, `1 Jan 2024 10:00`, `2024-01-01 + 1 month`, `2 days ago`, `next friday`.
    ///
    /// Source of the forms: GNU coreutils manual, "Date input formats".
    static func parse(_ text: String, now: Double) -> Double? {
        let trimmed = text.split(separator: " ").joined(separator: " ")
        if trimmed.hasPrefix("@") { return Double(trimmed.dropFirst()).flatMap { abs($0) < 1e15 ? $0 : nil } }
        var reader = DateReader(now: now)
        return reader.read(trimmed.lowercased())
    }
}

/// Reads the words of a date one by one: a calendar date, a time of day, a zone and steps from there.
private struct DateReader {
    private let now: Double
    private var date: (year: Int, month: Int, day: Int)?
    private var secondOfDay: Double?
    private var zone = 0
    private var months = 0
    private var seconds = 0.0
    private var weekday: Int?
    private var words: ArraySlice<String> = []

    init(now: Double) {
        self.now = now
    }

    mutating func read(_ text: String) -> Double? {
        // The `T` between date and time, commas, and signs that stand apart from their number.
        var spaced = ""
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            let before = index > 0 ? characters[index - 1] : " "
            let after = index + 1 < characters.count ? characters[index + 1] : " "
            let isSeparator =
                character == "," || (character == "t" && before.isNumber && after.isNumber)
                || (character == " " && (before == "+" || before == "-"))
            if character == " ", before == "+" || before == "-" { continue }
            spaced.append(isSeparator ? " " : character)
        }
        words = spaced.split(separator: " ").map(String.init)[...]
        while let word = words.popFirst() {
            guard take(word) else { return nil }
        }
        return result
    }

    private var result: Double? {
        let today = DateText.Moment(now)
        var (year, month, day) = date ?? (today.year, today.month, today.day)
        guard DateText.isDay(year: year, month: month, day: day) else { return nil }
        let index = year * 12 + month - 1 + months
        (year, month) = (index / 12, index % 12 + 1)
        var days = DateText.daysSinceEpoch(year: year, month: month, day: day)
        if let weekday {
            let current = ((days + 4) % 7 + 7) % 7
            days += (weekday - current + 7) % 7
        }
        let isDayGiven = date != nil || weekday != nil
        let nowOfDay = now - (now / 86_400).rounded(.down) * 86_400
        return Double(days * 86_400) + (secondOfDay ?? (isDayGiven ? 0 : nowOfDay)) - Double(zone) + seconds
    }

    private mutating func take(_ word: String) -> Bool {
        switch word {
        case "now", "today", "utc", "gmt", "z", "ut", "and", "at": return true
        case "yesterday": seconds -= 86_400
        case "tomorrow": seconds += 86_400
        case "midnight": secondOfDay = 0
        case "noon": secondOfDay = 43_200
        case "next", "last":
            guard let unit = words.popFirst() else { return false }
            return step(by: word == "next" ? 1 : -1, unit: unit) || takeWeekday(unit)
        default:
            return takeDate(word) || takeTime(word) || takeMonth(word) || takeWeekday(word) || takeNumber(word)
        }
        return true
    }

    /// `2024-01-31`, `2024/1/31`, `1/31/2024`
    private mutating func takeDate(_ word: String) -> Bool {
        let pieces = word.split(omittingEmptySubsequences: false) { "-/".contains($0) }.map { Int($0) }
        guard pieces.count == 3, let first = pieces[0], let second = pieces[1], let third = pieces[2] else {
            return false
        }
        date = word.contains("/") && first <= 12 ? (third, first, second) : (first, second, third)
        return true
    }

    /// `10:30`, `10:30:15.5`, `10:30z`, `10:30:00+09:00`, `10:30pm`
    private mutating func takeTime(_ word: String) -> Bool {
        guard word.contains(":") else { return false }
        var clock = word
        var hoursAdded = 0
        for (suffix, hours) in [("am", 0), ("pm", 12)] where clock.hasSuffix(suffix) {
            clock.removeLast(2)
            hoursAdded = hours
        }
        if clock.hasSuffix("z") { clock.removeLast() }
        if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            let digits = clock[clock.index(after: sign)...].filter { $0 != ":" }
            guard let value = Int(digits), digits.count == 4 || digits.count == 2 else { return false }
            let minutes = digits.count == 4 ? value / 100 * 60 + value % 100 : value * 60
            zone = (clock[sign] == "-" ? -minutes : minutes) * 60
            clock = String(clock[..<sign])
        }
        let pieces = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(pieces.count), let hour = Int(pieces[0]), let minute = Int(pieces[1]),
            let second = pieces.count == 3 ? Double(pieces[2]) : 0, (0..<24).contains(hour + hoursAdded),
            (0..<60).contains(minute), second >= 0, second < 61
        else { return false }
        secondOfDay = Double((hour + hoursAdded) * 3600 + minute * 60) + second
        return true
    }

    /// `Jan 31 2024`, `January 31`
    private mutating func takeMonth(_ word: String) -> Bool {
        guard let month = Self.month(word) else { return false }
        let today = DateText.Moment(now)
        guard let text = words.first, let day = Int(text) else { return false }
        words.removeFirst()
        date = (takeYear() ?? today.year, month, day)
        return true
    }

    private mutating func takeYear() -> Int? {
        guard let text = words.first, text.count == 4, let year = Int(text) else { return nil }
        words.removeFirst()
        return year
    }

    private static func month(_ word: String) -> Int? {
        guard word.count >= 3 else { return nil }
        return DateText.longMonths.firstIndex { $0.lowercased().hasPrefix(word) }.map { $0 + 1 }
    }

    private mutating func takeWeekday(_ word: String) -> Bool {
        guard word.count >= 3, let index = DateText.longDays.firstIndex(where: { $0.lowercased().hasPrefix(word) })
        else { return false }
        // With a date the day's name only repeats it.
        if date == nil { weekday = index }
        return true
    }

    /// `2 days`, `+1 hour`, `-3 months ago`, `31 Jan 2024`
    private mutating func takeNumber(_ word: String) -> Bool {
        let digits = word.prefix { "+-0123456789.".contains($0) }
        guard let number = Double(digits) else { return step(by: 1, unit: word) }
        let unit: String
        if digits.count < word.count {
            unit = String(word.dropFirst(digits.count))
        } else {
            guard let next = words.popFirst() else { return false }
            unit = next
        }
        if let month = Self.month(unit), let day = Int(digits), unit != "mon" {
            date = (takeYear() ?? DateText.Moment(now).year, month, day)
            return true
        }
        return step(by: number, unit: unit)
    }

    private mutating func step(by count: Double, unit: String) -> Bool {
        guard abs(count) < 1e12 else { return false }
        let isAgo = words.first == "ago"
        if isAgo { words.removeFirst() }
        let signed = isAgo ? -count : count
        let units: [String: Double] = [
            "second": 1, "sec": 1, "minute": 60, "min": 60, "hour": 3600, "day": 86_400, "week": 604_800,
            "fortnight": 1_209_600,
        ]
        let name = unit.hasSuffix("s") ? String(unit.dropLast()) : unit
        if let length = units[name] {
            seconds += signed * length
        } else if name == "month" || name == "year", abs(signed) < 100_000 {
            months += Int(signed) * (name == "year" ? 12 : 1)
        } else {
            return false
        }
        return true
    }
}

extension DateText {
    static func isDay(year: Int, month: Int, day: Int) -> Bool {
        guard (1...9999).contains(year), (1...12).contains(month) else { return false }
        let next = month == 12 ? (year + 1, 1) : (year, month + 1)
        let length =
            daysSinceEpoch(year: next.0, month: next.1, day: 1) - daysSinceEpoch(year: year, month: month, day: 1)
        return (1...length).contains(day)
    }
}
