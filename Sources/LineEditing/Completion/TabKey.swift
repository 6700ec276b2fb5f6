/// The state between one Tab and the next: the second one on the same line lists what the first left open.
struct TabKey: Hashable, Sendable {
    enum Action: Hashable, Sendable {
        case replace(Range<Int>, with: String)
        case list([String])
        case beep
    }

    private struct Place: Hashable, Sendable {
        var line: String
        var cursor: Int
    }

    /// What the last Tab left behind with several candidates.
    private var open: Place?

    init() {}
}

extension TabKey {
    /// What a Tab does to a line, given what can complete it at the cursor.
    mutating func press(line: String, cursor: Int, completion: Completion) -> Action {
        let bytes = Array(line.utf8)
        let range = completion.replaced.clamped(to: 0..<bytes.count)
        switch completion.candidates.count {
        case 0:
            open = nil
            return .beep
        case 1:
            open = nil
            let candidate = completion.candidates[0]
            return .replace(range, with: candidate.text + candidate.suffix)
        default:
            let typed = String(decoding: bytes[range], as: UTF8.self)
            let prefix = completion.commonPrefix
            if prefix.utf8.count > typed.utf8.count {
                let rest = String(decoding: bytes[range.upperBound...], as: UTF8.self)
                let head = String(decoding: bytes[..<range.lowerBound], as: UTF8.self) + prefix
                open = Place(line: head + rest, cursor: head.utf8.count)
                return .replace(range, with: prefix)
            }
            let place = Place(line: line, cursor: cursor)
            if open == place { return .list(completion.candidates.map(\.label)) }
            open = place
            return .beep
        }
    }
}
