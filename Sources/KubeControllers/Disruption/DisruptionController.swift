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
        let pods = api.list(.pods, namespace: key.namespace).filter { selector(of: budget).matches($0.labels) }
        if pods.isEmpty { report(budget, .normal, "NoPods", "No matching pods found", &api) }
        let expectation: DisruptionExpectation
        do {
            expectation = try DisruptionExpectation(of: budget, pods, api)
        } catch {
            try failSafe(budget, error, &api)
            return nil
        }
        if expectation.hasUnmanagedPods { reportUnmanaged(budget, &api) }
        let (disrupted, again) = disrupted(budget, pods, now: api.now)
        let healthy = pods.count { pod in
            !pod.isTerminating && disrupted[pod.name] == nil && Pod(pod).isReady
        }
        let status = status(of: budget, expectation, healthy, disrupted, now: api.now)
        if status != budget.status {
            var updated = budget
            updated.status = status
            try api.updateStatus(.podDisruptionBudgets, updated, as: user)
        }
        return again
    }

    /// A budget that cannot be counted lets nobody go, and says why.
    private func failSafe(_ budget: Object, _ problem: UnknownScale, _ api: inout APIServer) throws(APIError) {
        report(
            budget, .warning, "CalculateExpectedPodCountFailed",
            "Failed to calculate the number of expected pods: \(problem.message)", &api)
        var failed = budget
        failed["status", "disruptionsAllowed"] = 0
        var entry = condition(
            "DisruptionAllowed", false, reason: "SyncFailed", message: problem.message, now: api.now)
        let old = budget.condition("DisruptionAllowed")
        if let old, old["status"] == entry["status"] { entry["lastTransitionTime"] = old["lastTransitionTime"] }
        entry["observedGeneration"] = budget["status"]?["observedGeneration"]
        failed["status", "conditions"] = [.object(entry)]
        guard failed.status != budget.status else { return }
        try api.updateStatus(.podDisruptionBudgets, failed, as: user)
    }

    private func reportUnmanaged(_ budget: Object, _ api: inout APIServer) {
        report(
            budget, .warning, "UnmanagedPods",
            "Pods selected by this PodDisruptionBudget (selector: \(LabelSelector.goText(budget["spec"]?["selector"]))) were found to be unmanaged. As a result, the status of the PDB cannot be calculated correctly, which may result in undefined behavior. To account for these pods please set \".spec.minAvailable\" field of the PDB to an integer value.",
            &api)
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
    }

    /// The pods whose eviction was allowed a moment ago and that are still there.
    private func disrupted(_ budget: Object, _ pods: [Object], now: Instant) -> (Object, Duration?) {
        var rest = Object()
        var again: Duration?
        for (name, value) in budget["status"]?["disruptedPods"]?.object ?? Object() {
            guard let time = value.string.flatMap(Instant.init(rfc3339:)), time + Timing.evictionForgotten > now,
                pods.contains(where: { $0.name == name && !$0.isTerminating })
            else { continue }
            rest[name] = value
            let left = time + Timing.evictionForgotten - now
            again = min(again ?? left, left)
        }
        return (rest, again)
    }

    private func status(
        of budget: Object, _ expectation: DisruptionExpectation, _ healthy: Int, _ disrupted: Object, now: Instant
    ) -> Object {
        let (expected, desired) = (expectation.pods, expectation.healthy)
        let allowed = expected > 0 ? max(0, healthy - desired) : 0
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
