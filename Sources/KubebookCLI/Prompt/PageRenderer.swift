import Workbook

/// Pages as text for a terminal, with colours where they are wanted.
struct PageRenderer {
    let isColoured: Bool

    func text(_ page: Page) -> String {
        page.lines.map { line in
            guard isColoured, let code = Self.code(line.style), !line.text.isEmpty else { return line.text + "\n" }
            return "\u{1B}[\(code)m\(line.text)\u{1B}[0m\n"
        }.joined()
    }

    private static func code(_ style: Page.Style) -> String? {
        switch style {
        case .plain: nil
        case .heading: "1"
        case .good: "32"
        case .bad: "31"
        case .waiting: "33"
        case .dim: "2"
        case .command: "36"
        }
    }
}
