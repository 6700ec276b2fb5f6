extension WorkbookCommand {
    static let hint = WorkbookCommand("hint", "a hint; the next time one that says more", "ヒントを一つずつ表示します") {
        session, _ in
        guard let attempt = session.attempt else { return .noLesson(session.language) }
        guard let step = attempt.step else {
            return .text(session.language.choose("There is nothing left to do.", "やることは残っていません。"), .dim)
        }
        var progress = session.progress[attempt.lesson.id]
        let section = progress.nextHint(of: step)
        session.progress[attempt.lesson.id] = progress
        guard let section, let text = attempt.lesson.text(session.language)?.section(section) else {
            return .text(
                session.language.choose(
                    "There are no hints for this step; solution shows the whole answer.",
                    "このステップにヒントはありません。solution で答えが見られます。"), .dim)
        }
        let number = (step.hints.firstIndex(of: section) ?? 0) + 1
        var page = Page.text("\(session.language.choose("hint", "ヒント")) \(number)/\(step.hints.count)", .heading)
        page.add(MarkdownText.page(text.body))
        if number == step.hints.count {
            page.add(
                session.language.choose(
                    "That was the last hint; solution shows the whole answer.", "ヒントはこれで全部です。solution で答えが見られます。"), .dim
            )
        }
        return Turn(page: page)
    }
}
