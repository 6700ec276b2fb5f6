extension WorkbookCommand {
    static let solution = WorkbookCommand("solution", "the commands that solve this step", "このステップの解答を表示します") {
        session, _ in
        guard let attempt = session.attempt else { return .noLesson(session.language) }
        guard let step = attempt.step, let part = attempt.lesson.scripts.solution.part(step.id) else {
            return .text(session.language.choose("There is nothing left to solve.", "解くものは残っていません。"), .dim)
        }
        var progress = session.progress[attempt.lesson.id]
        if !progress.solutionsShown.contains(step.id) { progress.solutionsShown.append(step.id) }
        session.progress[attempt.lesson.id] = progress
        var page = Page()
        for line in part.text.split(separator: "\n") { page.add("  \(line)", .command) }
        return Turn(page: page)
    }
}
