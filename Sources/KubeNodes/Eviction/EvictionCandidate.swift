import Documents
import KubeModel

/// A pod that may have to go so that its node gets memory back; the first to go is the least.
///
/// Source: `pkg/kubelet/eviction/helpers.go`, `rankMemoryPressure` and `evictionMessage`.
struct EvictionCandidate: Comparable {
    /// What a container uses and has asked for, in bytes.
    private struct Use: Hashable {
        let name: String
        let usage: Int
        let request: Int
    }

    let slot: Int
    private let priority: Int
    private let uses: [Use]
    private let name: ObjectKey

    init(_ worker: PodWorker, now: Instant) {
        slot = worker.slot
        name = worker.key
        priority = worker.pod["spec"]?["priority"]?.int ?? 0
        uses = worker.containers.filter(\.isRunning).map { container in
            let request = Quantity(container.spec.resources["requests"]?["memory"])?.units ?? 0
            return Use(name: container.spec.name, usage: container.memory(now: now), request: Int(request))
        }
    }
}

extension EvictionCandidate {
    /// `system-cluster-critical`: such pods are never evicted for want of memory by way of their priority.
    private static let criticalPriority = 2_000_000_000

    var isCritical: Bool { priority >= Self.criticalPriority }

    private var excess: Int { uses.reduce(0) { $0 + $1.usage - $1.request } }

    /// Those that use more than they asked for, then the less important, then those that use the most beyond it.
    static func < (left: EvictionCandidate, right: EvictionCandidate) -> Bool {
        if (left.excess > 0) != (right.excess > 0) { return left.excess > 0 }
        if left.priority != right.priority { return left.priority < right.priority }
        if left.excess != right.excess { return left.excess > right.excess }
        return left.name < right.name
    }

    static func == (left: EvictionCandidate, right: EvictionCandidate) -> Bool { left.slot == right.slot }

    /// What the pod's status and its event say.
    func message(free: Int) -> String {
        let threshold = Quantity(Int64(KubeletTimings.evictionMemory), format: .binarySI).description
        var text =
            "The node was low on resource: memory. Threshold quantity: \(threshold), available: \(max(0, free) / 1024)Ki. "
        for use in uses where use.usage > use.request {
            let usage = "\(use.usage / 1024)Ki"
            let request = use.request == 0 ? "0" : Quantity(Int64(use.request), format: .binarySI).description
            text +=
                "Container \(use.name) was using \(usage), request is \(request), has larger consumption of memory. "
        }
        return text
    }
}
