import Documents
import KubeModel

/// The filters that look at nothing but one node. Sources: `pkg/scheduler/framework/plugins/*`.
extension NodeState {
    private static let unschedulableTaint = Taint(key: "node.kubernetes.io/unschedulable", effect: .noSchedule)

    /// It is not cordoned, or the pod does not mind.
    func isOpen(to pod: PodFacts) -> Bool { !isUnschedulable || pod.tolerates(Self.unschedulableTaint) }

    func isTolerated(by pod: PodFacts) -> Bool { taints.allSatisfy { pod.tolerates($0) } }

    /// It is one that the pod's selector and required affinity name.
    func isWanted(by pod: PodFacts) -> Bool {
        pod.requirements.isEmpty || pod.requirements.matches(labels: labels, name: name)
    }

    /// What the first of these filters has against a pod here; room for `nominated` pods is kept free.
    func rejection(of pod: PodFacts, nominated: [PodFacts] = []) -> Rejection? {
        if !isOpen(to: pod) { return .unschedulable }
        if !isTolerated(by: pod) { return .taint }
        if !isWanted(by: pod) { return .nodeAffinity }
        if pod.hostPorts.contains(where: { wanted in hostPorts.contains { wanted.clashes(with: $0) } }) {
            return .hostPorts
        }
        return fit(of: pod, nominated)
    }

    /// Source: `noderesources/fit.go`, `fitsRequest`.
    private func fit(of pod: PodFacts, _ nominated: [PodFacts]) -> Rejection? {
        var taken = used
        for other in nominated { taken += other.requests }
        let wanted = pod.requests
        var reasons: [String] = []
        var isFinal = false
        if podCount + nominated.count + 1 > podsMax {
            reasons.append("Too many pods")
            isFinal = podsMax == 0
        }
        func check(_ name: String, _ amount: Int64, taken: Int64, of all: Int64) {
            guard amount > 0, amount > all - taken else { return }
            reasons.append("Insufficient \(name)")
            if amount > all { isFinal = true }
        }
        check("cpu", wanted.milliCPU, taken: taken.milliCPU, of: allocatable.milliCPU)
        check("memory", wanted.memory, taken: taken.memory, of: allocatable.memory)
        check(
            "ephemeral-storage", wanted.ephemeralStorage, taken: taken.ephemeralStorage,
            of: allocatable.ephemeralStorage)
        if !wanted.others.isEmpty {
            for name in wanted.others.keys.sorted() {
                check(name, wanted[name], taken: taken[name], of: allocatable[name])
            }
        }
        return reasons.isEmpty ? nil : Rejection(.nodeResourcesFit, reasons, isFinal: isFinal)
    }
}
