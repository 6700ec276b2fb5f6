import Documents
import KubeAPI
import KubeModel

/// Finds the node where a pod fits once pods of lower priority are gone, at the least cost.
///
/// Source: `pkg/scheduler/framework/preemption/preemption.go`.
struct Preemption {
    /// A node and the pods that would have to go.
    struct Candidate {
        let index: Int
        let victims: [PodFacts]
        /// How many of them a disruption budget protects.
        let violations: Int
    }

    let pod: PodFacts
    let state: SchedulerState
    /// What each node had against the pod, by its place.
    let rejections: [Int: Rejection]
    let budgets: [Object]

    private static let notHelpful = "Preemption is not helpful for scheduling"
    private static let noVictims = "No preemption victims found for incoming pod"
}

extension Preemption {
    /// The node to free, or why none will do: `preemption: 0/3 nodes are available: ...`.
    func choose() -> (best: Candidate?, message: String) {
        guard !pod.neverPreempts else { return (nil, "preemption: not eligible due to preemptionPolicy=Never.") }
        if let index = pod.nominatedNode.flatMap(state.index(ofNode:)),
            rejections[index]?.isFinal != true,
            state.nodes[index].pods.values.contains(where: { $0.isTerminating && $0.priority < pod.priority })
        {
            return (nil, "preemption: not eligible due to a terminating pod on the nominated node.")
        }
        var candidates: [Candidate] = []
        var reasons: [String] = []
        for index in rejections.keys.sorted() {
            guard let rejection = rejections[index], !rejection.isFinal else {
                reasons.append(Self.notHelpful)
                continue
            }
            switch candidate(at: index) {
            case .success(let candidate): candidates.append(candidate)
            case .failure(let failure): reasons += failure.reasons
            }
        }
        guard let best = candidates.min(by: isBetter) else {
            let failure = "0/\(state.nodeCount) nodes are available: \(SchedulingFailure.histogram(reasons))."
            return (nil, "preemption: " + failure)
        }
        return (best, "")
    }

    private struct Failure: Error { let reasons: [String] }

    /// Takes all lower pods away and puts back as many as possible, the protected and the important ones first.
    private func candidate(at index: Int) -> Result<Candidate, Failure> {
        let lower = state.nodes[index].pods.values.filter { $0.priority < pod.priority }
        guard !lower.isEmpty else { return .failure(Failure(reasons: [Self.noVictims])) }
        var trial = state
        for victim in lower { trial.removePod(victim.uid) }
        if let rejection = rejection(at: index, in: trial) { return .failure(Failure(reasons: rejection.reasons)) }
        let (protected, others) = split(lower.sorted(by: Self.isMoreImportant))
        var victims: [PodFacts] = []
        var violations = 0
        for (group, isProtected) in [(protected, true), (others, false)] {
            for victim in group where !putBack(victim, at: index, in: &trial) {
                victims.append(victim)
                violations += isProtected ? 1 : 0
            }
        }
        return .success(
            Candidate(index: index, victims: victims.sorted(by: Self.isMoreImportant), violations: violations))
    }

    private func putBack(_ victim: PodFacts, at index: Int, in trial: inout SchedulerState) -> Bool {
        trial.setPod(victim, onNode: trial.nodes[index].name)
        if rejection(at: index, in: trial) == nil { return true }
        trial.removePod(victim.uid)
        return false
    }

    private func rejection(at index: Int, in trial: SchedulerState) -> Rejection? {
        trial.nodes[index].rejection(of: pod) ?? TopologyFilter(pod, trial).rejection(on: trial.nodes[index])
    }

    /// The pods whose budgets would be overdrawn, and the others, each in order.
    private func split(_ pods: [PodFacts]) -> (protected: [PodFacts], others: [PodFacts]) {
        var allowances = budgets.map { $0["status"]?["disruptionsAllowed"]?.int ?? 0 }
        var protected: [PodFacts] = []
        var others: [PodFacts] = []
        for pod in pods {
            var isProtected = false
            for (position, budget) in budgets.enumerated() where budget.namespace == pod.key.namespace {
                guard LabelSelector(selector: budget["spec"]?["selector"] ?? .null).matches(pod.labels) else {
                    continue
                }
                allowances[position] -= 1
                if allowances[position] < 0 { isProtected = true }
            }
            if isProtected { protected.append(pod) } else { others.append(pod) }
        }
        return (protected, others)
    }

    /// Fewest violated budgets, then the lowest highest priority, the smallest sum, the fewest and the youngest victims.
    private func isBetter(_ left: Candidate, _ right: Candidate) -> Bool {
        if left.violations != right.violations { return left.violations < right.violations }
        let highest = (left.victims.first?.priority ?? .min, right.victims.first?.priority ?? .min)
        if highest.0 != highest.1 { return highest.0 < highest.1 }
        func sum(_ candidate: Candidate) -> Int { candidate.victims.reduce(0) { $0 + $1.priority + 2_147_483_648 } }
        if sum(left) != sum(right) { return sum(left) < sum(right) }
        if left.victims.count != right.victims.count { return left.victims.count < right.victims.count }
        func start(_ candidate: Candidate) -> Instant {
            let top = candidate.victims.first?.priority
            return candidate.victims.filter { $0.priority == top }.map(\.created).min() ?? Instant(microseconds: 0)
        }
        return start(left) == start(right) ? left.index < right.index : start(left) > start(right)
    }

    private static func isMoreImportant(_ left: PodFacts, _ right: PodFacts) -> Bool {
        if left.priority != right.priority { return left.priority > right.priority }
        return left.created == right.created ? left.key < right.key : left.created < right.created
    }
}
