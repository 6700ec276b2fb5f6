import KubeControllers
import KubeModel

/// What the scheduler tried for a pod: the filter that kept it off each node, and what each plugin gave the others.
struct SchedulingReport {
    let attempts: [SchedulingAttempt]
    let language: Language
}

extension SchedulingReport {
    /// So many of the latest tries are shown.
    private static let shownMax = 3

    var page: Page {
        var page = Page()
        guard !attempts.isEmpty else { return page }
        page.add(
            language.choose("What the scheduler tried (\(attempts.count)):", "スケジューラの試行（\(attempts.count) 回）:"),
            .heading)
        let hidden = attempts.count - Self.shownMax
        if hidden > 0 { page.add(language.choose("  \(hidden) earlier", "  以前の \(hidden) 回は省略"), .dim) }
        for attempt in attempts.suffix(Self.shownMax) { add(attempt, to: &page) }
        return page
    }

    private func add(_ attempt: SchedulingAttempt, to page: inout Page) {
        let time = attempt.time.rfc3339.dropFirst("2026-01-05T".count).prefix("09:00:00".count)
        page.add("  \(time)  \(outcome(attempt.outcome))", attempt.hasNode ? .good : .waiting)
        let width = attempt.rejections.map(\.node.count).max() ?? 0
        for (node, rejection) in attempt.rejections {
            let reasons = rejection.reasons.joined(separator: ", ")
            page.add("    ✗ \(node.padded(to: width))  \(rejection.plugin.rawValue): \(reasons)")
        }
        for line in Self.table(attempt.rankings) { page.add("    \(line)") }
    }

    private func outcome(_ outcome: SchedulingAttempt.Outcome) -> String {
        switch outcome {
        case .bound(let node): return "→ \(node)"
        case .nominated(let node):
            return language.choose(
                "→ \(node), once pods of lower priority have left it", "→ \(node)（優先度の低い Pod が退いたあと）")
        case .waitingForVolumes(let node):
            return language.choose("→ \(node), once its volumes are bound", "→ \(node)（ボリュームのバインド後）")
        case .failed(let message): return message
        }
    }

    /// A line for each node with its points, the best first; plugins that gave nobody any are left out.
    private static func table(_ rankings: [SchedulingAttempt.Ranking]) -> [String] {
        let plugins = ScorePlugin.allCases.filter { plugin in rankings.contains { $0.scores[plugin] ?? 0 > 0 } }
        let width = rankings.map(\.node.count).max() ?? 0
        return rankings.map { ranking in
            let points = plugins.map { "\($0.rawValue) \(ranking.scores[$0] ?? 0)" }.joined(separator: " + ")
            return "✓ \(ranking.node.padded(to: width))" + (points.isEmpty ? "" : "  \(ranking.total) = \(points)")
        }
    }
}

extension SchedulingAttempt {
    fileprivate var hasNode: Bool {
        switch outcome {
        case .bound, .nominated, .waitingForVolumes: true
        case .failed: false
        }
    }
}
