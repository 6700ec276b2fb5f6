import Documents
import KubeModel

extension APIServer {
    /// Deletes a pod unless a disruption budget forbids it.
    ///
    /// Source: `pkg/registry/core/pod/storage/eviction.go`.
    mutating func evictPod(_ request: APIRequest) throws(APIError) -> APIResponse {
        guard let pod = store.get(Conversion.place(of: request.resource), request.key) else {
            throw notFound(request.resource, request.key)
        }
        var deletion = request
        deletion.verb = .delete
        deletion.subresource = ""
        deletion.options.gracePeriodSeconds =
            request.body["deleteOptions"]?["gracePeriodSeconds"]?.int ?? request.options.gracePeriodSeconds
        if !Pod(pod).isFinished, !pod.isTerminating, Pod(pod).phase != .pending {
            try spendDisruption(of: pod, request)
        }
        _ = try deleteObject(deletion)
        return APIResponse(
            .success(["apiVersion": "v1", "kind": "Status", "metadata": [:], "status": "Success"]), isCreated: true)
    }

    private mutating func spendDisruption(of pod: Object, _ request: APIRequest) throws(APIError) {
        let budgets = list(.podDisruptionBudgets, namespace: pod.namespace).filter { budget in
            LabelSelector(selector: budget["spec"]?["selector"] ?? .null).matches(pod.labels)
        }
        guard budgets.count < 2 else {
            throw .serverFailure(
                "This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.")
        }
        guard var budget = budgets.first else { return }
        let allowsUnready = budget["spec"]?["unhealthyPodEvictionPolicy"]?.string == "AlwaysAllow"
        if !Pod(pod).isReady {
            let healthy = budget["status"]?["currentHealthy"]?.int ?? 0
            let desired = budget["status"]?["desiredHealthy"]?.int ?? 0
            if allowsUnready || (desired > 0 && healthy >= desired) { return }
        }
        let allowed = budget["status"]?["disruptionsAllowed"]?.int ?? 0
        guard allowed > 0 else {
            throw .evictionRefused(
                budget: budget.name, desired: budget["status"]?["desiredHealthy"]?.int ?? 0,
                healthy: budget["status"]?["currentHealthy"]?.int ?? 0)
        }
        guard !request.options.isDryRun else { return }
        budget["status", "disruptionsAllowed"] = Value(allowed - 1)
        budget["status", "disruptedPods", pod.name] = .string(now.rfc3339)
        _ = store.put(budget, as: .podDisruptionBudgets)
    }
}
