import LineEditing
import Workbook

/// Pages as text for a terminal: broken into rows that fit, and with colours where they are wanted.
struct PageRenderer {
    let isColoured: Bool
    /// Columns of the terminal, which people change at any time; `nil` when rows are not broken, as in a pipe.
    private let columns: @Sendable () -> Int?

    /// Longer rows are hard to read, however wide the terminal is.
    private static let widthMax = 100

    init(isColoured: Bool, columns: @escaping @Sendable () -> Int? = { nil }) {
        self.isColoured = isColoured
        self.columns = columns
    }
}

extension PageRenderer {
    func text(_ page: Page) -> String {
        page.lines.flatMap(rows).map { $0 + "\n" }.joined()
    }

    private func rows(_ line: Page.Line) -> [String] {
        switch line.style {
        case .prose:
            let marked = MarkedText(line.text)
            return broken(marked.letters).map { isColoured ? marked.coloured($0) : marked.plain($0) }
        case .command: return [coloured(line.text, line.style)]
        case .plain, .heading, .good, .bad, .waiting, .dim:
            return broken(Array(line.text)).map { coloured($0.text(of: Array(line.text)), line.style) }
        }
    }

    private func broken(_ letters: [Character]) -> [LineBreaker.Row] {
        guard let width = columns() else { return [LineBreaker.Row(indent: 0, range: letters.indices)] }
        return LineBreaker(width: min(width, Self.widthMax)).rows(of: letters)
    }

    private func coloured(_ text: String, _ style: Page.Style) -> String {
        guard isColoured, let code = Self.code(style), !text.isEmpty else { return text }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }

    private static func code(_ style: Page.Style) -> String? {
        switch style {
        case .plain, .prose: nil
        case .heading: "1"
        case .good: "32"
        case .bad: "31"
        case .waiting: "33"
        case .dim: "2"
        case .command: "36"
        }
    }
}

extension LineBreaker.Row {
    func text(of letters: [Character]) -> String {
        String(repeating: " ", count: indent) + String(letters[range])
    }
}

/// A paragraph with the marks of Markdown taken out of its letters.
struct MarkedText {
    enum Mark: Hashable { case none, code, strong }

    private(set) var letters: [Character] = []
    private var marks: [Mark] = []

    init(_ text: String) {
        var mark = Mark.none
        var rest = Substring(text)
        while let letter = rest.first {
            if letter == "`", mark != .strong {
                mark = mark == .code ? .none : .code
                rest = rest.dropFirst()
            } else if rest.hasPrefix("**"), mark != .code {
                mark = mark == .strong ? .none : .strong
                rest = rest.dropFirst(2)
            } else {
                letters.append(letter)
                marks.append(mark)
                rest = rest.dropFirst()
            }
        }
    }

    /// Code stays readable as code without colours.
    func plain(_ row: LineBreaker.Row) -> String {
        text(row) { $0 == .code ? ("`", "`") : ("", "") }
    }

    func coloured(_ row: LineBreaker.Row) -> String {
        text(row) { mark in
            switch mark {
            case .none: ("", "")
            case .code: ("\u{1B}[36m", "\u{1B}[0m")
            case .strong: ("\u{1B}[1m", "\u{1B}[0m")
            }
        }
    }

    private func text(_ row: LineBreaker.Row, signs: (Mark) -> (begin: String, end: String)) -> String {
        var text = String(repeating: " ", count: row.indent)
        var current = Mark.none
        for index in row.range {
            if marks[index] != current {
                text += signs(current).end + signs(marks[index]).begin
                current = marks[index]
            }
            text.append(letters[index])
        }
        return text + signs(current).end
    }
}
