/// The forms of dates and times that go-yaml takes for a timestamp.
///
/// `2006-1-2`, `2006-1-2 15:4:5.9`, `2006-1-2T15:4:5.9Z`, `2006-1-2t15:4:5+09:00`.
/// Source: go.yaml.in/yaml/v2 (`allowedTimestampFormats` in resolve.go).
enum YAMLTimestamp {
    static func matches(_ text: String) -> Bool {
        var scanner = Scanner(text.utf8)
        guard let year = scanner.number(digits: 4...4), scanner.skip("-"), let month = scanner.number(digits: 1...2),
            scanner.skip("-"), let day = scanner.number(digits: 1...2), (1...12).contains(month),
            day >= 1, day <= days(in: month, of: year)
        else { return false }
        if scanner.isAtEnd { return true }
        let hasZone = !scanner.skip(" ")
        if hasZone, !scanner.skip("T"), !scanner.skip("t") { return false }
        guard let hour = scanner.number(digits: 1...2), scanner.skip(":"), let minute = scanner.number(digits: 1...2),
            scanner.skip(":"), let second = scanner.number(digits: 1...2), hour < 24, minute < 60, second < 60
        else { return false }
        if scanner.skip("."), scanner.number(digits: 1...Int.max) == nil { return false }
        return (!hasZone || skipZone(&scanner)) && scanner.isAtEnd
    }

    private static func skipZone(_ scanner: inout Scanner) -> Bool {
        if scanner.skip("Z") { return true }
        guard scanner.skip("+") || scanner.skip("-") else { return false }
        guard let hours = scanner.number(digits: 2...2), scanner.skip(":"), let minutes = scanner.number(digits: 2...2)
        else { return false }
        return hours <= 24 && minutes < 60
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    private struct Scanner {
        private var rest: Substring.UTF8View

        init(_ text: String.UTF8View) {
            rest = text[...]
        }

        var isAtEnd: Bool { rest.isEmpty }

        mutating func skip(_ character: Unicode.Scalar) -> Bool {
            guard rest.first == UInt8(ascii: character) else { return false }
            rest.removeFirst()
            return true
        }

        /// As many digits as there are, if their number is right; the value is cut to what fits.
        mutating func number(digits: ClosedRange<Int>) -> Int? {
            var count = 0
            var value = 0
            while count < digits.upperBound, let byte = rest.first, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte {
                value = (value % 1_000_000) * 10 + Int(byte - UInt8(ascii: "0"))
                count += 1
                rest.removeFirst()
            }
            return count >= digits.lowerBound ? value : nil
        }
    }
}
