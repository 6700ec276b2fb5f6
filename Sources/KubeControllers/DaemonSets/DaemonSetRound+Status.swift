import Documents
import KubeModel

/// What a DaemonSet says about itself. Source: `updateDaemonSetStatus`.
extension DaemonSetRound {
    func status(collisionCount: Int?) -> Object {
        var (desired, current, misscheduled, ready, updated, available) = (0, 0, 0, 0, 0, 0)
        for node in nodes {
            let pods = podsByNode[node.name] ?? []
            guard fits(node).shouldRun else {
                if !pods.isEmpty { misscheduled += 1 }
                continue
            }
            desired += 1
            guard !pods.isEmpty else { continue }
            current += 1
            let live = pods.filter { !$0.isTerminating }
            if live.contains(where: { Pod($0).isReady }) {
                ready += 1
                if live.contains(where: isAvailable) { available += 1 }
            }
            if live.contains(where: isUpdated) { updated += 1 }
        }
        var status: Object = [
            "desiredNumberScheduled": Value(desired), "currentNumberScheduled": Value(current),
            "numberMisscheduled": Value(misscheduled), "numberReady": Value(ready),
        ]
        status["conditions"] = set.object["status"]?["conditions"]
        status["collisionCount"] = collisionCount.map { Value($0) }
        status.setCount("observedGeneration", set.object.generation)
        status.setCount("updatedNumberScheduled", updated)
        status.setCount("numberAvailable", available)
        status.setCount("numberUnavailable", desired - available)
        return status
    }
}
