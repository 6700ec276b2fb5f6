extension Session {
    /// The lesson's title and what it is about.
    package var introduction: Page {
        guard let lesson else { return Page() }
        return GoalPage.opening(lesson: lesson, language: language)
    }

    /// What the step in hand asks for.
    package var goal: Page {
        guard let attempt else { return Page() }
        guard !attempt.isFinished else {
            return .text(
                language.choose(
                    "This lesson is done: next goes on, reset begins it again.",
                    "このレッスンは終わっています。next で先へ、reset で最初からやり直せます。"), .good)
        }
        return GoalPage.page(lesson: attempt.lesson, stepIndex: attempt.stepIndex, language: language)
    }

    package mutating func setProgress(_ progress: Progress) {
        self.progress = progress
    }

    package var outputRecorder: OutputRecorder { recorder }
}
