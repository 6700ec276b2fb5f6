/// A moment on the simulated clock: microseconds since 1970-01-01T00:00:00Z.
///
/// Kubernetes prints most times to the second (`metav1.Time`) and lease times to the microsecond (`metav1.MicroTime`).
package struct Instant: Hashable, Sendable, Comparable {
    package var microseconds: Int64

    package init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    package init(seconds: Int64) {
        self.microseconds = seconds * 1_000_000
    }
}

extension Instant {
    /// Whole seconds since the epoch, rounded down.
    package var seconds: Int64 { microseconds.flooredQuotient(by: 1_000_000) }

    package static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }

    package static func + (instant: Instant, duration: Duration) -> Instant {
        Instant(microseconds: instant.microseconds + duration.microseconds)
    }

    package static func - (instant: Instant, duration: Duration) -> Instant {
        Instant(microseconds: instant.microseconds - duration.microseconds)
    }

    package static func - (left: Instant, right: Instant) -> Duration {
        .microseconds(left.microseconds - right.microseconds)
    }

    package static func += (instant: inout Instant, duration: Duration) { instant = instant + duration }
}

extension Duration {
    package var microseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    }
}

extension Instant {
    /// `2026-11-22T11:56:52Z`, as `metav1.Time` is written.
    package var rfc3339: String { text(withMicroseconds: false) }

    /// `2026-11-22T11:56:52.123456Z`, as `metav1.MicroTime` is written.
    package var rfc3339Micro: String { text(withMicroseconds: true) }

    /// Written digit by digit: half of what the cluster writes are times.
    private func text(withMicroseconds: Bool) -> String {
        let (date, clock) = civil
        guard (0...9999).contains(date.year) else { return "\(date.padded)T\(clock.padded)Z" }
        let fraction = microseconds - seconds * 1_000_000
        return String(unsafeUninitializedCapacity: 27) { text in
            var place = 0
            func put(_ number: Int64, width: Int, then separator: UInt8) {
                var rest = number
                for index in stride(from: place + width - 1, through: place, by: -1) {
                    text[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                    rest /= 10
                }
                text[place + width] = separator
                place += width + 1
            }
            put(date.year, width: 4, then: UInt8(ascii: "-"))
            put(date.month, width: 2, then: UInt8(ascii: "-"))
            put(date.day, width: 2, then: UInt8(ascii: "T"))
            put(clock.hour, width: 2, then: UInt8(ascii: ":"))
            put(clock.minute, width: 2, then: UInt8(ascii: ":"))
            put(clock.second, width: 2, then: UInt8(ascii: withMicroseconds ? "." : "Z"))
            if withMicroseconds { put(fraction, width: 6, then: UInt8(ascii: "Z")) }
            return place
        }
    }

    /// Reads `2026-11-22T11:56:52Z`, with or without a fraction and with any offset; `nil` for anything else.
    package init?(rfc3339 text: String) {
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int64? {
            guard range.upperBound <= bytes.count else { return nil }
            var result: Int64 = 0
            for byte in bytes[range] {
                guard byte >= 48, byte <= 57 else { return nil }
                result = result * 10 + Int64(byte - 48)
            }
            return result
        }
        func byte(_ index: Int) -> Character? {
            bytes.indices.contains(index) ? Character(UnicodeScalar(bytes[index])) : nil
        }
        guard let year = number(0..<4), byte(4) == "-", let month = number(5..<7), byte(7) == "-",
            let day = number(8..<10), byte(10) == "T" || byte(10) == "t",
            let hour = number(11..<13), byte(13) == ":", let minute = number(14..<16), byte(16) == ":",
            let second = number(17..<19), (1...12).contains(month),
            (1...CivilDate.days(inMonth: month, year: year)).contains(day),
            hour < 24, minute < 60, second < 60
        else { return nil }
        var index = 19
        var fraction: Int64 = 0
        if byte(index) == "." {
            index += 1
            var scale: Int64 = 100_000
            let start = index
            while let digit = number(index..<index + 1) {
                fraction += digit * scale
                scale /= 10
                index += 1
            }
            guard index > start else { return nil }
        }
        var offset: Int64 = 0
        switch byte(index) {
        case "Z", "z": index += 1
        case "+", "-":
            guard let hours = number(index + 1..<index + 3), byte(index + 3) == ":",
                let minutes = number(index + 4..<index + 6)
            else { return nil }
            offset = (hours * 3600 + minutes * 60) * (byte(index) == "-" ? -1 : 1)
            index += 6
        default: return nil
        }
        guard index == bytes.count else { return nil }
        let days = CivilDate(year: year, month: month, day: day).daysSinceEpoch
        let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset
        self.init(microseconds: seconds * 1_000_000 + fraction)
    }

    /// The date and the time of day in UTC.
    package var civil: (date: CivilDate, clock: ClockTime) {
        let days = seconds.flooredQuotient(by: 86_400)
        let rest = seconds - days * 86_400
        return (
            CivilDate(daysSinceEpoch: days), ClockTime(hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60)
        )
    }

    static func pad(_ number: Int64, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
