import Documents
package import KubeAPI
package import KubeModel

/// Keeps the number of pods of ReplicaSets, and in the same way of ReplicationControllers.
///
/// Source: `pkg/controller/replicaset/replica_set.go`.
package struct ReplicaSetController: Controller {
    /// The two kinds that it looks after; their statuses differ in what they count.
    package enum Kind: String, Sendable {
        case replicaSet = "ReplicaSet"
        case replicationController = "ReplicationController"
    }

    private let kind: Kind

    package init(_ kind: Kind = .replicaSet) {
        self.kind = kind
    }
}

extension ReplicaSetController {
    package var name: String {
        switch kind {
        case .replicaSet: "replicaset-controller"
        case .replicationController: "replication-controller"
        }
    }

    /// Only ReplicaSets say how many of their pods are about to go (DeploymentReplicaSetTerminatingReplicas).
    var countsTerminating: Bool { kind == .replicaSet }

    private var resource: ResourceType {
        switch kind {
        case .replicaSet: .replicaSets
        case .replicationController: .replicationControllers
        }
    }

    package var watched: [ResourceType]? { [resource, .pods] }

    package func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        guard change.resource.plural == "pods" else { return [Wakeup(change.object.key)] }
        let pod = change.object
        var wakeups = owner(of: pod, api: api)
        if pod.controller == nil { wakeups += adopters(of: pod, api: api) }
        if let old = change.old, old.controller?.uid != pod.controller?.uid { wakeups += owner(of: old, api: api) }
        return wakeups
    }

    package func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration? {
        guard let object = api.get(resource, key) else { return nil }
        let set = ReplicaSet(object)
        let selector = selector(of: set)
        let claim = OwnershipClaim(owner: object, selector: selector, user: user, resource: .pods)
        let candidates = claim.candidates(api: api)
        let terminating = candidates.count { isTerminatingPod($0, of: object) }
        var active = try claim.claim(candidates.filter { Pod($0).isActive }, api: &api)
        var failure: APIError?
        if !object.isTerminating { failure = manage(set, &active, selector: selector, api: &api) }
        let status = status(of: set, active, terminating: terminating, failure: failure, now: api.now)
        if status != object.status {
            var updated = object
            updated.status = status
            try api.updateStatus(resource, updated, as: user)
        }
        if let failure { throw failure }
        return active.compactMap { Pod($0).timeUntilAvailable(minReadySeconds: set.minReadySeconds, now: api.now) }
            .min()
    }
}

extension ReplicaSetController {
    private func selector(of set: ReplicaSet) -> LabelSelector {
        LabelSelector(selector: set.selectorValue, isPlainMap: kind == .replicationController)
    }

    /// The owner of a pod, after a pause that lets the changes of many pods come together.
    private func owner(of pod: Object, api: borrowing APIServer) -> [Wakeup] {
        guard let owner = pod.controller, owner.kind == kind.rawValue else { return [] }
        let key = ObjectKey(namespace: pod.namespace, name: owner.name)
        guard let set = api.get(resource, key) else { return [] }
        return [Wakeup(key, after: Timing.podLatency + Timing.podLatencyPerPod * ReplicaSet(set).replicas)]
    }

    /// The sets whose selectors match a pod that nobody controls.
    private func adopters(of pod: Object, api: borrowing APIServer) -> [Wakeup] {
        let sets = api.list(resource, namespace: pod.namespace)
        return sets.filter { selector(of: ReplicaSet($0)).matches(pod.labels) }.map { Wakeup($0.key) }
    }

    private func isTerminatingPod(_ pod: Object, of owner: Object) -> Bool {
        pod.isTerminating && !Pod(pod).isFinished && pod.controller?.uid == owner.uid
    }

    /// Creates or deletes pods until their number is right, at most so many at a time.
    private func manage(
        _ set: ReplicaSet, _ active: inout [Object], selector: LabelSelector, api: inout APIServer
    ) -> APIError? {
        let control = PodControl(owner: set.object, component: name)
        let missing = set.replicas - active.count
        if missing > 0 {
            let template = set.template
            let result = slowStart(min(missing, Timing.replicaSetBurst), api: &api) { (_, api) throws(APIError) in
                try control.create(from: template, api: &api)
            }
            return result.error.flatMap { $0.isNamespaceTerminating ? nil : $0 }
        }
        guard missing < 0 else { return nil }
        var failure: APIError?
        for pod in choose(min(-missing, Timing.replicaSetBurst), from: active, of: set, api: api) {
            do { try control.delete(pod, api: &api) } catch { failure = failure ?? error }
        }
        return failure
    }

    /// The pods to delete: of nodes that are crowded with pods of the same deployment first.
    private func choose(_ count: Int, from active: [Object], of set: ReplicaSet, api: borrowing APIServer) -> [Object] {
        guard count < active.count else { return active }
        var crowds: [String: Int] = [:]
        for sibling in siblings(of: set, api: api) {
            for pod in api.list(.pods, controlledBy: sibling.uid) where Pod(pod).isActive {
                if let node = Pod(pod).nodeName { crowds[node, default: 0] += 1 }
            }
        }
        return DeletionCandidate.choose(count, from: active, now: api.now) { pod in
            Pod(pod).nodeName.flatMap { crowds[$0] } ?? 0
        }
    }

    /// The sets with the same controller, itself among them.
    private func siblings(of set: ReplicaSet, api: borrowing APIServer) -> [Object] {
        guard let owner = set.object.controller else { return [set.object] }
        return api.list(resource, controlledBy: owner.uid)
    }
}
