import Documents
import KubeModel

extension GradeReport {
    /// What to try, where the findings name no command, and what a check that was not looked at asks for.
    func advice(for result: CheckResult) -> [String] {
        switch result.outcome {
        case .passed, .excused: []
        case .skipped: wanted(result) + firstHint(result.step)
        case .failed(let findings): findings.contains { $0.nextCommand != nil } ? [] : firstHint(result.step)
        }
    }

    private func wanted(_ result: CheckResult) -> [String] {
        guard let check = lesson.check(result.check, step: result.step) else { return [] }
        return [Phrase.wanted(check.summary.shortened(to: 200)).text(language)]
    }

    private func firstHint(_ step: String) -> [String] {
        guard let hint = lesson.step(step)?.hints.first, let text = lesson.text(language)?.section(hint)?.body
        else { return [] }
        let lines = MarkdownText.page(text).lines.map(\.text).filter { !$0.isEmpty }
        return [Phrase.advice(lines.joined(separator: " ").shortened(to: 300)).text(language)]
    }
}

extension Check {
    /// What it asks for, as authors write it.
    var summary: String {
        switch kind {
        case .expect(let expectation): expectation.pattern.summary
        case .absent(let pattern): "no \(pattern.summary)"
        case .always(let pattern): pattern.summary
        case .http(let check): check.request.url
        case .printed(let check): check.text.readable
        }
    }
}

extension ObjectPattern {
    /// `Pod nginx-pod {"status":{"phase":"Running"}}`
    fileprivate var summary: String {
        var rest = object
        for key in ["apiVersion", "kind"] { rest[key] = nil }
        rest["metadata", "name"] = nil
        if rest.metadata.isEmpty { rest["metadata"] = nil }
        let fields = rest.isEmpty ? "" : " \(JSON.encode(.object(rest)))"
        return "\(kind) \(object.name)\(fields)"
    }
}
