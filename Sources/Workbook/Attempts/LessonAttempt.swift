/// How far someone has come in a lesson: a value, so that undo is keeping the old one.
package struct LessonAttempt: Sendable {
    package let lesson: Lesson
    /// The step in hand; the number of steps when all are done.
    package private(set) var stepIndex = 0
    /// What the checks of finished steps gave when their step was finished.
    package private(set) var finished: [CheckResult] = []
    private var watches: [String: AlwaysWatch] = [:]
    /// The checks of the step in hand that a printed text has satisfied.
    private var printed: Set<String> = []

    package init(_ lesson: Lesson) {
        self.lesson = lesson
        enterStep()
    }
}

/// Whether time may pass for checks that come true by themselves.
package enum Patience: Hashable, Sendable {
    /// At the prompt, where the learner's clock says when something is true.
    case none
    /// In grading, where nobody waits: what comes true in time has passed.
    case asWritten
}

/// What came of looking at a lesson.
package struct AttemptReport: Hashable, Sendable {
    /// The steps that were finished just now.
    package var finishedSteps: [String] = []
    /// The results of the step in hand; empty when all are done.
    package var results: [CheckResult] = []
    /// Sections of the text that explain known mistakes of the step in hand.
    package var mistakes: [String] = []
}

extension LessonAttempt {
    package var step: LessonStep? { lesson.steps.indices.contains(stepIndex) ? lesson.steps[stepIndex] : nil }
    package var isFinished: Bool { stepIndex >= lesson.steps.count }

    /// Looks at the cluster after a change, for what must stay true all the time.
    package mutating func observe(_ cluster: some CheckedCluster) {
        for id in step?.checks.map(\.id) ?? [] { watches[id]?.observe(cluster) }
    }

    /// Takes note of what a command has printed.
    package mutating func record(_ command: CommandRecord) {
        for check in step?.checks ?? [] {
            if case .printed(let expectation) = check.kind, expectation.isSatisfied(by: command) {
                printed.insert(check.id)
            }
        }
    }

    /// Runs the checks of the step in hand, and goes on as long as steps are done.
    package mutating func check(_ cluster: some CheckedCluster, patience: Patience) -> AttemptReport {
        var report = AttemptReport()
        observe(cluster)
        while let step {
            report.results = results(of: step, in: cluster)
            let isDone = report.results.allSatisfy { patience == .none ? $0.isTrueNow : $0.hasPassed }
            guard isDone else {
                report.mistakes = step.mistakes.filter { $0.isRecognised(in: cluster) }.map(\.section)
                return report
            }
            finished += report.results
            report.finishedSteps.append(step.id)
            stepIndex += 1
            enterStep()
            observe(cluster)
        }
        report.results = []
        return report
    }

    /// The sections of the known mistakes of the step in hand that are made now.
    package func recognisedMistakes(in cluster: some CheckedCluster) -> [String] {
        step?.mistakes.filter { $0.isRecognised(in: cluster) }.map(\.section) ?? []
    }

    /// The results of all checks of the lesson: of finished steps as they were, of the others as the cluster is now.
    package func allResults(in cluster: some CheckedCluster) -> [CheckResult] {
        var results = finished
        for (index, step) in lesson.steps.enumerated() where index >= stepIndex {
            if index == stepIndex {
                results += self.results(of: step, in: cluster)
            } else {
                var later = LessonAttempt(lesson)
                later.stepIndex = index
                later.enterStep()
                later.observe(cluster)
                results += later.results(of: step, in: cluster)
            }
        }
        return results
    }

    /// Goes to a step by its number, as after a snapshot of the cluster at that step.
    package mutating func jump(toStep index: Int) {
        stepIndex = min(max(0, index), lesson.steps.count)
        let kept = Set(lesson.steps.prefix(stepIndex).map(\.id))
        finished.removeAll { !kept.contains($0.step) }
        enterStep()
    }

    private func results(of step: LessonStep, in cluster: some CheckedCluster) -> [CheckResult] {
        var evaluation = StepEvaluation(step: step, cluster: cluster, watches: watches, printed: printed)
        return evaluation.results()
    }

    private mutating func enterStep() {
        printed = []
        watches = [:]
        for check in step?.checks ?? [] {
            if case .always(let pattern) = check.kind { watches[check.id] = AlwaysWatch(pattern) }
        }
    }
}

extension Mistake {
    func isRecognised(in cluster: some CheckedCluster) -> Bool {
        func exists(_ pattern: ObjectPattern) -> Bool {
            PatternSearch(pattern, in: cluster).map { !$0.matches.isEmpty } ?? false
        }
        return when.allSatisfy(exists) && !unless.contains(where: exists)
    }
}
