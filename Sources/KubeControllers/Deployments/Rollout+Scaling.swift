import Documents
import KubeAPI
import KubeModel

/// Scaling without a change of the template. Source: `pkg/controller/deployment/sync.go`, `scale`.
extension Rollout {
    /// Someone changed the number of replicas since the active sets were last scaled.
    var isBeingScaled: Bool {
        allSets.contains { set in
            guard set.replicas > 0, let desired = set.object.annotations[Self.desiredAnnotation]?.string else {
                return false
            }
            return Int(desired).map { $0 != deployment.replicas } ?? false
        }
    }

    /// Scales the only active set, drains the old ones, or shares the change out among all in the middle of a rollout.
    mutating func scale(_ api: inout APIServer) throws(APIError) {
        if let only = activeOrLatest {
            guard only.replicas != deployment.replicas else { return }
            try resize(only, to: deployment.replicas, &api)
            return
        }
        if let newSet, isSaturated(newSet) {
            for old in activeOldSets { try resize(old, to: 0, &api) }
            return
        }
        guard deployment.strategy == .rollingUpdate else { return }
        try scaleProportionally(&api)
    }

    /// Gives a set another number of pods; whether that was a change.
    @discardableResult
    mutating func resize(
        _ set: ReplicaSet, to count: Int, _ api: inout APIServer
    ) throws(APIError) -> Bool {
        let old = set.replicas
        var resized = set
        let annotated = annotateReplicas(&resized)
        guard old != count || annotated else { return false }
        resized.replicas = count
        replace(ReplicaSet(try api.update(.replicaSets, resized.object, as: user)))
        guard old != count else { return false }
        let direction = old < count ? "up" : "down"
        report(
            .normal, "ScalingReplicaSet", "Scaled \(direction) replica set \(set.name) from \(old) to \(count)", &api)
        return true
    }

    /// Puts a set that was just written in its place.
    private mutating func replace(_ set: ReplicaSet) {
        if newSet?.uid == set.uid { newSet = set }
        if let index = oldSets.firstIndex(where: { $0.uid == set.uid }) { oldSets[index] = set }
    }

    /// The one set with pods, or the new one when there is none; `nil` when several have pods.
    private var activeOrLatest: ReplicaSet? {
        let active = allSets.filter { $0.replicas > 0 }
        return switch active.count {
        case 0: newSet ?? oldSets.last
        case 1: active[0]
        default: nil
        }
    }

    private func isSaturated(_ set: ReplicaSet) -> Bool {
        set.replicas == deployment.replicas
            && set.object.annotations[Self.desiredAnnotation]?.string == String(deployment.replicas)
            && set.availableReplicas == deployment.replicas
    }

    /// Shares out what is to be added or taken away by the sets' sizes; what rounding leaves goes to the largest.
    private mutating func scaleProportionally(_ api: inout APIServer) throws(APIError) {
        let active = allSets.filter { $0.replicas > 0 }
        let allowed = deployment.replicas > 0 ? podCountMax : 0
        let change = allowed - active.reduce(0) { $0 + $1.replicas }
        let sorted = active.sorted { left, right in
            if left.replicas != right.replicas { return left.replicas > right.replicas }
            return change > 0 ? right.age < left.age : left.age < right.age
        }
        var added = 0
        var sizes: [Int] = []
        for set in sorted {
            let share = proportion(of: set, change: change, added: added)
            sizes.append(set.replicas + share)
            added += share
        }
        if change != 0, !sizes.isEmpty { sizes[0] = max(0, sizes[0] + change - added) }
        for (set, size) in zip(sorted, sizes) { try resize(set, to: size, &api) }
    }

    private func proportion(of set: ReplicaSet, change: Int, added: Int) -> Int {
        guard set.replicas > 0, change != 0, change != added else { return 0 }
        let share = fraction(of: set)
        return change > 0 ? min(share, change - added) : max(share, change - added)
    }

    /// What a set gains when the deployment's largest size changes from what the set remembers.
    private func fraction(of set: ReplicaSet) -> Int {
        guard deployment.replicas > 0 else { return -set.replicas }
        let remembered = set.object.annotations[Self.maxAnnotation]?.string.flatMap { Int($0) } ?? 0
        let before = remembered > 0 ? remembered : deployment.statusCount("replicas")
        guard before > 0 else { return 0 }
        let size = (Double(set.replicas * podCountMax) / Double(before)).rounded(.toNearestOrAwayFromZero)
        return Int(size) - set.replicas
    }
}
