import LineEditing
import Testing

struct ScriptedLineReaderTests {
    @Test func `gives its inputs in order and then the end`() throws {
        var reader = ScriptedLineReader([.line("get pods"), .interrupted, .line("ポッド")])
        let inputs = try ["> ", "... ", "", ""].map { try reader.readLine(prompt: .plain($0)) }
        #expect(inputs == [.line("get pods"), .interrupted, .line("ポッド"), .endOfInput])
        #expect(reader.prompts == ["> ", "... ", "", ""])
    }
}
