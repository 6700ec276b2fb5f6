import Testing

@testable import LineEditing

struct LineBreakerTests {
    private func broken(_ text: String, _ width: Int) -> [String] {
        let letters = Array(text)
        return LineBreaker(width: width).rows(of: letters).map { row in
            String(repeating: " ", count: row.indent) + String(letters[row.range])
        }
    }

    @Test func `breaks between words`() {
        #expect(broken("one two three four five six", 20) == ["one two three four", "five six"])
        #expect(broken("short", 20) == ["short"])
        #expect(broken("", 20) == [""])
    }

    @Test func `breaks a word that no row can hold`() {
        #expect(broken("aaaaaaaaaaaaaaaaaaaaaaaaa b", 20) == ["aaaaaaaaaaaaaaaaaaaa", "aaaaa b"])
    }

    @Test func `indents what continues a list or a finding`() {
        #expect(broken("- one two three four five", 20) == ["- one two three four", "  five"])
        #expect(broken("    one two three four", 20) == ["    one two three", "    four"])
    }

    @Test func `breaks Japanese between letters, but never before a full stop`() {
        #expect(broken("ポッドは小さな単位です。次へ", 22) == ["ポッドは小さな単位で", "す。次へ"])
        #expect(broken("クラスターにkubectlで渡す", 20) == ["クラスターにkubectl", "で渡す"])
    }
}
