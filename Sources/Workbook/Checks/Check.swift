/// One thing that a step asks for.
package struct Check: Hashable, Sendable {
    /// Stable, in reports and progress.
    package let id: String
    /// What it is worth; `nil` when the lesson shares its points out.
    package let points: Double?
    /// Checks of the same step without which this one says nothing.
    package let needs: [String]
    /// How much simulated time it may take to come true.
    package let within: Duration?
    package let kind: Kind
    /// Asks for something that manifests alone cannot bring about, such as a deletion.
    package let isScriptOnly: Bool

    package enum Kind: Hashable, Sendable {
        /// Objects that match are there.
        case expect(ExpectCheck)
        /// No object matches.
        case absent(ObjectPattern)
        /// Once true, true for the rest of the step.
        case always(ObjectPattern)
        /// A request gets an answer.
        case http(HTTPCheck)
        /// A command of this step has printed something.
        case printed(PrintedCheck)
    }

    package init(
        id: String, points: Double? = nil, needs: [String] = [], within: Duration? = nil, kind: Kind,
        isScriptOnly: Bool = false
    ) {
        self.id = id
        self.points = points
        self.needs = needs
        self.within = within
        self.kind = kind
        self.isScriptOnly = isScriptOnly
    }

    /// Whether a folder of manifests can be asked for it.
    package var isForManifests: Bool {
        switch kind {
        case .printed: false
        case .expect, .absent, .always, .http: !isScriptOnly
        }
    }
}

/// What came of a check.
package struct CheckResult: Hashable, Sendable {
    package let step: String
    package let check: String
    package var outcome: Outcome

    package enum Outcome: Hashable, Sendable {
        /// True now, or after some more simulated time without anyone doing anything.
        case passed(after: Duration)
        case failed([Finding])
        /// Says nothing because a check that it needs has not passed.
        case skipped(needs: String)
        /// Asks for commands, and the submission is a folder of manifests.
        case excused
    }

    package init(step: String, check: String, outcome: Outcome) {
        self.step = step
        self.check = check
        self.outcome = outcome
    }
}

extension CheckResult {
    package var hasPassed: Bool {
        if case .passed = outcome { true } else { false }
    }

    package var isExcused: Bool { outcome == .excused }

    /// True at this very moment.
    package var isTrueNow: Bool { outcome == .passed(after: .zero) }
}

/// What is wrong, why, and what to do next.
package struct Finding: Hashable, Sendable {
    package var subject: ObjectName
    package var problem: Problem
    package var nearest: Nearest?
    package var cause: Cause?
    /// A command line to type.
    package var nextCommand: String?

    package enum Problem: Hashable, Sendable {
        case missing
        case mismatches([Mismatch])
        /// There, though it should not be.
        case present
        case count(expected: String, found: Int)
        /// `always`: was true and then no longer; or never was.
        case broken(at: String, [Mismatch])
        case neverTrue
        /// Nothing of the kind has been reported about the subject.
        case noEvent(reason: String, message: String)
        case http(HTTPCheck, answer: HTTPAnswer)
        case neverPrinted(PrintedCheck)
        case unknownKind
    }

    package init(
        subject: ObjectName, problem: Problem, nearest: Nearest? = nil, cause: Cause? = nil, nextCommand: String? = nil
    ) {
        self.subject = subject
        self.problem = problem
        self.nearest = nearest
        self.cause = cause
        self.nextCommand = nextCommand
    }
}

/// An object that was probably meant.
package enum Nearest: Hashable, Sendable {
    case otherNamespace(ObjectName)
    case nearName(ObjectName)
    case otherKind(ObjectName)
    /// What there is of the kind.
    case others([String])
}
