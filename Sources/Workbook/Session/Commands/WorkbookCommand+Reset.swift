extension WorkbookCommand {
    static let reset = WorkbookCommand("reset", "begin again with a new cluster", "新しいクラスターで最初からやり直します") { session, _ in
        session.remember("reset")
        let now = session.now
        session.restore(session.beginning)
        session.advance(to: now)
        var page = Page.text(
            session.language.choose("A new cluster; undo brings the old one back.", "新しいクラスターにしました。undo で元に戻せます。"),
            .waiting)
        if let attempt = session.attempt {
            page.add(GoalPage.page(lesson: attempt.lesson, stepIndex: attempt.stepIndex, language: session.language))
        }
        return Turn(page: page)
    }
}
