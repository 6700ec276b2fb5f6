extension GradeReport {
    /// For people: each submission with its checks, and a table at the end when there are several.
    var text: String {
        var lines: [String] = ["\(lesson.id): \(lesson.title(language))"]
        for grade in grades { lines += [""] + self.lines(grade) }
        if grades.count > 1 { lines += [""] + summary }
        return lines.map(\.withoutControls).joined(separator: "\n") + "\n"
    }

    private func lines(_ grade: Grade) -> [String] {
        switch grade.outcome {
        case .unreadable(let problem): return ["\(grade.submission): \(problem.message(language))"]
        case .exceeded(let budget, let checks):
            let stopped = language.choose("stopped: \(budget)", "中止しました: \(budget)")
            return ["\(grade.submission): \(score(grade)), \(stopped)"] + lines(checks) + complaints(of: grade)
        case .graded(let checks):
            return ["\(grade.submission): \(score(grade))"] + lines(checks) + complaints(of: grade)
        }
    }

    /// What it printed on standard error, where that may say why it did not pass.
    private func complaints(of grade: Grade) -> [String] {
        let lines = grade.complaints.lines(language)
        guard !grade.hasPassed, !lines.isEmpty else { return [] }
        return [language.choose("  standard error:", "  標準エラー出力:")] + lines.map { "    " + $0 }
    }

    private func lines(_ checks: [GradedCheck]) -> [String] {
        var lines: [String] = []
        var step = ""
        for check in checks {
            if check.result.step != step {
                step = check.result.step
                let title = lesson.text(language)?.section(step)?.title ?? step
                lines.append("  \(step): \(title)")
            }
            var own = words.lines(check.result)
            own[0] += " (\(Points.text(check.points))/\(Points.text(check.pointsMax)))"
            lines += own.map { "    " + $0 } + advice(for: check.result).map { "           " + $0 }
        }
        return lines
    }

    private func score(_ grade: Grade) -> String {
        let points = "\(Points.text(grade.points))/\(Points.text(grade.pointsMax))"
        return language.choose("\(points) points", "\(points) 点")
    }

    private var summary: [String] {
        let width = grades.map { $0.submission.count }.max() ?? 0
        return grades.map { grade in
            let state: Phrase = grade.hasPassed ? .passed : .failed
            let padding = String(repeating: " ", count: width - grade.submission.count)
            return "\(state.text(language)) \(grade.submission)\(padding)  \(score(grade))"
        }
    }
}
