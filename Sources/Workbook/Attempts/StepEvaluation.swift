import KubeModel

/// Runs the checks of one step on a copy of the cluster, so that time may pass in it.
struct StepEvaluation<Cluster: CheckedCluster> {
    private let step: LessonStep
    private var cluster: Cluster
    private var watches: [String: AlwaysWatch]
    private let printed: Set<String>
    private var outcomes: [String: CheckResult.Outcome] = [:]

    init(step: LessonStep, cluster: Cluster, watches: [String: AlwaysWatch], printed: Set<String>) {
        self.step = step
        self.cluster = cluster
        self.watches = watches
        self.printed = printed
    }
}

extension StepEvaluation {
    /// The results in the order of the checks: now, and of those with `within` also in the time that is left to them.
    mutating func results() -> [CheckResult] {
        let start = cluster.now
        evaluate(at: .zero)
        // What is wrong is told as it is now, not as it will be when the time is over.
        let first = outcomes
        wait(from: start)
        return step.checks.map { check in
            let outcome = outcomes[check.id] ?? .skipped(needs: "")
            if case .passed = outcome {
                return CheckResult(step: step.id, check: check.id, outcome: outcome)
            }
            return CheckResult(step: step.id, check: check.id, outcome: first[check.id] ?? outcome)
        }
    }

    private mutating func wait(from start: Instant) {
        while let patience = longestPatience, cluster.now < start + patience {
            let deadline = start + patience
            let isChanged = cluster.runToChange(until: deadline)
            for id in step.checks.map(\.id) { watches[id]?.observe(cluster) }
            evaluate(at: cluster.now - start)
            if !isChanged { return }
        }
    }

    /// The longest time that a check which has not passed may still take.
    private var longestPatience: Duration? {
        step.checks.filter { !hasPassed($0.id) }.compactMap(\.within).max()
    }

    private func hasPassed(_ id: String) -> Bool {
        if case .passed? = outcomes[id] { true } else { false }
    }

    private mutating func evaluate(at elapsed: Duration) {
        for check in step.checks where !hasPassed(check.id) {
            if let missing = check.needs.first(where: { !hasPassed($0) }) {
                outcomes[check.id] = .skipped(needs: missing)
            } else if elapsed == .zero || elapsed <= check.within ?? waitOfNeeds(check) {
                let findings = findings(of: check)
                outcomes[check.id] = findings.isEmpty ? .passed(after: elapsed) : .failed(findings)
            }
        }
    }

    /// A check without a time of its own may be looked at when the checks that it needs come true.
    private func waitOfNeeds(_ check: Check) -> Duration {
        check.needs.compactMap { id in
            if case .passed(let after)? = outcomes[id] { after } else { nil }
        }.max() ?? .zero
    }

    private mutating func findings(of check: Check) -> [Finding] {
        switch check.kind {
        case .expect(let expectation): expectation.findings(in: cluster)
        case .absent(let pattern): AbsentCheck.findings(of: pattern, in: cluster)
        case .always: watches[check.id]?.findings(in: cluster) ?? []
        case .http(let request): request.findings(in: &cluster)
        case .printed(let expectation): printed.contains(check.id) ? [] : expectation.findings
        }
    }
}
