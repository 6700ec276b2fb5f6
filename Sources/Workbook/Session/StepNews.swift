/// What has changed in a lesson since the last look, told after a command.
struct StepNews {
    let lesson: Lesson
    let language: Language
    /// No lesson follows.
    var isLastLesson = false
}

extension StepNews {
    /// - Parameter told: The mistakes that were told before and are not told again.
    func page(
        from before: Int, to after: Int, report: AttemptReport, known: [CheckResult], told: [String] = []
    ) -> Page {
        var page = Page()
        for id in report.finishedSteps {
            page.add(language.choose("✔ step done: \(title(id))", "✔ ステップ完了: \(title(id))"), .good)
        }
        if after >= lesson.steps.count, before < after {
            page.add(finishedText, .good)
        } else if before < after {
            page.add(GoalPage.page(lesson: lesson, stepIndex: after, language: language))
        } else {
            page.add(progressed(report.results, known))
        }
        page.add(mistakes(report.mistakes.filter { !told.contains($0) }))
        return page
    }

    /// What the text says about known mistakes.
    func mistakes(_ sections: [String]) -> Page {
        var page = Page()
        for section in sections {
            guard let text = lesson.text(language)?.section(section) else { continue }
            page.add(MarkdownText.page("! \(text.body)"))
        }
        return page
    }

    /// Checks of the step in hand that have just come true, or are no longer.
    private func progressed(_ results: [CheckResult], _ known: [CheckResult]) -> Page {
        var page = Page()
        for result in results {
            let before = known.first { $0.check == result.check }
            let text = ResultText(language: language, patience: .none).lines(result)
            if result.isTrueNow, before?.isTrueNow != true {
                page.add(text.joined(separator: "\n"), .good)
            } else if let before, before.isTrueNow, !result.isTrueNow {
                page.add(text.joined(separator: "\n"), .bad)
            }
        }
        return page
    }

    private func title(_ step: String) -> String {
        lesson.text(language)?.section(step)?.title ?? step
    }

    private var finishedText: String {
        let title = lesson.title(language)
        guard isLastLesson else {
            return language.choose(
                "All steps of \(title) are done. Type next for the next lesson, or go on trying things here.",
                "「\(title)」のすべてのステップが終わりました。next で次のレッスンへ進めます。このまま試し続けてもかまいません。")
        }
        return language.choose(
            "All steps of \(title) are done, and it was the last lesson. Go on trying things here as long as you like.",
            "「\(title)」のすべてのステップが終わりました。これが最後のレッスンです。このまま試し続けてもかまいません。")
    }
}

/// The goal of the step in hand.
enum GoalPage {
    static func page(lesson: Lesson, stepIndex: Int, language: Language) -> Page {
        var page = Page()
        guard lesson.steps.indices.contains(stepIndex), let text = lesson.text(language) else { return page }
        let step = lesson.steps[stepIndex]
        let section = text.section(step.id)
        page.add("")
        page.add("[\(stepIndex + 1)/\(lesson.steps.count)] \(section?.title ?? step.id)", .heading)
        page.add(MarkdownText.page(section?.body ?? ""))
        return page
    }

    static func opening(lesson: Lesson, language: Language) -> Page {
        var page = Page()
        page.add(lesson.title(language), .heading)
        page.add(MarkdownText.page(lesson.text(language)?.introduction ?? ""))
        return page
    }
}
