import KubeModel
import Testing
import Workbook

struct JournalTests {
    static let journal = Journal(
        header: JournalHeader(
            lesson: "nginx-pod", profile: .eks, nodes: 3, seed: .max, start: Instant(seconds: 1_688_477_820)),
        entries: [
            JournalEntry(time: Instant(microseconds: 1_688_477_820_100_000), text: "kubectl get pods"),
            JournalEntry(
                time: Instant(seconds: 1_688_477_830), text: "cat > a <<E\nポッド\nE",
                files: [.init(path: "/home/a.yaml", content: [0, 255, 10]), .init(path: "/home/b", content: nil)]),
            JournalEntry(time: Instant(seconds: 1_688_477_840), text: "undo"),
        ])

    @Test func `reads what it writes`() {
        let text = JournalFormat.text(Self.journal)
        let reading = JournalFormat.read(Array(text.utf8))
        #expect(reading.journal == Self.journal)
        #expect(reading.damage == nil)
        #expect(reading.soundBytes == text.utf8.count)
        #expect(text.split(separator: "\n").count == 4)
    }

    @Test func `goes on where a file ends`() {
        let text = JournalFormat.text(Self.journal)
        var format = JournalFormat.read(Array(text.utf8)).format
        let entry = JournalEntry(time: Instant(seconds: 1_688_477_850), text: "redo")
        let reading = JournalFormat.read(Array((text + format.line(entry)).utf8))
        #expect(reading.journal?.entries.last == entry)
        #expect(reading.damage == nil)
    }

    @Test func `every cut is found or loses only what was cut off`() throws {
        let bytes = Array(JournalFormat.text(Self.journal).utf8)
        let ends = bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
        for length in 0..<bytes.count {
            let reading = JournalFormat.read(Array(bytes[..<length]))
            let lines = ends.count { $0 <= length }
            #expect(reading.soundBytes == (lines > 0 ? ends[lines - 1] : 0))
            let isAtEnd = length == 0 || ends.contains(length)
            #expect(reading.damage == (isAtEnd ? nil : JournalDamage(line: lines + 1, reason: .cutOff)))
            #expect(reading.journal?.entries.count == (lines > 0 ? lines - 1 : nil))
        }
    }

    @Test func `a changed line and all behind it are set aside`() {
        let text = JournalFormat.text(Self.journal).replacing("get pods", with: "get pins")
        let reading = JournalFormat.read(Array(text.utf8))
        #expect(reading.damage == JournalDamage(line: 2, reason: .changed))
        #expect(reading.journal?.entries == [])
    }

    @Test func `a line that was taken out is missed`() {
        var lines = JournalFormat.text(Self.journal).split(separator: "\n")
        lines.remove(at: 1)
        let reading = JournalFormat.read(Array((lines.joined(separator: "\n") + "\n").utf8))
        #expect(reading.damage == JournalDamage(line: 2, reason: .changed))
    }

    @Test(arguments: [[0x00, 0xFF, 0x0A], Array("hello\n".utf8), Array("{\"sum\":\"0\"}\n".utf8), Array("[1]\n".utf8)])
    func `foreign bytes are no journal`(bytes: [UInt8]) {
        let reading = JournalFormat.read(bytes)
        #expect(reading.journal == nil)
        #expect(reading.damage?.line == 1)
    }
}
