package import KubeModel
import Synchronization

extension Session {
    /// Does again what a journal tells; what the commands print goes to the settings' `write`.
    package mutating func replay(_ entries: [JournalEntry]) {
        for (index, entry) in entries.enumerated() where !Aftermath.isMark(entry) {
            lab.host.settings.replay(Aftermath(of: index, in: entries))
            _ = run(entry)
        }
        lab.host.settings.replay(Aftermath())
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

    package init(interruption: Interruption? = nil, edits: [[UInt8]] = []) {
        self.interruption = interruption
        self.edits = edits
    }
}

extension Aftermath {
    private static let interruptionMark = "^C"
    private static let editMark = "^E"

    /// The lines of the journal that tell it.
    package func entries(at time: Instant) -> [JournalEntry] {
        let edited = edits.map { text in
            JournalEntry(time: time, text: Self.editMark, files: [.init(path: Self.editMark, content: text)])
        }
        guard let interruption else { return edited }
        let turn = interruption.turn.map { " \($0)" } ?? ""
        return edited + [JournalEntry(time: interruption.time, text: Self.interruptionMark + turn)]
    }

    static func isMark(_ entry: JournalEntry) -> Bool {
        entry.text == editMark || interruption(entry) != nil
    }

    /// What stands behind the command at an index.
    init(of index: Int, in entries: [JournalEntry]) {
        self.init()
        for entry in entries[(index + 1)...].prefix(while: Self.isMark) {
            interruption = interruption ?? Self.interruption(entry)
            edits += entry.files.compactMap(\.content)
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
    /// The next command is done again: to its end, or to where it was stopped, with the edits that were made then.
    mutating func replay(_ aftermath: Aftermath) {
        pacing = aftermath.interruption.map(Pacing.replay) ?? .unattended
        let queue = EditQueue(aftermath.edits)
        edit = { _ in queue.next() }
    }
}

/// Texts that an editor gives back, one after the other.
private final class EditQueue: Sendable {
    private let texts: Mutex<[[UInt8]]>

    init(_ texts: [[UInt8]]) {
        self.texts = Mutex(texts)
    }

    /// `nil` as from an editor that was left without a text.
    func next() -> [UInt8]? {
        texts.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    }
}
