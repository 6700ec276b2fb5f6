/// What a command of a submission has printed on standard error.
package struct Complaint: Hashable, Sendable {
    /// The line of the script where the command begins; `nil` where there is no script.
    package let line: Int?
    package let command: String
    package let text: String

    package init(line: Int?, command: String, text: String) {
        self.line = line
        self.command = command
        self.text = text
    }
}

extension Complaint {
    /// More complaints of one submission are counted and not kept.
    package static let countMax = 20
    private static let charactersMax = 1_000

    /// The complaint as reports hold it: bounded, and without what could move a cursor.
    var bounded: Complaint {
        Complaint(
            line: line, command: Self.plain(command, limit: 120), text: Self.plain(text, limit: Self.charactersMax))
    }

    private static func plain(_ text: String, limit: Int) -> String {
        var plain = String(decoding: text.utf8.prefix(4 * limit), as: UTF8.self).withoutControls
        while plain.hasSuffix("\n") { plain.removeLast() }
        return plain.shortened(to: limit)
    }

    /// `line 3: kubectl gte pods`, and below it what the command said.
    func lines(_ language: Language) -> [String] {
        let first = String(command.prefix { $0 != "\n" })
        let place = line.map { language.choose("line \($0): ", "\($0) 行目: ") } ?? ""
        return [place + first] + text.split(separator: "\n").map { "  " + $0 }
    }
}

/// All that a submission has printed on standard error, bounded.
package struct Complaints: Hashable, Sendable {
    package private(set) var list: [Complaint] = []
    /// How many more there were.
    package private(set) var omitted = 0

    package init() {}

    /// The same where the commands were made up for manifests, so that their lines mean nothing.
    var withoutLines: Complaints {
        var result = self
        result.list = list.map { Complaint(line: nil, command: $0.command, text: $0.text) }
        return result
    }

    package mutating func add(_ complaint: Complaint) {
        guard !complaint.text.allSatisfy(\.isWhitespace) else { return }
        guard list.count < Complaint.countMax else {
            omitted += 1
            return
        }
        list.append(complaint.bounded)
    }

    /// What reports print of it; nothing when nothing was printed.
    func lines(_ language: Language) -> [String] {
        guard !list.isEmpty else { return [] }
        let more =
            omitted == 0 ? [] : [language.choose("and \(omitted) commands more", "ほか \(omitted) 個のコマンド")]
        return list.flatMap { $0.lines(language) } + more
    }
}
