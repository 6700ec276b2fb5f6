import Documents
import KubeAPI
import KubeModel

/// The two ways to replace pods. Sources: `pkg/controller/deployment/rolling.go` and `recreate.go`.
extension Rollout {
    /// Adds new pods and takes old ones away, within the limits for surge and unavailability.
    mutating func roll(_ api: inout APIServer) throws(APIError) {
        try findSets(creatingNew: true, &api)
        if try growNewSet(&api) { return }
        if try shrinkOldSets(&api) { return }
        if isComplete(deployment.object.status) { try forgetOldSets(&api) }
    }

    /// Takes all old pods away, waits until they are gone, and then makes all new ones.
    mutating func recreate(_ api: inout APIServer) throws(APIError) {
        try findSets(creatingNew: false, &api)
        let active = activeOldSets
        for old in active { try resize(old, to: 0, &api) }
        guard active.isEmpty, !hasOldPods(api) else { return }
        if newSet == nil { try findSets(creatingNew: true, &api) }
        if let newSet { try resize(newSet, to: deployment.replicas, &api) }
        if isComplete(deployment.object.status) { try forgetOldSets(&api) }
    }

    private mutating func growNewSet(_ api: inout APIServer) throws(APIError) -> Bool {
        guard let newSet, newSet.replicas != deployment.replicas else { return false }
        guard newSet.replicas < deployment.replicas else { return try resize(newSet, to: deployment.replicas, &api) }
        let total = allSets.reduce(0) { $0 + $1.replicas }
        return try resize(newSet, to: newSetReplicas(current: newSet.replicas, total: total), &api)
    }

    private mutating func shrinkOldSets(_ api: inout APIServer) throws(APIError) -> Bool {
        guard !activeOldSets.isEmpty, let newSet else { return false }
        let total = allSets.reduce(0) { $0 + $1.replicas }
        let availableMin = deployment.replicas - deployment.limits.unavailable
        let room = total - availableMin - (newSet.replicas - newSet.availableReplicas)
        guard room > 0 else { return false }
        let unhealthy = try dropUnhealthy(atMost: room, &api)
        let healthy = try dropHealthy(availableMin: availableMin, &api)
        return unhealthy + healthy > 0
    }

    /// Old pods that are not available go first: nobody misses them.
    private mutating func dropUnhealthy(atMost limit: Int, _ api: inout APIServer) throws(APIError) -> Int {
        var dropped = 0
        for old in activeOldSets where dropped < limit {
            let count = min(limit - dropped, old.replicas - old.availableReplicas)
            guard count > 0 else { continue }
            try resize(old, to: old.replicas - count, &api)
            dropped += count
        }
        return dropped
    }

    private mutating func dropHealthy(availableMin: Int, _ api: inout APIServer) throws(APIError) -> Int {
        let spare = allSets.reduce(0) { $0 + $1.availableReplicas } - availableMin
        var dropped = 0
        for old in activeOldSets where dropped < spare {
            let count = min(old.replicas, spare - dropped)
            try resize(old, to: old.replicas - count, &api)
            dropped += count
        }
        return max(0, dropped)
    }

    private func hasOldPods(_ api: borrowing APIServer) -> Bool {
        if oldSets.contains(where: { $0.currentReplicas > 0 }) { return true }
        return oldSets.contains { set in
            api.list(.pods, controlledBy: set.uid).contains { !Pod($0).isFinished }
        }
    }

    /// Deletes sets without pods that are older than the history may be long.
    ///
    /// Source: `pkg/controller/deployment/sync.go`, `cleanupDeployment`.
    mutating func forgetOldSets(_ api: inout APIServer) throws(APIError) {
        guard deployment.revisionHistoryLimit != Int(Int32.max) else { return }
        let candidates = oldSets.filter { !$0.object.isTerminating }
        let excess = candidates.count - deployment.revisionHistoryLimit
        guard excess > 0 else { return }
        for set in candidates.sorted(by: { ($0.revision, $0.age) < ($1.revision, $1.age) }).prefix(excess) {
            guard set.currentReplicas == 0, set.replicas == 0, set.object.generation <= set.observedGeneration else {
                continue
            }
            do { try api.delete(.replicaSets, set.key, as: user) } catch .notFound { continue }
        }
    }
}
