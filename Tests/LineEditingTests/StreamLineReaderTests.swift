import Foundation
import LineEditing
import Testing

struct StreamLineReaderTests {
    /// Reads everything that a pipe gives, errors included.
    private func inputs(
        of bytes: [UInt8], limitBytes: Int = 1_048_576, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> [Result<LineInput, LineError>] {
        let pipe = Pipe()
        let writer = Thread {
            pipe.fileHandleForWriting.write(Data(bytes))
            pipe.fileHandleForWriting.closeFile()
        }
        writer.start()
        var reader = StreamLineReader(descriptor: pipe.fileHandleForReading.fileDescriptor, limitBytes: limitBytes)
        var inputs: [Result<LineInput, LineError>] = []
        while inputs.last != .success(.endOfInput) {
            try #require(inputs.count < 100, sourceLocation: sourceLocation)
            do throws(LineError) {
                inputs.append(.success(try reader.readLine(prompt: .plain("> "))))
            } catch {
                inputs.append(.failure(error))
            }
        }
        return inputs.dropLast()
    }

    @Test(arguments: [
        ("", []),
        ("get pods\n", ["get pods"]),
        ("get pods", ["get pods"]),
        ("a\n\nb\n", ["a", "", "b"]),
        ("a\r\nb\r\n", ["a", "b"]),
        ("名前\n", ["名前"]),
    ])
    func `splits a stream into lines`(text: String, lines: [String]) throws {
        #expect(try inputs(of: Array(text.utf8)) == lines.map { .success(.line($0)) })
    }

    @Test func `joins lines that come in several blocks`() throws {
        let long = String(repeating: "x", count: 200_000)
        #expect(try inputs(of: Array("\(long)\nend".utf8)) == [.success(.line(long)), .success(.line("end"))])
    }

    @Test func `names a line that is too long and goes on behind it`() throws {
        let long = String(repeating: "x", count: 300_000)
        #expect(
            try inputs(of: Array("a\n\(long)\nb\n".utf8), limitBytes: 1000)
                == [.success(.line("a")), .failure(.tooLong(line: 2, limitBytes: 1000)), .success(.line("b"))])
    }

    @Test func `names a line that is no text`() throws {
        #expect(
            try inputs(of: [0x61, 0x0A, 0xFF, 0xFE, 0x0A, 0x62])
                == [.success(.line("a")), .failure(.notUTF8(line: 2)), .success(.line("b"))])
    }

    @Test func `says what the system refused`() {
        var reader = StreamLineReader(descriptor: -1)
        #expect(throws: LineError.system(code: EBADF)) { try reader.readLine(prompt: .none) }
    }

    @Test(arguments: [
        (LineError.tooLong(line: 2, limitBytes: 10), "line 2 of the input is longer than 10 bytes and was left out"),
        (.notUTF8(line: 3), "line 3 of the input is no UTF-8 text and was left out"),
        (.system(code: EIO), "the input cannot be read: Input/output error"),
    ])
    func `has a sentence for every error`(error: LineError, message: String) {
        #expect(error.message == message)
    }
}
