/// What a learner has done, by the ids of lessons, steps and checks, which are never numbered.
package struct Progress: Hashable, Sendable {
    /// The lesson that was open last.
    package var current: String?
    /// By the ids of lessons.
    package private(set) var lessons: [String: LessonProgress] = [:]

    package init() {}
}

package struct LessonProgress: Hashable, Sendable {
    /// The ids of the steps that were finished, in the order of the lesson.
    package var finishedSteps: [String] = []
    /// The ids of the checks that have passed, as `step/check`, in the order in which they did.
    package var passedChecks: [String] = []
    /// How many hints were shown, by step.
    package var hints: [String: Int] = [:]
    /// The steps whose solution was shown.
    package var solutionsShown: [String] = []
    package var isFinished = false

    package init() {}
}

extension Progress {
    package subscript(lesson: String) -> LessonProgress {
        get { lessons[lesson] ?? LessonProgress() }
        set { lessons[lesson] = newValue }
    }

    /// Takes note of how far an attempt has come; what was reached once stays reached.
    package mutating func note(_ attempt: LessonAttempt) {
        var progress = self[attempt.lesson.id]
        for result in attempt.finished {
            add(result.step, to: &progress.finishedSteps)
            add("\(result.step)/\(result.check)", to: &progress.passedChecks)
        }
        progress.isFinished = progress.isFinished || attempt.isFinished
        self[attempt.lesson.id] = progress
    }

    private func add(_ id: String, to list: inout [String]) {
        if !list.contains(id) { list.append(id) }
    }
}

extension LessonProgress {
    /// The section of the next hint of a step; the last one again when all are told.
    package mutating func nextHint(of step: LessonStep) -> String? {
        guard !step.hints.isEmpty else { return nil }
        let told = min(hints[step.id] ?? 0, step.hints.count - 1)
        hints[step.id] = told + 1
        return step.hints[told]
    }
}
