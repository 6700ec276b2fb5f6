extension WorkbookCommand {
    static let next = WorkbookCommand(
        "next", "the next lesson; next step skips a step", "次のレッスンへ進みます（next step でステップを飛ばします）",
        accepts: { $0.isEmpty || $0 == ["step"] }
    ) { session, words in
        guard let attempt = session.attempt else { return .noLesson(session.language) }
        if words == ["step"] { return move(&session, by: 1) }
        guard attempt.isFinished else {
            return .text(
                session.language.choose(
                    "This lesson is not finished: goal shows what is left, next step skips the step in hand.",
                    "このレッスンはまだ終わっていません。goal で残りを確かめるか、next step で飛ばせます。"), .waiting)
        }
        guard let following = session.catalog.lesson(after: attempt.lesson.id) else {
            return .text(session.language.choose("That was the last lesson.", "これが最後のレッスンでした。"), .good)
        }
        return Turn(request: .open(lesson: following.id))
    }

    /// Goes to another step; the cluster stays as it is.
    static func move(_ session: inout Session, by steps: Int) -> Turn {
        guard var attempt = session.attempt else { return .noLesson(session.language) }
        guard attempt.lesson.steps.indices.contains(attempt.stepIndex + steps) else {
            return .text(
                steps > 0
                    ? session.language.choose(
                        "This is the last step: hint helps on, lessons shows the other lessons.",
                        "これが最後のステップです。hint でヒントが、lessons でほかのレッスンが見られます。")
                    : session.language.choose("This is the first step.", "これが最初のステップです。"), .waiting)
        }
        session.remember(steps > 0 ? "next" : "prev")
        attempt.jump(toStep: attempt.stepIndex + steps)
        session.attempt = attempt
        session.lastResults = []
        return Turn(
            page: GoalPage.page(lesson: attempt.lesson, stepIndex: attempt.stepIndex, language: session.language))
    }
}
