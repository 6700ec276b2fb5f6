/// Times of the proleptic Gregorian calendar in UTC, as `date` writes and reads them.
enum DateText {
    static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    static let longMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    static let longDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

    /// The parts of a moment.
    struct Moment {
        let year: Int
        /// 1...12
        let month: Int
        /// 1...31
        let day: Int
        let hour: Int
        let minute: Int
        let second: Int
        let nanosecond: Int
        /// 0 is Sunday.
        let weekday: Int
        /// 1...366
        let dayOfYear: Int

        init(_ seconds: Double) {
            let whole = Int(seconds.rounded(.down))
            nanosecond = min(999_999_999, max(0, Int((seconds - Double(whole)) * 1e9)))
            let days = Int((Double(whole) / 86_400).rounded(.down))
            let rest = whole - days * 86_400
            (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60)
            (year, month, day) = Self.date(daysSinceEpoch: days)
            weekday = ((days + 4) % 7 + 7) % 7
            dayOfYear = days - DateText.daysSinceEpoch(year: year, month: 1, day: 1) + 1
        }

        /// Source of the method: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
        private static func date(daysSinceEpoch days: Int) -> (Int, Int, Int) {
            let shifted = days + 719_468
            let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
            let dayOfEra = shifted - era * 146_097
            let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
            let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
            let shiftedMonth = (5 * dayOfYear + 2) / 153
            let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
            return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
        }
    }

    static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

// MARK: - Writing

extension DateText {
    static func formatted(_ seconds: Double, _ format: String) -> String {
        let moment = Moment(seconds)
        var result = ""
        var rest = Array(format.unicodeScalars)[...]
        while let scalar = rest.popFirst() {
            guard scalar == "%", var letter = rest.popFirst() else {
                result.unicodeScalars.append(scalar)
                continue
            }
            var flag: UnicodeScalar?
            if "-_0^#".unicodeScalars.contains(letter), let next = rest.popFirst() { (flag, letter) = (letter, next) }
            var digits = 9
            if letter == "3" || letter == "6" || letter == "9", rest.first == "N" {
                digits = Int(letter.value) - 0x30
                letter = rest.removeFirst()
            }
            result += field(letter, moment, seconds, digits: digits).map { padded($0, flag) } ?? "%\(letter)"
        }
        return result
    }

    private static func padded(_ text: String, _ flag: UnicodeScalar?) -> String {
        let isNumber = text.utf8.allSatisfy { $0.isDigit || $0 == .space }
        switch flag {
        case "-" where isNumber:
            let stripped = text.drop { $0 == "0" || $0 == " " }
            return stripped.isEmpty ? "0" : String(stripped)
        case "_" where isNumber:
            let stripped = text.drop { $0 == "0" }
            return Padding.left(stripped.isEmpty ? "0" : String(stripped), to: text.count)
        case "^": return text.uppercased()
        default: return text
        }
    }

    private static func two(_ value: Int) -> String { Padding.left(String(value), to: 2, with: "0") }

    private static func field(_ letter: UnicodeScalar, _ moment: Moment, _ seconds: Double, digits: Int) -> String? {
        switch letter {
        case "Y": return String(moment.year)
        case "C": return two(moment.year / 100)
        case "y": return two(((moment.year % 100) + 100) % 100)
        case "m": return two(moment.month)
        case "d": return two(moment.day)
        case "e": return Padding.left(String(moment.day), to: 2)
        case "H": return two(moment.hour)
        case "k": return Padding.left(String(moment.hour), to: 2)
        case "I": return two((moment.hour + 11) % 12 + 1)
        case "l": return Padding.left(String((moment.hour + 11) % 12 + 1), to: 2)
        case "M": return two(moment.minute)
        case "S": return two(moment.second)
        case "N": return String(Padding.left(String(moment.nanosecond), to: 9, with: "0").prefix(digits))
        case "s": return String(Int(seconds.rounded(.down)))
        case "j": return Padding.left(String(moment.dayOfYear), to: 3, with: "0")
        case "u": return String(moment.weekday == 0 ? 7 : moment.weekday)
        case "w": return String(moment.weekday)
        case "U": return two((moment.dayOfYear + 6 - moment.weekday) / 7)
        case "q": return String((moment.month + 2) / 3)
        case "p": return moment.hour < 12 ? "AM" : "PM"
        case "P": return moment.hour < 12 ? "am" : "pm"
        default: return name(letter, moment) ?? compound(letter, seconds)
        }
    }

    private static func name(_ letter: UnicodeScalar, _ moment: Moment) -> String? {
        switch letter {
        case "a": days[moment.weekday]
        case "A": longDays[moment.weekday]
        case "b", "h": months[moment.month - 1]
        case "B": longMonths[moment.month - 1]
        case "Z": "UTC"
        case "z": "+0000"
        case ":": "+00:00"
        case "n": "\n"
        case "t": "\t"
        case "%": "%"
        default: nil
        }
    }

    private static func compound(_ letter: UnicodeScalar, _ seconds: Double) -> String? {
        switch letter {
        case "F": formatted(seconds, "%Y-%m-%d")
        case "T", "X": formatted(seconds, "%H:%M:%S")
        case "R": formatted(seconds, "%H:%M")
        case "D", "x": formatted(seconds, "%m/%d/%y")
        case "c": formatted(seconds, "%a %b %e %H:%M:%S %Y")
        case "r": formatted(seconds, "%I:%M:%S %p")
        default: nil
        }
    }
}
