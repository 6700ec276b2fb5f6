import Foundation
import Testing

@testable import LineEditing

struct HistoryTextTests {
    @Test func `keeps lines in order without repeats in a row`() {
        let text = HistoryText(Array("get pods\nget pods\nget svc\nget pods\n".utf8))
        #expect(text.lines == ["get pods", "get svc", "get pods"])
        #expect(text.isOverfull)
        #expect(!text.endsInsideLine)
    }

    @Test func `takes a cut-off last line`() {
        let text = HistoryText(Array("get pods\nget s".utf8))
        #expect(text.lines == ["get pods", "get s"])
        #expect(text.endsInsideLine)
    }

    @Test func `passes over what is no plain line`() {
        let damage: [UInt8] = [0x00, 0x01, 0x0A, 0xFF, 0xFE, 0x0A]
        let long = Array(repeating: UInt8(0x78), count: HistoryText.lineLimitBytes + 1)
        let text = HistoryText(Array("a\n".utf8) + damage + long + Array("\nb\n".utf8))
        #expect(text.lines == ["a", "b"])
        #expect(text.isOverfull)
    }

    @Test func `keeps the newest five thousand`() {
        let text = HistoryText(Array((1...5001).map { "echo \($0)\n" }.joined().utf8))
        #expect(text.lines.count == 5000)
        #expect(text.lines.first == "echo 2")
        #expect(text.isOverfull)
    }

    @Test func `takes no blank lines`() {
        var text = HistoryText()
        let taken = ["  \t", "名前", "名前"].map { text.add($0) }
        #expect(taken == [false, true, false])
        #expect(text.text == "名前\n")
    }
}

struct HistoryFileTests {
    private func withFile(_ content: String?, _ body: (String) throws -> Void) throws {
        let path = NSTemporaryDirectory() + "history-\(UUID().uuidString)"
        if let content { try content.write(toFile: path, atomically: true, encoding: .utf8) }
        defer { unlink(path) }
        try body(path)
    }

    @Test func `starts empty and appends at once`() throws {
        try withFile(nil) { path in
            var file = HistoryFile(path: path)
            let loaded = try file.load()
            let added = try ["get pods", "get pods", "get svc"].map { try file.add($0) }
            #expect(loaded == [])
            #expect(added == [true, false, true])
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "get pods\nget svc\n")
        }
    }

    @Test func `mends a file that ends inside a line`() throws {
        try withFile("get pods\nget s") { path in
            var file = HistoryFile(path: path)
            let loaded = try file.load()
            let isAdded = try file.add("get svc")
            #expect(loaded == ["get pods", "get s"])
            #expect(isAdded)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "get pods\nget s\nget svc\n")
        }
    }

    @Test func `writes an overfull file anew`() throws {
        try withFile("a\na\n\u{1}\nb\n") { path in
            var file = HistoryFile(path: path)
            let loaded = try file.load()
            #expect(loaded == ["a", "b"])
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "a\nb\n")
        }
    }

    @Test func `says why nothing can be kept`() {
        var file = HistoryFile(path: "/nonexistent/folder/history")
        let problem = HistoryFile.Problem(path: "/nonexistent/folder/history", code: ENOENT)
        #expect(throws: problem) { try file.add("get pods") }
        #expect(
            problem.message
                == "the history in /nonexistent/folder/history cannot be kept: No such file or directory")
    }
}
