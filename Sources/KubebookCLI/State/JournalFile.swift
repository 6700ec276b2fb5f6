import Foundation
import KubeModel
import Shell
import Synchronization
import Workbook

/// A journal on disk: every line is written and flushed before the answer to it is shown.
///
/// Commands that read from the keyboard write to it as well, so that it can be shared.
final class JournalFile: Sendable {
    private let url: URL
    private let state: Mutex<State>

    fileprivate struct State {
        var format: JournalFormat
        var handle: FileHandle?
        /// How many bytes of the file are whole lines.
        var length: UInt64 = 0
        /// What went wrong with the last write, until someone asks.
        var failure: String?
        /// The simulated time of the command in hand.
        var time = Instant(seconds: 0)
    }

    private init(url: URL, format: JournalFormat, handle: FileHandle?, length: UInt64 = 0, failure: String? = nil) {
        self.url = url
        state = Mutex(State(format: format, handle: handle, length: length, failure: failure))
    }
}

/// What was found when a journal was opened.
struct OpenedJournal {
    var file: JournalFile
    /// The lines to run again; empty for a new journal.
    var journal: Journal
    /// Where the unsound rest of the file went, and from which line on.
    var damage: (kept: URL?, line: Int, isCutOff: Bool)?
    /// The journal belonged to another cluster (an older version of the lesson) and was set aside.
    var replaced: URL?
}

extension JournalFile {
    /// A journal larger than this is set aside rather than read.
    private static let bytesMax = 256 << 20

    /// Opens the journal of a session, or begins a new one.
    static func open(_ url: URL, header: JournalHeader, state: StateFolder) -> OpenedJournal {
        guard !state.isReadOnly else {
            let file = JournalFile(url: url, format: JournalFormat(), handle: nil)
            return OpenedJournal(file: file, journal: Journal(header: header))
        }
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            return try openWritable(url, header: header, state: state)
        } catch {
            let failure = (error as NSError).localizedDescription
            let file = JournalFile(url: url, format: JournalFormat(), handle: nil, failure: failure)
            return OpenedJournal(file: file, journal: Journal(header: header))
        }
    }

    private static func openWritable(
        _ url: URL, header: JournalHeader, state: StateFolder
    ) throws -> OpenedJournal {
        let size = (try? FileManager.default.attributesOfItem(atPath: url.path))?[.size] as? Int ?? 0
        guard size > 0 else { return try begin(url, header) }
        guard size <= bytesMax, let data = FileManager.default.contents(atPath: url.path) else {
            var opened = try restart(url, header, state)
            opened.damage = opened.replaced.map { ($0, 1, false) }
            return opened
        }
        let reading = JournalFormat.read(Array(data))
        guard let journal = reading.journal, journal.header == header else {
            var opened = try restart(url, header, state)
            if reading.journal == nil { opened.damage = opened.replaced.map { ($0, 1, false) } }
            return opened
        }
        var damage: (kept: URL?, line: Int, isCutOff: Bool)?
        if let found = reading.damage {
            guard let kept = state.setAside(url) else {
                // What cannot be copied is not cut off either: the file stays as it is, and nothing is added to it.
                let failure = "\(url.path) is damaged from line \(found.line) on and cannot be copied"
                let file = JournalFile(url: url, format: reading.format, handle: nil, failure: failure)
                return OpenedJournal(file: file, journal: journal)
            }
            damage = (kept, found.line, found.reason == .cutOff)
            let handle = try FileHandle(forWritingTo: url)
            try handle.truncate(atOffset: UInt64(reading.soundBytes))
            try handle.close()
        }
        let handle = try FileHandle(forWritingTo: url)
        try handle.seekToEnd()
        let file = JournalFile(url: url, format: reading.format, handle: handle, length: UInt64(reading.soundBytes))
        file.claim()
        return OpenedJournal(file: file, journal: journal, damage: damage)
    }

    /// Two programs that write one journal would spoil it; the second one goes on without keeping anything.
    private func claim() {
        state.withLock { state in
            guard let handle = state.handle, flock(handle.fileDescriptor, LOCK_EX | LOCK_NB) != 0 else { return }
            state.handle = nil
            state.failure = "another kubebook has \(url.lastPathComponent) open"
        }
    }

    private static func begin(_ url: URL, _ header: JournalHeader) throws -> OpenedJournal {
        try Data().write(to: url)
        let file = JournalFile(url: url, format: JournalFormat(), handle: try FileHandle(forWritingTo: url))
        file.claim()
        // No answer stands on it yet: it reaches the disk with the first line.
        file.state.withLock { $0.write($0.format.line(header), reachesDisk: false) }
        return OpenedJournal(file: file, journal: Journal(header: header))
    }

    private static func restart(_ url: URL, _ header: JournalHeader, _ state: StateFolder) throws -> OpenedJournal {
        guard let kept = state.setAside(url) else {
            let failure = "\(url.path) is another cluster's and cannot be copied"
            let file = JournalFile(url: url, format: JournalFormat(), handle: nil, failure: failure)
            return OpenedJournal(file: file, journal: Journal(header: header))
        }
        try FileManager.default.removeItem(at: url)
        var opened = try begin(url, header)
        opened.replaced = kept
        return opened
    }

    func append(_ entry: JournalEntry) {
        state.withLock { state in
            state.time = entry.time
            state.write(state.format.line(entry))
        }
    }

    /// Keeps what was typed to the command in hand.
    func append(_ typing: Typing) {
        state.withLock { state in state.write(state.format.line(TypingMark.entry(typing, at: state.time))) }
    }

    /// Why lines are no longer kept, once.
    func takeFailure() -> String? {
        state.withLock { state in state.failure.take() }
    }
}

extension JournalFile.State {
    /// A full disk must not end the lesson: it goes on, and the learner is told that it is no longer kept.
    fileprivate mutating func write(_ line: String, reachesDisk: Bool = true) {
        guard let handle else { return }
        do {
            try handle.write(contentsOf: Data(line.utf8))
            if reachesDisk { try handle.synchronize() }
            length += UInt64(line.utf8.count)
        } catch {
            failure = (error as NSError).localizedDescription
            self.handle = nil
            // Half a line is no line. Where even this fails, the next opening finds it and sets it aside.
            try? handle.truncate(atOffset: length)
        }
    }
}
