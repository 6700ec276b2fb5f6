extension WorkbookCommand {
    static let goal = WorkbookCommand("goal", "what this step asks for", "このステップの目標を表示します") { session, _ in
        guard let attempt = session.attempt else { return .noLesson(session.language) }
        guard !attempt.isFinished else {
            return .text(
                session.language.choose("All steps of this lesson are done.", "このレッスンのステップはすべて終わっています。"), .good)
        }
        return Turn(
            page: GoalPage.page(lesson: attempt.lesson, stepIndex: attempt.stepIndex, language: session.language))
    }
}
