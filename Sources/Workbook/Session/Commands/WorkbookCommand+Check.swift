extension WorkbookCommand {
    static let check = WorkbookCommand("check", "compare the cluster with the goal", "クラスターと目標を比べます") { session, _ in
        guard let attempt = session.attempt else { return .noLesson(session.language) }
        var looked = attempt
        let report = looked.check(session.view, patience: .none)
        session.toldMistakes = []  // whoever asks hears them again
        var page = session.look()
        let text = ResultText(language: session.language, patience: .none)
        for result in report.results where report.finishedSteps.isEmpty {
            page.add(text.lines(result).joined(separator: "\n"), style(of: result))
        }
        if looked.isFinished, page.isEmpty {
            page.add(session.language.choose("Everything is as it should be.", "すべて目標どおりです。"), .good)
        }
        return Turn(page: page)
    }

    private static func style(of result: CheckResult) -> Page.Style {
        switch result.outcome {
        case .passed(let after): after == .zero ? .good : .waiting
        case .failed: .bad
        case .skipped, .excused: .dim
        }
    }
}
