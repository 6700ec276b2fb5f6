package import KubeModel

/// Watches a pattern that, once true, must stay true until the step is done.
package struct AlwaysWatch: Hashable, Sendable {
    package let pattern: ObjectPattern
    package private(set) var state = State.waiting

    package enum State: Hashable, Sendable {
        case waiting
        case holding
        case broken(at: Instant, ObjectName, [Mismatch])
    }

    package init(_ pattern: ObjectPattern) {
        self.pattern = pattern
    }
}

extension AlwaysWatch {
    /// Looks at the cluster after a change.
    package mutating func observe(_ cluster: some CheckedCluster) {
        if case .broken = state { return }
        let search = PatternSearch(pattern, in: cluster)
        let isTrue = search.map { !$0.matches.isEmpty } ?? false
        switch (state, isTrue) {
        case (.waiting, true): state = .holding
        case (.holding, false):
            let subject = search?.subject ?? pattern.subject(in: cluster.namespace, isNamespaced: true)
            state = .broken(at: cluster.now, subject, search?.nearest?.mismatches ?? [])
        case (.waiting, false), (.holding, true), (.broken, _): break
        }
    }

    func findings(in cluster: some CheckedCluster) -> [Finding] {
        switch state {
        case .holding: return []
        case .waiting:
            let found = ExpectCheck(pattern).findings(in: cluster)
            if !found.isEmpty { return found }
            let subject = pattern.subject(in: cluster.namespace, isNamespaced: true)
            return [Finding(subject: subject, problem: .neverTrue)]
        case .broken(let instant, let subject, let mismatches):
            return [
                Finding(
                    subject: subject, problem: .broken(at: instant.rfc3339, mismatches),
                    nextCommand: "kubectl describe \(subject.argument)\(subject.namespaceFlag)")
            ]
        }
    }
}
