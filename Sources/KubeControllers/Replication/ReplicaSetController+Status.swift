import Documents
import KubeAPI
import KubeModel

extension ReplicaSetController {
    /// The status as it should be now.
    ///
    /// Source: `pkg/controller/replicaset/replica_set_utils.go`, `calculateStatus`.
    func status(
        of set: ReplicaSet, _ active: [Object], terminating: Int, failure: APIError?, now: Instant
    ) -> Object {
        var labelled = 0
        var ready = 0
        var available = 0
        let labels = set.templateLabels
        for object in active {
            let pod = Pod(object)
            if labels.allSatisfy({ object.labels[$0.0] == $0.1 }) { labelled += 1 }
            guard pod.isReady else { continue }
            ready += 1
            if pod.isAvailable(minReadySeconds: set.minReadySeconds, now: now) { available += 1 }
        }
        var status: Object = ["replicas": Value(active.count)]
        status["conditions"] = set.object["status"]?["conditions"]
        status.setCount("fullyLabeledReplicas", labelled)
        status.setCount("readyReplicas", ready)
        status.setCount("availableReplicas", available)
        if countsTerminating { status["terminatingReplicas"] = Value(terminating) }
        status.setCount("observedGeneration", set.object.generation)
        setFailure(&status, failure, missing: set.replicas - active.count, now: now)
        return status
    }

    /// A first failure becomes a condition and keeps its message until it is over.
    private func setFailure(_ status: inout Object, _ failure: APIError?, missing: Int, now: Instant) {
        guard let failure else { return status.removeCondition("ReplicaFailure") }
        guard status.statusCondition("ReplicaFailure") == nil else { return }
        status.moveCondition(
            condition(
                "ReplicaFailure", true, reason: missing > 0 ? "FailedCreate" : "FailedDelete", message: failure.message,
                now: now))
    }
}
