import KubePrinting
import Testing

struct TerminalTextTests {
    @Test(arguments: [
        ("plain", "plain"), ("\u{1B}[31mred", "^[[31mred"), ("a\rb", "a\\rb"), ("bell\u{07}\u{9B}2J", "bell2J"),
        ("tab\tand\nline", "tab\tand\nline"), ("日本", "日本"),
    ])
    func `control characters do not reach the terminal`(text: String, escaped: String) {
        #expect(TerminalText.escaped(text) == escaped)
    }
}
