import Documents
import KubeAPI
import KubeModel

/// How many pods a PodDisruptionBudget expects, and how many of them must be healthy.
///
/// Source: `getExpectedPodCount` of `pkg/controller/disruption/disruption.go`.
struct DisruptionExpectation: Hashable {
    let pods: Int
    let healthy: Int
    /// Some of the pods belong to nobody whose size could be asked for.
    var hasUnmanagedPods = false
}

/// Why it cannot be said how many pods there should be.
enum UnknownScale: Error, Hashable {
    case noController(pod: String)
    /// `daemonsets.apps`
    case noScale(resource: String)
}

extension UnknownScale {
    var message: String {
        switch self {
        case .noController(let pod): "found no controllers for pod \"\(pod)\""
        case .noScale(let resource): "\(resource) does not implement the scale subresource"
        }
    }
}

extension DisruptionExpectation {
    init(of budget: Object, _ pods: [Object], _ api: borrowing APIServer) throws(UnknownScale) {
        if let most = IntOrPercent(budget["spec"]?["maxUnavailable"]) {
            let (scale, isUnmanaged) = try Self.scale(of: pods, api)
            let healthy = max(0, scale - most.resolved(of: scale, roundingUp: true))
            self.init(pods: scale, healthy: healthy, hasUnmanagedPods: isUnmanaged)
            return
        }
        switch IntOrPercent(budget["spec"]?["minAvailable"]) {
        case .count(let count): self.init(pods: pods.count, healthy: count)
        case .percent(let percent):
            let (scale, isUnmanaged) = try Self.scale(of: pods, api)
            let healthy = IntOrPercent.percent(percent).resolved(of: scale, roundingUp: true)
            self.init(pods: scale, healthy: healthy, hasUnmanagedPods: isUnmanaged)
        case nil: self.init(pods: 0, healthy: 0)
        }
    }

    /// What the controllers of the pods want to have, each counted once.
    private static func scale(of pods: [Object], _ api: borrowing APIServer) throws(UnknownScale) -> (
        count: Int, isUnmanaged: Bool
    ) {
        var scales: [String: Int] = [:]
        var isUnmanaged = false
        for pod in pods {
            guard let owner = pod.controller else {
                isUnmanaged = true
                continue
            }
            if scales[owner.uid] != nil { continue }
            let (uid, count) = try scale(of: owner, in: pod, api)
            scales[uid] = count
        }
        return (scales.values.reduce(0, +), isUnmanaged)
    }

    private static func scale(of owner: OwnerReference, in pod: Object, _ api: borrowing APIServer) throws(UnknownScale)
        -> (uid: String, count: Int)
    {
        guard let type = api.resources.type(apiVersion: owner.apiVersion, kind: owner.kind) else {
            throw .noController(pod: pod.name)
        }
        guard type.subresources.contains("scale") else {
            throw .noScale(resource: type.group.isEmpty ? type.plural : "\(type.plural).\(type.group)")
        }
        guard let object = api.get(type, ObjectKey(namespace: pod.namespace, name: owner.name)),
            object.uid == owner.uid
        else { throw .noController(pod: pod.name) }
        if owner.kind == "ReplicaSet", let deployment = object.controller {
            return try scale(of: deployment, in: pod, api)
        }
        return (owner.uid, object["spec"]?["replicas"]?.int ?? 0)
    }
}
