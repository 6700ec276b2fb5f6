import Documents

/// Results of checks as lines of text, the same at the prompt and in reports.
package struct ResultText: Sendable {
    package let language: Language
    /// At the prompt, what comes true later has not passed yet.
    package let patience: Patience

    package init(language: Language, patience: Patience) {
        self.language = language
        self.patience = patience
    }
}

extension ResultText {
    /// One line, and under a failure what was expected and found, the likely cause, and what to try.
    package func lines(_ result: CheckResult) -> [String] {
        switch result.outcome {
        case .passed(let after) where patience == .none && after > .zero:
            [head(.waiting, result, say(.trueIn(after)))]
        case .passed: [head(.passed, result)]
        case .skipped(let check): [head(.skipped, result, say(.needs(check: check)))]
        case .excused: [head(.skipped, result, say(.notForManifests))]
        case .failed(let findings): [head(.failed, result)] + findings.flatMap { lines($0) }.map { "       " + $0 }
        }
    }

    /// What was expected and found, the likely cause, and the command to try.
    package func lines(_ finding: Finding) -> [String] {
        var lines = problem(finding)
        if let nearest = finding.nearest { lines.append(say(phrase(nearest))) }
        if let cause = finding.cause { lines.append(say(.cause(cause))) }
        if let command = finding.nextCommand { lines.append(say(.next(command))) }
        return lines.map { $0.withoutControls.replacing("\n", with: " ").shortened(to: 400) }
    }

    private func head(_ state: Phrase, _ result: CheckResult, _ more: String = "") -> String {
        "\(say(state)) \(result.check)" + (more.isEmpty ? "" : ": \(more)")
    }

    private func problem(_ finding: Finding) -> [String] {
        let subject = finding.subject
        switch finding.problem {
        case .missing: return [say(.missing(subject))]
        case .mismatches(let mismatches): return [say(.object(subject)) + ":"] + mismatches.map { "  " + line($0) }
        case .present: return [say(.present(subject))]
        case .count(let expected, let found): return [say(.count(subject, expected: expected, found: found))]
        case .broken(let instant, let mismatches):
            return [say(.broken(subject, at: instant))] + mismatches.map { "  " + line($0) }
        case .neverTrue: return [say(.neverTrue(subject))]
        case .noEvent(let reason, let message):
            return [say(.noEvent(subject, reason: reason, message: message))]
        case .http(let check, let answer): return [line(check, answer)]
        case .neverPrinted(let check): return [say(.neverPrinted(text: check.text.readable, by: check.by?.readable))]
        case .unknownKind: return [say(.unknownKind(subject.kind))]
        }
    }

    private func line(_ mismatch: Mismatch) -> String {
        let found = mismatch.actual.map { $0.plainText.shortened(to: 80) } ?? say(.nothingFound)
        return say(.mismatch(path: mismatch.path, expected: expected(mismatch.expected), found: found))
    }

    /// What a place of an object should hold, in words.
    func expected(_ expected: Mismatch.Expected) -> String {
        switch expected {
        case .scalar(let pattern): text(pattern)
        case .value(let value): value.plainText.shortened(to: 80)
        case .nothing: say(.noValue)
        case .element(let present): say(.element(present: present))
        case .noOthers(let extra): say(.noOthers(extra: extra))
        case .order(let names): say(.order(names))
        }
    }

    private func text(_ pattern: ScalarPattern) -> String {
        switch pattern {
        case .equal(let value): value.plainText
        case .notEqual(let value): say(.anythingBut(value.plainText))
        case .order(let relation, let operand): say(.relation(relation, operand))
        case .text(.expression(".")): say(.anyText)
        case .text(let pattern): say(.textWith(pattern.readable))
        }
    }

    private func line(_ check: HTTPCheck, _ answer: HTTPAnswer) -> String {
        var expected = say(.httpStatus(text(check.status)))
        if let body = check.body { expected += ", " + say(.httpBody(body.text)) }
        let found =
            switch answer {
            case .response(let status, let body): say(.httpStatus("\(status)")) + ": " + body.shortened(to: 60)
            case .failed(let message): say(.httpFailed(message))
            }
        return say(.http(url: check.request.url, expected: expected, found: found))
    }

    private func phrase(_ nearest: Nearest) -> Phrase {
        switch nearest {
        case .otherNamespace(let name): .otherNamespace(name)
        case .nearName(let name): .nearName(name)
        case .otherKind(let name): .otherKind(name)
        case .others(let names): .others(names)
        }
    }

    private func say(_ phrase: Phrase) -> String { phrase.text(language) }
}
