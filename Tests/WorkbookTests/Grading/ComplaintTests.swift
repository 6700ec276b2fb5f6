import Testing

@testable import Workbook

struct ComplaintTests {
    @Test func `keeps twenty and counts the others`() {
        var complaints = Complaints()
        for line in 1...25 { complaints.add(Complaint(line: line, command: "false", text: "no\n")) }
        complaints.add(Complaint(line: 26, command: "true", text: "\n"))
        #expect(complaints.list.count == 20)
        #expect(complaints.omitted == 5)
        #expect(complaints.lines(.english).first == "line 1: false")
        #expect(complaints.lines(.japanese).last == "ほか 5 個のコマンド")
    }

    @Test func `is bounded and moves no cursor`() {
        var complaints = Complaints()
        complaints.add(
            Complaint(line: nil, command: "cat <<E\nx\nE", text: "\u{1B}[2Ja\r" + String(repeating: "x", count: 5_000)))
        #expect(complaints.lines(.english)[0] == "cat <<E")
        #expect(complaints.lines(.english)[1].hasPrefix("  [2Jaxxx"))
        #expect(complaints.list[0].text.count == 1_003)
    }
}
