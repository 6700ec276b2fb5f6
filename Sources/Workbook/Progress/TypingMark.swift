package import KubeModel
package import Shell

/// What was typed to a command while it ran, as a line of the journal behind that command.
///
///     ^K 1200000 line ls /etc     a line, and the microseconds that passed until it came
///     ^K 800000 end               Ctrl-D
///     ^K 150000 interrupt         Ctrl-C
package enum TypingMark {
    private static let mark = "^K"
    private static let end = "end"
    private static let interrupt = "interrupt"
    private static let line = "line "

    package static func entry(_ typing: Typing, at time: Instant) -> JournalEntry {
        let what =
            switch typing.input {
            case .line(let text): line + text
            case .endOfInput: end
            case .interrupted: interrupt
            }
        return JournalEntry(time: time, text: "\(mark) \(typing.duration.microseconds) \(what)")
    }

    /// `nil` for every other line of a journal.
    static func typing(_ entry: JournalEntry) -> Typing? {
        let words = entry.text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard words.count == 3, words[0] == mark, let microseconds = Int64(words[1]) else { return nil }
        let duration = Duration.microseconds(microseconds)
        switch words[2] {
        case end: return Typing(.endOfInput, after: duration)
        case interrupt: return Typing(.interrupted, after: duration)
        case let text where text.hasPrefix(line):
            return Typing(.line(String(text.dropFirst(line.count))), after: duration)
        default: return nil
        }
    }
}
