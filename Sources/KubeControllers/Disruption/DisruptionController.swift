import Documents
package import KubeAPI
package import KubeModel

/// Counts for each PodDisruptionBudget how many of its pods may go.
///
/// Source: `pkg/controller/disruption/disruption.go`.
package struct DisruptionController: Controller {
    package init() {}
}

extension DisruptionController {
    package var name: String { "disruption-controller" }
    package var component: String { "controllermanager" }
    package var watched: [ResourceType]? { [.podDisruptionBudgets, .pods, .deployments, .replicaSets, .statefulSets] }

    /// An eviction that was allowed but not carried out is forgotten after this: `DeletionTimeout`.
    private static let disruptionMax = Duration.seconds(120)

    package func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        let object = change.object
        switch change.resource.plural {
        case "poddisruptionbudgets": return change.action == .deleted ? [] : [Wakeup(object.key)]
        case "pods":
            guard isNews(change) else { return [] }
            let labels = [object.labels, change.old?.labels].compactMap { $0 }
            return api.list(.podDisruptionBudgets, namespace: object.namespace).filter { budget in
                labels.contains { selector(of: budget).matches($0) }
            }.map { Wakeup($0.key, after: Timing.podLatency) }
        default:
            guard change.old?["spec"]?["replicas"] != object["spec"]?["replicas"] else { return [] }
            return api.list(.podDisruptionBudgets, namespace: object.namespace).map { Wakeup($0.key) }
        }
    }

    package func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration? {
        guard let budget = api.get(.podDisruptionBudgets, key) else { return nil }
        let pods = api.list(.pods, namespace: key.namespace).filter {
            selector(of: budget).matches($0.labels) && !Pod($0).isFinished
        }
        if pods.isEmpty { report(budget, .normal, "NoPods", "No matching pods found", &api) }
        let (expected, desired) = expectation(budget, pods, api)
        let (disrupted, again) = disrupted(budget, pods, now: api.now)
        let healthy = pods.count { pod in
            !pod.isTerminating && disrupted[pod.name] == nil && Pod(pod).isReady
        }
        let allowed = expected > 0 ? max(0, healthy - desired) : 0
        let status = status(of: budget, expected, desired, healthy, allowed, disrupted, now: api.now)
        if status != budget.status {
            var updated = budget
            updated.status = status
            try api.updateStatus(.podDisruptionBudgets, updated, as: user)
        }
        return again
    }
}

extension DisruptionController {
    private func selector(of budget: Object) -> LabelSelector {
        LabelSelector(selector: budget["spec"]?["selector"] ?? .null)
    }

    private func isNews(_ change: ObjectChange) -> Bool {
        guard let old = change.old else { return true }
        let new = change.object
        return Pod(old).isReady != Pod(new).isReady || old.isTerminating != new.isTerminating
            || old.labels != new.labels
            || Pod(old).isFinished != Pod(new).isFinished
    }

    /// How many pods there should be, and how many of them must be healthy.
    private func expectation(_ budget: Object, _ pods: [Object], _ api: borrowing APIServer) -> (
        expected: Int, desired: Int
    ) {
        if let most = IntOrPercent(budget["spec"]?["maxUnavailable"]) {
            let scale = wantedScale(of: pods, api)
            return (scale, max(0, scale - most.resolved(of: scale, roundingUp: true)))
        }
        switch IntOrPercent(budget["spec"]?["minAvailable"]) {
        case .count(let count): return (pods.count, count)
        case .percent(let percent):
            let scale = wantedScale(of: pods, api)
            return (scale, IntOrPercent.percent(percent).resolved(of: scale, roundingUp: true))
        case nil: return (pods.count, 1)
        }
    }

    /// What the controllers of the pods want to have, each counted once.
    private func wantedScale(of pods: [Object], _ api: borrowing APIServer) -> Int {
        var scales: [String: Int] = [:]
        for pod in pods {
            guard let owner = pod.controller else { continue }
            let (uid, count) = scale(of: owner, in: pod.namespace, api)
            scales[uid] = count
        }
        return scales.values.reduce(0, +)
    }

    private func scale(of owner: OwnerReference, in namespace: String, _ api: borrowing APIServer) -> (
        uid: String, count: Int
    ) {
        let key = ObjectKey(namespace: namespace, name: owner.name)
        guard let type = api.resources.type(apiVersion: owner.apiVersion, kind: owner.kind),
            let object = api.get(type, key)
        else { return (owner.uid, 0) }
        if owner.kind == "ReplicaSet", let deployment = object.controller {
            return scale(of: deployment, in: namespace, api)
        }
        return (owner.uid, object["spec"]?["replicas"]?.int ?? 0)
    }

    /// The pods whose eviction was allowed a moment ago and that are still there.
    private func disrupted(_ budget: Object, _ pods: [Object], now: Instant) -> (Object, Duration?) {
        var rest = Object()
        var again: Duration?
        for (name, value) in budget["status"]?["disruptedPods"]?.object ?? Object() {
            guard let time = value.string.flatMap(Instant.init(rfc3339:)), time + Self.disruptionMax > now,
                pods.contains(where: { $0.name == name && !$0.isTerminating })
            else { continue }
            rest[name] = value
            let left = time + Self.disruptionMax - now
            again = min(again ?? left, left)
        }
        return (rest, again)
    }

    private func status(
        of budget: Object, _ expected: Int, _ desired: Int, _ healthy: Int, _ allowed: Int, _ disrupted: Object,
        now: Instant
    ) -> Object {
        var status: Object = [
            "currentHealthy": Value(healthy), "desiredHealthy": Value(desired), "disruptionsAllowed": Value(allowed),
            "expectedPods": Value(expected),
        ]
        status.setCount("observedGeneration", budget.generation)
        if !disrupted.isEmpty { status["disruptedPods"] = .object(disrupted) }
        var entry = condition(
            "DisruptionAllowed", allowed > 0, reason: allowed > 0 ? "SufficientPods" : "InsufficientPods", message: "",
            now: now)
        entry["observedGeneration"] = Value(budget.generation)
        let old = budget.condition("DisruptionAllowed")
        if let old, old["status"] == entry["status"] { entry["lastTransitionTime"] = old["lastTransitionTime"] }
        status["conditions"] = [.object(entry)]
        return status
    }

    private func report(
        _ budget: Object, _ kind: EventRecord.Kind, _ reason: String, _ message: String, _ api: inout APIServer
    ) {
        api.record(EventRecord(budget, kind, reason, message, from: component))
    }
}
