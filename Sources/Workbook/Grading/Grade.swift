package import Shell

/// What came of grading one submission.
package struct Grade: Hashable, Sendable {
    /// As the command line names it: a path.
    package let submission: String
    package let outcome: Outcome
    /// What its commands have printed on standard error.
    package let complaints: Complaints

    package enum Outcome: Hashable, Sendable {
        case graded([GradedCheck])
        /// The submission could not be read.
        case unreadable(SubmissionProblem)
        /// It used up its steps, time or objects; what its checks gave then.
        case exceeded(String, [GradedCheck])
    }

    package init(submission: String, outcome: Outcome, complaints: Complaints = Complaints()) {
        self.submission = submission
        self.outcome = outcome
        self.complaints = complaints
    }
}

/// A result with what it is worth.
package struct GradedCheck: Hashable, Sendable {
    package let result: CheckResult
    package let points: Double
    package let pointsMax: Double
}

/// Why a submission is none.
package enum SubmissionProblem: Error, Hashable, Sendable {
    case notFound
    case unreadable(FileError)
    /// Neither a script nor a journal: control characters, or no UTF-8.
    case binary
    case tooLarge(limitBytes: Int)
    case noManifests
    /// The lesson asks for nothing that manifests alone can bring about.
    case onlyCommands
    /// A journal of another lesson.
    case otherLesson(String)
    case damagedJournal(line: Int)
}

extension Grade {
    /// The grade for results of all checks of a lesson.
    package init(
        submission: String, lesson: Lesson, results: [CheckResult], exceeded: String? = nil,
        complaints: Complaints = Complaints()
    ) {
        let shares = Points.shares(of: lesson.steps.flatMap(\.checks), total: lesson.points)
        let places = lesson.steps.flatMap { step in step.checks.map { "\(step.id)/\($0.id)" } }
        let checks = results.map { result in
            let place = places.firstIndex(of: "\(result.step)/\(result.check)")
            let worth = result.isExcused ? 0 : place.map { shares[$0] } ?? 0
            return GradedCheck(result: result, points: result.hasPassed ? worth : 0, pointsMax: worth)
        }
        self.init(
            submission: submission, outcome: exceeded.map { .exceeded($0, checks) } ?? .graded(checks),
            complaints: complaints)
    }

    package var checks: [GradedCheck] {
        switch outcome {
        case .graded(let checks), .exceeded(_, let checks): checks
        case .unreadable: []
        }
    }

    package var points: Double { checks.map(\.points).reduce(0, +) }
    package var pointsMax: Double { checks.map(\.pointsMax).reduce(0, +) }

    package var hasPassed: Bool {
        if case .graded(let checks) = outcome {
            checks.allSatisfy { $0.result.hasPassed || $0.result.isExcused }
        } else {
            false
        }
    }

    /// 0 passed, 1 a check failed, 4 unreadable, 5 a budget was exceeded.
    package var exitCode: Int32 {
        switch outcome {
        case .graded: hasPassed ? 0 : 1
        case .unreadable: 4
        case .exceeded: 5
        }
    }
}

extension [Grade] {
    /// The worst of all; `isLenient` (`--exit-zero`) forgives failed checks and nothing else.
    package func exitCode(isLenient: Bool) -> Int32 {
        let worst = map(\.exitCode).max() ?? 0
        return worst == 1 && isLenient ? 0 : worst
    }
}
