import Documents
import KubeAPI
import KubeModel

/// What a Deployment says about itself. Sources: `pkg/controller/deployment/sync.go` and `progress.go`.
extension Rollout {
    /// Writes the counters and whether enough is available; returns no time to look again.
    mutating func writeStatus(_ api: inout APIServer) throws(APIError) -> Duration? {
        try write(countedStatus(now: api.now), &api)
        return nil
    }

    /// Writes the counters and the progress; returns when the deadline for progress is to be checked.
    mutating func writeProgress(_ api: inout APIServer) throws(APIError) -> Duration? {
        var status = countedStatus(now: api.now)
        noteProgress(&status, now: api.now)
        noteFailures(&status)
        if status == deployment.object.status { return timeToDeadline(status, now: api.now) }
        try write(status, &api)
        return nil
    }

    /// Says in the conditions that a rollout was paused or resumed; a rollout that has failed stays so.
    mutating func notePause(_ api: inout APIServer) throws(APIError) {
        guard deployment.progressDeadlineSeconds != nil else { return }
        let reason = deployment.object.condition("Progressing")?["reason"]?.string
        guard reason != "ProgressDeadlineExceeded" else { return }
        switch (deployment.isPaused, reason == "DeploymentPaused") {
        case (true, false): setUnknownProgress("DeploymentPaused", "Deployment is paused", now: api.now)
        case (false, true): setUnknownProgress("DeploymentResumed", "Deployment is resumed", now: api.now)
        case (true, true), (false, false): return
        }
        try updateStatus(&api)
    }

    /// Everything is new, everything is available, and the controller has seen the present spec.
    func isComplete(_ status: Object) -> Bool {
        let wanted = deployment.replicas
        return status.count("updatedReplicas") == wanted && status.count("replicas") == wanted
            && status.count("availableReplicas") == wanted
            && status.count("observedGeneration") >= deployment.object.generation
    }

    private mutating func setUnknownProgress(_ reason: String, _ message: String, now: Instant) {
        var entry = condition("Progressing", true, reason: reason, message: message, now: now)
        entry["status"] = "Unknown"
        entry["lastUpdateTime"] = .string(now.rfc3339)
        var status = deployment.object.status
        status.moveCondition(entry)
        deployment.object.status = status
    }

    private mutating func write(_ status: Object, _ api: inout APIServer) throws(APIError) {
        guard status != deployment.object.status else { return }
        deployment.object.status = status
        try updateStatus(&api)
    }

    private func countedStatus(now: Instant) -> Object {
        let sets = allSets
        let available = sets.reduce(0) { $0 + $1.availableReplicas }
        var status = Object()
        status["conditions"] = deployment.object["status"]?["conditions"]
        status["collisionCount"] = deployment.object["status"]?["collisionCount"]
        status.setCount("observedGeneration", deployment.object.generation)
        status.setCount("replicas", sets.reduce(0) { $0 + $1.currentReplicas })
        status.setCount("updatedReplicas", newSet?.currentReplicas ?? 0)
        status.setCount("readyReplicas", sets.reduce(0) { $0 + $1.readyReplicas })
        status.setCount("availableReplicas", available)
        status.setCount("unavailableReplicas", max(0, sets.reduce(0) { $0 + $1.replicas } - available))
        let terminating = sets.compactMap(\.terminatingReplicas)
        if !terminating.isEmpty { status["terminatingReplicas"] = Value(terminating.reduce(0, +)) }
        let isEnough = available >= deployment.replicas - deployment.limits.unavailable
        var entry = condition(
            "Available", isEnough, reason: isEnough ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
            message: "Deployment \(isEnough ? "has" : "does not have") minimum availability.", now: now)
        entry["lastUpdateTime"] = .string(now.rfc3339)
        status.moveCondition(entry)
        return status
    }

    private func noteProgress(_ status: inout Object, now: Instant) {
        guard deployment.progressDeadlineSeconds != nil else { return status.removeCondition("Progressing") }
        let current = deployment.object.condition("Progressing")
        let wasComplete =
            status.count("replicas") == status.count("updatedReplicas")
            && current?["reason"]?.string == "NewReplicaSetAvailable"
        guard !wasComplete else { return }
        let subject = newSet.map { "ReplicaSet \"\($0.name)\"" } ?? "Deployment \"\(deployment.name)\""
        func entry(_ progresses: Bool, _ reason: String, _ end: String) -> Object {
            var entry = condition("Progressing", progresses, reason: reason, message: "\(subject) \(end)", now: now)
            entry["lastUpdateTime"] = .string(now.rfc3339)
            return entry
        }
        if isComplete(status) {
            status.moveCondition(entry(true, "NewReplicaSetAvailable", "has successfully progressed."))
        } else if hasProgressed(to: status) {
            var progress = entry(true, "ReplicaSetUpdated", "is progressing.")
            if current?["status"] == "True" { progress["lastTransitionTime"] = current?["lastTransitionTime"] }
            status.removeCondition("Progressing")
            status.moveCondition(progress)
        } else if hasTimedOut(status, now: now) {
            status.moveCondition(entry(false, "ProgressDeadlineExceeded", "has timed out progressing."))
        }
    }

    private func hasProgressed(to status: Object) -> Bool {
        let old = deployment.object.status
        func outdated(_ status: Object) -> Int { status.count("replicas") - status.count("updatedReplicas") }
        return status.count("updatedReplicas") > old.count("updatedReplicas") || outdated(status) < outdated(old)
            || status.count("readyReplicas") > old.count("readyReplicas")
            || status.count("availableReplicas") > old.count("availableReplicas")
    }

    private func hasTimedOut(_ status: Object, now: Instant) -> Bool {
        guard let seconds = deployment.progressDeadlineSeconds, let progress = status.statusCondition("Progressing")
        else { return false }
        switch progress["reason"]?.string {
        case "NewReplicaSetAvailable": return false
        case "ProgressDeadlineExceeded": return true
        default:
            guard let last = progress["lastUpdateTime"]?.string.flatMap(Instant.init(rfc3339:)) else { return false }
            return last + .seconds(seconds) < now
        }
    }

    private func timeToDeadline(_ status: Object, now: Instant) -> Duration? {
        guard let seconds = deployment.progressDeadlineSeconds, let progress = status.statusCondition("Progressing"),
            !isComplete(status), progress["reason"]?.string != "ProgressDeadlineExceeded",
            let last = progress["lastUpdateTime"]?.string.flatMap(Instant.init(rfc3339:))
        else { return nil }
        return max(.zero, last + .seconds(seconds) - now) + Timing.progressCheckDelay
    }

    /// What hinders a set hinders the deployment: the new set's failure, or else any other's.
    private func noteFailures(_ status: inout Object) {
        let failed = ([newSet].compactMap { $0 } + oldSets).compactMap { $0.object.condition("ReplicaFailure")?.object }
        guard var failure = failed.first else { return status.removeCondition("ReplicaFailure") }
        failure["lastUpdateTime"] = failure["lastTransitionTime"]
        status.moveCondition(failure)
    }
}

extension Object {
    /// A counter of a status that stands alone; zero when it is left out.
    func count(_ name: String) -> Int { self[name]?.int ?? 0 }
}
