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

    /// Japanese is written without spaces between words; a space stands between it and a Latin word.
    private static func joined(_ text: String, _ line: Substring) -> String {
        guard let last = text.last, let first = line.first else { return text + line }
        let needsSpace =
            switch (Script(last), Script(first)) {
            case (.japanese, .japanese), (.japanesePunctuation, _), (_, .japanesePunctuation): false
            case (.other, _), (_, .other): true
            }
        return needsSpace ? "\(text) \(line)" : text + line
    }

    private enum Script {
        case japanese, japanesePunctuation, other

        init(_ character: Character) {
            switch character.unicodeScalars.first?.value ?? 0 {
            case 0x3000...0x303F, 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF65: self = .japanesePunctuation
            case 0x3040...0x9FFF, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF66...0xFFEF: self = .japanese
            default: self = .other
            }
        }
    }
}
