import Documents

extension GradeReport {
    /// For programs: `{"lesson": ..., "submissions": [{"name", "status", "score", "maxScore", "checks": [...]}]}`.
    var json: String {
        let value: Value = [
            "lesson": .string(lesson.id), "title": .string(lesson.title(language)),
            "submissions": .array(grades.map(value)),
        ]
        return JSON.encode(value, style: .indented(2)) + "\n"
    }

    private func value(_ grade: Grade) -> Value {
        var object: Object = [
            "name": .string(grade.submission), "score": .double(Points.rounded(grade.points)),
            "maxScore": .double(Points.rounded(grade.pointsMax)), "checks": .array(grade.checks.map(value)),
        ]
        switch grade.outcome {
        case .graded: object["status"] = .string(grade.hasPassed ? "passed" : "failed")
        case .unreadable(let problem):
            object["status"] = "unreadable"
            object["message"] = .string(problem.message(language))
        case .exceeded(let budget, _):
            object["status"] = "exceeded"
            object["message"] = .string(budget)
        }
        if !grade.complaints.list.isEmpty { object["standardError"] = .array(grade.complaints.list.map(value)) }
        if grade.complaints.omitted > 0 { object["standardErrorOmitted"] = .integer(Int64(grade.complaints.omitted)) }
        return .object(object)
    }

    private func value(_ complaint: Complaint) -> Value {
        var object: Object = ["command": .string(complaint.command), "text": .string(complaint.text)]
        object["line"] = complaint.line.map { .integer(Int64($0)) }
        return .object(object)
    }

    private func value(_ check: GradedCheck) -> Value {
        var object: Object = [
            "step": .string(check.result.step), "check": .string(check.result.check),
            "points": .double(Points.rounded(check.points)), "maxPoints": .double(Points.rounded(check.pointsMax)),
        ]
        switch check.result.outcome {
        case .passed(let after):
            object["status"] = "passed"
            if after > .zero { object["after"] = .string(DurationText.text(after)) }
        case .skipped(let needed):
            object["status"] = "skipped"
            object["needs"] = .string(needed)
        case .excused:
            object["status"] = "skipped"
            object["reason"] = .string(Phrase.notForManifests.text(language))
        case .failed(let findings):
            object["status"] = "failed"
            object["findings"] = .array(findings.map(value))
        }
        let advice = advice(for: check.result)
        if !advice.isEmpty { object["advice"] = Value(advice) }
        return .object(object)
    }

    private func value(_ finding: Finding) -> Value {
        var object: Object = ["text": Value(words.lines(finding))]
        if !finding.subject.kind.isEmpty {
            object["object"] = [
                "kind": .string(finding.subject.kind), "namespace": .string(finding.subject.namespace),
                "name": .string(finding.subject.name),
            ]
        }
        if case .mismatches(let mismatches) = finding.problem {
            object["mismatches"] = .array(
                mismatches.map {
                    ["path": .string($0.path), "expected": expected($0.expected), "actual": $0.actual ?? .null]
                })
        }
        object["next"] = finding.nextCommand.map(Value.string)
        return .object(object)
    }

    /// The very value where one is expected, and else what is expected of it in words; null where there must be nothing.
    private func expected(_ expected: Mismatch.Expected) -> Value {
        switch expected {
        case .scalar(.equal(let value)), .value(let value): value
        case .nothing: .null
        case .scalar, .element, .noOthers, .order: .string(words.expected(expected))
        }
    }
}
