extension WorkbookCommand {
    static let history = WorkbookCommand("history", "what was typed in this session", "入力したコマンドの一覧") { session, _ in
        var page = Page()
        for (index, text) in session.typed.enumerated() {
            let lines = text.split(separator: "\n")
            let more = lines.count > 1 ? " …" : ""
            page.add("\(String(index + 1).leftPadded(to: 5))  \(lines.first ?? "")\(more)")
        }
        return Turn(page: page)
    }
}

extension String {
    func leftPadded(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
}
