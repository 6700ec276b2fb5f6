import CLibedit
import Foundation
import LineEditing
import Synchronization
import Testing

/// A pseudo-terminal with a line editor on one side and a test on the other.
final class PseudoTerminal: Sendable {
    private let controller: Int32
    private let device: Int32
    private let inbox: Inbox
    private let seen = Mutex<[UInt8]>([])

    init(columns: Int32 = 60, sourceLocation: SourceLocation = #_sourceLocation) throws {
        var ends: (controller: Int32, device: Int32) = (-1, -1)
        try #require(
            clibedit_open_pseudo_terminal(&ends.controller, &ends.device, columns) == 0, sourceLocation: sourceLocation)
        (controller, device) = ends
        inbox = Inbox()
        setenv("TERM", "xterm", 1)
    }

    deinit {
        close(controller)
        close(device)
    }

    /// What the editor's side reports.
    enum Report: Hashable, Sendable {
        case input(LineInput)
        case failed(LineError)
        /// There is no editor for this terminal.
        case noEditor
        /// After the last line: why the history was not kept.
        case closed(HistoryFile.Problem?)
    }

    /// Reads as many lines as asked for on a thread of its own, to which the editor belongs.
    func start(
        lines: Int, history: HistoryFile? = nil, prompt: Prompt = .plain("> "),
        complete: @escaping @Sendable (String, Int) -> Completion = { _, cursor in .none(at: cursor) }
    ) {
        let device = device
        let inbox = inbox
        let thread = Thread {
            guard let reader = TerminalLineReader(input: device, output: device, history: history) else {
                return inbox.put(.noEditor)
            }
            for _ in 0..<lines {
                do throws(LineError) {
                    inbox.put(.input(try reader.readLine(prompt: prompt, complete: complete)))
                } catch {
                    inbox.put(.failed(error))
                }
            }
            inbox.put(.closed(reader.historyProblem))
        }
        thread.start()
    }

    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
    }

    struct Missing: Error {
        let text: String
        let shown: String
    }

    /// Waits until the terminal shows a text, and takes everything up to its end.
    @discardableResult
    func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
        let wanted = Array(text.utf8)
        while true {
            if let before = take(upTo: wanted) { return before }
            var poller = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
            guard poll(&poller, 1, 20_000) == 1 else {
                throw Missing(text: text, shown: seen.withLock { String(decoding: $0, as: UTF8.self).debugDescription })
            }
            var block = [UInt8](repeating: 0, count: 4096)
            let count = read(controller, &block, block.count)
            try #require(count > 0, sourceLocation: sourceLocation)
            seen.withLock { $0 += block[..<count] }
        }
    }

    private func take(upTo wanted: [UInt8]) -> String? {
        seen.withLock { seen in
            guard let end = seen.firstRange(of: wanted)?.upperBound else { return nil }
            defer { seen.removeSubrange(..<end) }
            return String(decoding: seen[..<end], as: UTF8.self)
        }
    }

    /// The next thing that the editor's side reports.
    func nextReport(sourceLocation: SourceLocation = #_sourceLocation) throws -> Report {
        try #require(inbox.take(), sourceLocation: sourceLocation)
    }

    /// The next line that the editor gave back.
    func nextInput(sourceLocation: SourceLocation = #_sourceLocation) throws -> LineInput {
        let report = try nextReport(sourceLocation: sourceLocation)
        guard case .input(let input) = report else {
            Issue.record("\(report)", sourceLocation: sourceLocation)
            return .endOfInput
        }
        return input
    }
}

/// What one thread hands to another: a pipe wakes the one that waits.
private final class Inbox: Sendable {
    private let reports = Mutex<[PseudoTerminal.Report]>([])
    private let bell: (listener: FileHandle, button: FileHandle)

    init() {
        let pipe = Pipe()
        bell = (pipe.fileHandleForReading, pipe.fileHandleForWriting)
    }

    func put(_ report: PseudoTerminal.Report) {
        reports.withLock { $0.append(report) }
        bell.button.write(Data([0]))
    }

    /// `nil` when nothing comes for a long time.
    func take() -> PseudoTerminal.Report? {
        var poller = pollfd(fd: bell.listener.fileDescriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&poller, 1, 20_000) == 1 else { return nil }
        var byte: UInt8 = 0
        guard read(bell.listener.fileDescriptor, &byte, 1) == 1 else { return nil }
        return reports.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    }
}
