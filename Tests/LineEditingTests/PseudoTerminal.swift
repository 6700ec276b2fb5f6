import CLibedit
import Foundation
import LineEditing
import Testing

/// A pseudo-terminal with a line editor on one side and a test on the other.
final class PseudoTerminal: @unchecked Sendable {
    private let controller: Int32
    private let device: Int32
    private let lock = NSCondition()
    private var results: [LineInput] = []
    private var seen: [UInt8] = []

    init(columns: Int32 = 60, sourceLocation: SourceLocation = #_sourceLocation) throws {
        var ends: (controller: Int32, device: Int32) = (-1, -1)
        try #require(
            clibedit_open_pseudo_terminal(&ends.controller, &ends.device, columns) == 0, sourceLocation: sourceLocation)
        (controller, device) = ends
    }

    deinit {
        close(controller)
        close(device)
    }

    func makeReader(history: HistoryFile? = nil) throws -> TerminalLineReader {
        setenv("TERM", "xterm", 1)
        return try #require(TerminalLineReader(input: device, output: device, history: history))
    }

    /// Reads as many lines as asked for on a thread of its own.
    func start(
        _ reader: TerminalLineReader, lines: Int, prompt: Prompt = .plain("> "),
        complete: @escaping @Sendable (String, Int) -> Completion = { _, cursor in .none(at: cursor) }
    ) {
        nonisolated(unsafe) let reader = reader
        let thread = Thread { [self] in
            for _ in 0..<lines {
                let input = (try? reader.readLine(prompt: prompt, complete: complete)) ?? .line("<error>")
                lock.lock()
                results.append(input)
                lock.signal()
                lock.unlock()
            }
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
        var block = [UInt8](repeating: 0, count: 4096)
        while true {
            if let end = seen.firstRange(of: wanted)?.upperBound {
                let before = String(decoding: seen[..<end], as: UTF8.self)
                seen.removeSubrange(..<end)
                return before
            }
            var poller = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
            guard poll(&poller, 1, 20_000) == 1 else {
                throw Missing(text: text, shown: String(decoding: seen, as: UTF8.self).debugDescription)
            }
            let count = read(controller, &block, block.count)
            try #require(count > 0, sourceLocation: sourceLocation)
            seen += block[..<count]
        }
    }

    /// The next line that the editor gave back.
    func nextInput(sourceLocation: SourceLocation = #_sourceLocation) throws -> LineInput {
        lock.lock()
        defer { lock.unlock() }
        while results.isEmpty {
            try #require(lock.wait(until: Date(timeIntervalSinceNow: 20)), sourceLocation: sourceLocation)
        }
        return results.removeFirst()
    }
}
