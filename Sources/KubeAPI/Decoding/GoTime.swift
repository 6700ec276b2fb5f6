import Documents
import KubeModel

/// Times of the API as Go's `time.Parse` reads them, with its words for what is wrong.
enum GoTime {
    enum Layout: String {
        case seconds = "2006-01-02T15:04:05Z07:00"
        case microseconds = "2006-01-02T15:04:05.000000Z07:00"
    }

    struct Problem: Error {
        var message: String
    }

    /// The moment in UTC, to the second or microsecond.
    static func normalized(_ text: String, _ layout: Layout) throws(Problem) -> String {
        var reader = Reader(text: text, layout: layout)
        try reader.check()
        guard let instant = Instant(rfc3339: text) else { throw reader.unreadable(text, as: layout.rawValue) }
        return layout == .seconds ? instant.rfc3339 : instant.rfc3339Micro
    }
}

/// Reads a text piece by piece along the layout.
private struct Reader {
    let text: String
    let layout: GoTime.Layout
    private var rest: Substring

    init(text: String, layout: GoTime.Layout) {
        self.text = text
        self.layout = layout
        rest = text[...]
    }

    mutating func check() throws(GoTime.Problem) {
        let year = try number(4, "2006")
        try literal("-")
        let month = try number(2, "01")
        guard (1...12).contains(month) else { throw outOfRange("month") }
        try literal("-")
        let day = try number(2, "02")
        try literal("T")
        guard try number(2, "15") < 24 else { throw outOfRange("hour") }
        try literal(":")
        guard try number(2, "04") < 60 else { throw outOfRange("minute") }
        try literal(":")
        guard try number(2, "05") < 60 else { throw outOfRange("second") }
        try fraction()
        try zone()
        guard rest.isEmpty else { throw problem("extra text: \(GoText.quoted(String(rest)))") }
        guard (1...CivilDate.days(inMonth: Int64(month), year: Int64(year))).contains(Int64(day)) else {
            throw outOfRange("day")
        }
    }

    private mutating func number(_ digits: Int, _ part: String) throws(GoTime.Problem) -> Int {
        let head = rest.prefix(digits)
        guard head.utf8.count == digits, head.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), let number = Int(head) else {
            throw unreadable(String(rest), as: part)
        }
        rest = rest.dropFirst(digits)
        return number
    }

    private mutating func literal(_ sign: Character) throws(GoTime.Problem) {
        guard rest.first == sign else { throw unreadable(String(rest), as: String(sign)) }
        rest.removeFirst()
    }

    private mutating func fraction() throws(GoTime.Problem) {
        let digits = rest.dropFirst().prefix { $0 >= "0" && $0 <= "9" }
        switch layout {
        case .seconds:
            if rest.first == "." || rest.first == ",", !digits.isEmpty { rest = rest.dropFirst(digits.count + 1) }
        case .microseconds:
            guard rest.first == "." || rest.first == ",", digits.count >= 6 else {
                throw unreadable(String(rest), as: ".000000")
            }
            rest = rest.dropFirst(7)
        }
    }

    private mutating func zone() throws(GoTime.Problem) {
        if rest.first == "Z" {
            rest.removeFirst()
            return
        }
        let parts = Array(rest.utf8.prefix(6))
        let isDigit: (Int) -> Bool = { parts[$0] >= 48 && parts[$0] <= 57 }
        guard parts.count == 6, parts[0] == UInt8(ascii: "+") || parts[0] == UInt8(ascii: "-"),
            parts[3] == UInt8(ascii: ":"), [1, 2, 4, 5].allSatisfy(isDigit)
        else { throw unreadable(String(rest), as: "Z07:00") }
        rest = rest.dropFirst(6)
    }

    private func outOfRange(_ part: String) -> GoTime.Problem { problem("\(part) out of range") }

    private func problem(_ detail: String) -> GoTime.Problem {
        GoTime.Problem(message: "parsing time \(GoText.quoted(text)): \(detail)")
    }

    func unreadable(_ rest: String, as part: String) -> GoTime.Problem {
        GoTime.Problem(
            message: "parsing time \(GoText.quoted(text)) as \(GoText.quoted(layout.rawValue)): "
                + "cannot parse \(GoText.quoted(rest)) as \(GoText.quoted(part))")
    }
}
