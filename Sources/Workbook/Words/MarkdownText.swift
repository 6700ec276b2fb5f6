/// The little Markdown that lesson texts use: paragraphs, lists, and fenced blocks of what is typed and shown.
enum MarkdownText {
    /// Paragraphs become one line each, so that a terminal of any width can break them.
    static func page(_ text: String) -> Page {
        var page = Page()
        var paragraph = ""
        var isCode = false
        func endParagraph() {
            if !paragraph.isEmpty { page.add(paragraph, .prose) }
            paragraph = ""
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                endParagraph()
                isCode.toggle()
            } else if isCode {
                page.add("    \(line)", .command)
            } else if line.allSatisfy(\.isWhitespace) {
                endParagraph()
                page.add("")
            } else if isItem(line) || paragraph.isEmpty {
                endParagraph()
                paragraph = String(line)
            } else {
                paragraph = joined(paragraph, line.drop(while: \.isWhitespace))
            }
        }
        endParagraph()
        return page
    }

    private static func isItem(_ line: Substring) -> Bool {
        let text = line.drop(while: \.isWhitespace)
        return text.hasPrefix("- ") || text.hasPrefix("* ")
            || (text.first?.isNumber == true && text.dropFirst().hasPrefix(". "))
    }

    /// Japanese is written without spaces between words, so that a broken line gets none either.
    private static func joined(_ text: String, _ line: Substring) -> String {
        guard let last = text.last, let first = line.first else { return text + line }
        return isJapanese(last) || isJapanese(first) ? text + line : "\(text) \(line)"
    }

    private static func isJapanese(_ character: Character) -> Bool {
        character.unicodeScalars.first.map {
            (0x3000...0x9FFF).contains($0.value) || (0xFF00...0xFFEF).contains($0.value)
        }
            ?? false
    }
}
