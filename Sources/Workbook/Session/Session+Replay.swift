package import KubeModel
package import Shell
import Synchronization

extension Session {
    /// Does again what a journal tells; what the commands print goes to the settings' `write`.
    package mutating func replay(_ entries: [JournalEntry]) {
        let last = entries.lastIndex { !Aftermath.isMark($0) }
        for (index, entry) in entries.enumerated() where !Aftermath.isMark(entry) {
            let aftermath = Aftermath(of: index, in: entries)
            lab.host.settings.replay(aftermath)
            lab.host.settings.stopsFollowing = index == last && !aftermath.tellsEnd
            _ = run(entry)
        }
        lab.host.settings.replay(Aftermath())
        lab.host.settings.stopsFollowing = false
    }

    /// Runs a line of a journal at its time, after taking over the files that had changed before it.
    package mutating func run(_ entry: JournalEntry) -> Turn {
        for change in entry.files { lab.host.files.apply(change) }
        advance(to: entry.time)
        return run(entry.text)
    }
}

/// What a person did while a command ran, noted in the journal behind it.
package struct Aftermath: Hashable, Sendable {
    /// Ctrl-C: `^C 17`, with the turn of the shell.
    package var interruption: Interruption?
    /// What came back from the editor, in order: `^E`, with the text as a file.
    package var edits: [[UInt8]]
    /// What was typed to it, in order; the journal holds it from the moment of typing.
    package var typings: [Typing]
    /// What it followed came to its end: `^.`
    package var hasFollowed: Bool

    package init(
        interruption: Interruption? = nil, edits: [[UInt8]] = [], typings: [Typing] = [], hasFollowed: Bool = false
    ) {
        self.interruption = interruption
        self.edits = edits
        self.typings = typings
        self.hasFollowed = hasFollowed
    }
}

extension Aftermath {
    /// Somebody typed while it ran.
    var isTypedTo: Bool { !typings.isEmpty }

    /// The journal says how the command ended.
    var tellsEnd: Bool { hasFollowed || interruption != nil }

    private static let endMark = "^."
    private static let interruptionMark = "^C"
    private static let editMark = "^E"

    /// The lines of the journal that tell it.
    package func entries(at time: Instant) -> [JournalEntry] {
        let typed = typings.map { TypingMark.entry($0, at: time) }
        let edited = edits.map { text in
            JournalEntry(time: time, text: Self.editMark, files: [.init(path: Self.editMark, content: text)])
        }
        guard let interruption else {
            return typed + edited + (hasFollowed ? [JournalEntry(time: time, text: Self.endMark)] : [])
        }
        let turn = interruption.turn.map { " \($0)" } ?? ""
        return typed + edited + [JournalEntry(time: interruption.time, text: Self.interruptionMark + turn)]
    }

    static func isMark(_ entry: JournalEntry) -> Bool {
        entry.text == editMark || entry.text == endMark || interruption(entry) != nil || TypingMark.typing(entry) != nil
    }

    /// What stands behind the command at an index.
    init(of index: Int, in entries: [JournalEntry]) {
        self.init()
        for entry in entries[(index + 1)...].prefix(while: Self.isMark) {
            interruption = interruption ?? Self.interruption(entry)
            edits += entry.files.compactMap(\.content)
            hasFollowed = hasFollowed || entry.text == Self.endMark
            if let typing = TypingMark.typing(entry) { typings.append(typing) }
        }
    }

    private static func interruption(_ entry: JournalEntry) -> Interruption? {
        let words = entry.text.split(separator: " ")
        guard words.first.map(String.init) == interruptionMark else { return nil }
        if words.count == 1 { return Interruption(time: entry.time) }
        guard words.count == 2, let turn = Int(words[1]) else { return nil }
        return Interruption(time: entry.time, turn: turn)
    }
}

extension LabSettings {
    /// The next command is done again: to its end, or to where it was stopped, with the edits and the lines of then.
    mutating func replay(_ aftermath: Aftermath) {
        pacing = aftermath.interruption.map(Pacing.replay) ?? .unattended
        let edits = Queue(aftermath.edits)
        edit = { _ in edits.next() }
        let typings = Queue(aftermath.typings)
        type = nil
        if aftermath.isTypedTo { type = { _ in typings.next() ?? Typing(.endOfInput) } }
    }
}

/// What a person gave, one after the other; `nil` when nothing is left.
private final class Queue<Element: Sendable>: Sendable {
    private let elements: Mutex<[Element]>

    init(_ elements: [Element]) {
        self.elements = Mutex(elements)
    }

    func next() -> Element? {
        elements.withLock { elements in elements.isEmpty ? nil : elements.removeFirst() }
    }
}
