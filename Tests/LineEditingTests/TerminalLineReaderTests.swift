import Foundation
import Testing

@testable import LineEditing

/// One after another: libedit keeps its signal handling in one place for the whole process.
@Suite(.serialized) struct TerminalLineReaderTests {
    private let terminal: PseudoTerminal

    init() throws {
        terminal = try PseudoTerminal()
    }

    private func names(_ line: String, _ cursor: Int) -> Completion {
        let word = line.utf8.prefix(cursor).lastIndex(of: 0x20).map { line.utf8.index(after: $0) } ?? line.startIndex
        let start = line.utf8.distance(from: line.startIndex, to: word)
        let typed = String(decoding: line.utf8.prefix(cursor).dropFirst(start), as: UTF8.self)
        let known = ["backend-app", "backend-app-service", "日本語-pod"]
        return Completion(
            replaced: start..<cursor, candidates: known.filter { $0.hasPrefix(typed) }.map { .init($0) })
    }

    @Test func `reads a typed line`() throws {
        terminal.start(lines: 1)
        try terminal.expect("> ")
        terminal.type("get pods\r")
        #expect(try terminal.nextInput() == .line("get pods"))
    }

    @Test func `shows a coloured prompt`() throws {
        terminal.start(lines: 1, prompt: Prompt([.init("nginx", .green), .init("> ")]))
        try terminal.expect("\u{1B}[32mnginx\u{1B}[0m> ")
        terminal.type("\r")
        #expect(try terminal.nextInput() == .line(""))
    }

    @Test func `reads and edits Japanese text`() throws {
        terminal.start(lines: 1)
        try terminal.expect("> ")
        terminal.type("echo ポッドを見る")
        try terminal.expect("ポッドを見る")
        terminal.type("\u{7F}\u{7F}\u{7F}\u{2}です\r")  // takes three back, one to the left, and types there
        #expect(try terminal.nextInput() == .line("echo ポッですド"))
    }

    @Test func `drops the line on Ctrl-C and asks anew`() throws {
        terminal.start(lines: 2)
        try terminal.expect("> ")
        terminal.type("delete everything")
        try terminal.expect("everything")
        terminal.type("\u{1}\u{3}")  // from the start of the line
        try terminal.expect("^C")
        #expect(try terminal.nextInput() == .interrupted)
        try terminal.expect("> ")
        terminal.type("get pods\r")
        #expect(try terminal.nextInput() == .line("get pods"))
    }

    @Test func `ends on Ctrl-D in an empty line only`() throws {
        terminal.start(lines: 2)
        try terminal.expect("> ")
        terminal.type("ab\u{2}\u{4}\r")  // Ctrl-D deletes under the cursor
        #expect(try terminal.nextInput() == .line("a"))
        try terminal.expect("\n> ")
        terminal.type("\u{4}")
        #expect(try terminal.nextInput() == .endOfInput)
    }

    @Test func `completes as far as it can, then lists, then finishes`() throws {
        terminal.start(lines: 1, complete: names)
        try terminal.expect("> ")
        terminal.type("get b\t")
        try terminal.expect("ackend-app")
        terminal.type("\t")
        try terminal.expect("\nbackend-app          backend-app-service\r")
        try terminal.expect("> get backend-app")
        terminal.type("-\t")
        try terminal.expect("service ")
        terminal.type("\r")
        #expect(try terminal.nextInput() == .line("get backend-app-service "))
    }

    @Test func `completes in the middle of a line and in Japanese`() throws {
        terminal.start(lines: 1, complete: names)
        try terminal.expect("> ")
        terminal.type("見る 日 後\u{2}\u{2}\t\r")
        #expect(try terminal.nextInput() == .line("見る 日本語-pod  後"))
    }

    @Test func `finds earlier lines by Ctrl-R and across runs`() throws {
        let path = NSTemporaryDirectory() + "history-\(UUID().uuidString)"
        try "kubectl get pods\necho ポッド\nls\n".write(toFile: path, atomically: true, encoding: .utf8)
        defer { unlink(path) }
        terminal.start(lines: 4, history: HistoryFile(path: path))
        try terminal.expect("> ")
        terminal.type("\u{12}get")
        try terminal.expect("get")
        terminal.type("\r")
        #expect(try terminal.nextInput() == .line("kubectl get pods"))
        try terminal.expect("\n> ")
        terminal.type("\u{12}ポ\r")
        #expect(try terminal.nextInput() == .line("echo ポッド"))
        try terminal.expect("\n> ")
        terminal.type("\u{10}\u{10}\r")  // two lines back
        #expect(try terminal.nextInput() == .line("kubectl get pods"))
        try terminal.expect("\n> ")
        terminal.type("\u{12}ls\u{3}")
        #expect(try terminal.nextInput() == .interrupted)
        #expect(
            try String(contentsOfFile: path, encoding: .utf8)
                == "kubectl get pods\necho ポッド\nls\nkubectl get pods\necho ポッド\nkubectl get pods\n")
    }

    @Test func `says why the history is not kept and goes on`() throws {
        terminal.start(lines: 1, history: HistoryFile(path: "/nonexistent/history"))
        try terminal.expect("> ")
        terminal.type("get pods\r")
        #expect(try terminal.nextInput() == .line("get pods"))
        let problem = HistoryFile.Problem(path: "/nonexistent/history", code: ENOENT)
        #expect(try terminal.nextReport() == .closed(problem))
    }
}

struct InterruptFlagTests {
    @Test func `is taken once`() {
        InterruptFlag.set()
        #expect(InterruptFlag.take())
        #expect(!InterruptFlag.take())
    }
}
