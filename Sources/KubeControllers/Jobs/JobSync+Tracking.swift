import Documents
import KubeAPI
import KubeModel

/// Counts every ended pod exactly once: first its uid is written into the status, then its finalizer goes, then the
/// counter grows; and at last the end of the Job is declared.
///
/// Source: `pkg/controller/job/job_controller.go`, `trackJobStatusAndRemoveFinalizers`.
extension JobSync {
    mutating func track(from before: Object, _ api: inout APIServer) throws(APIError) {
        let released = noteEndedPods()
        if job.isIndexed { writeIndexes() }
        if let ending { announce(ending, now: api.now) }
        if !released.isEmpty, job.object.status != before { try write(&api) }
        for pod in released { try Self.release(pod, user, &api) }
        countReleased()
        let isOver = declareEnd(now: api.now)
        if job.object.status != before || !released.isEmpty { try write(&api) }
        if isOver, let ending { reportEnd(ending, &api) }
    }

    private mutating func write(_ api: inout APIServer) throws(APIError) {
        job.object = try api.updateStatus(.jobs, job.object, as: user)
    }

    /// Writes the uids of pods that have ended into the status; returns the pods whose finalizers may go.
    private mutating func noteEndedPods() -> [Object] {
        var succeeded = uncounted("succeeded")
        var failed = uncounted("failed")
        let known = Set(succeeded + failed)
        let delayed = Set(delayedPods.values.map(\.uid))
        var released: [Object] = []
        for pod in pods where pod.finalizers.contains(Job.trackingFinalizer) {
            let hasSucceeded = Pod(pod).phase == .succeeded
            let isOver = hasSucceeded || hasFailed(pod) || ending != nil || job.object.isTerminating
            guard isOver, !delayed.contains(pod.uid) || ending != nil else { continue }
            released.append(pod)
            guard !known.contains(pod.uid) else { continue }
            if hasSucceeded {
                if !job.isIndexed { succeeded.append(pod.uid) }
            } else if hasFailed(pod) || ending?.isSuccess == false, countsAsFailure(pod) {
                failed.append(pod.uid)
            }
            if succeeded.count + failed.count >= Timing.jobUncountedMax { break }
        }
        setUncounted(succeeded, failed)
        return released
    }

    private func countsAsFailure(_ pod: Object) -> Bool {
        if job.isIndexed, pod.completionIndex.map({ $0 >= job.completions ?? 0 }) ?? true { return false }
        return policy.isEmpty || policy.verdict(on: pod) != .ignore
    }

    private mutating func setUncounted(_ succeeded: [String], _ failed: [String]) {
        var lists = Object()
        if !succeeded.isEmpty { lists["succeeded"] = Value(succeeded) }
        if !failed.isEmpty { lists["failed"] = Value(failed) }
        job.object["status", "uncountedTerminatedPods"] = .object(lists)
    }

    private mutating func writeIndexes() {
        var status = job.object.status
        status.setCount("succeeded", succeededIndexes.count)
        status["completedIndexes"] = succeededIndexes.isEmpty ? nil : .string(succeededIndexes.text)
        if job.backoffLimitPerIndex != nil { status["failedIndexes"] = .string(failedIndexes.text) }
        job.object.status = status
    }

    /// Moves the uids of released pods into the counters.
    private mutating func countReleased() {
        var status = job.object.status
        status.setCount("succeeded", status.count("succeeded") + uncounted("succeeded").count)
        status.setCount("failed", status.count("failed") + uncounted("failed").count)
        status["uncountedTerminatedPods"] = [:]
        job.object.status = status
    }

    private mutating func announce(_ ending: Ending, now: Instant) {
        let type = ending.isSuccess ? "SuccessCriteriaMet" : "FailureTarget"
        if job.object.condition(type)?["status"] == "True" { return }
        setCondition(type, true, ending.reason, ending.message, now: now)
    }

    /// Sets the final condition once no pod is left; whether that happened now.
    private mutating func declareEnd(now: Instant) -> Bool {
        guard let ending, terminatingCount == 0 else { return false }
        setCondition(ending.isSuccess ? "Complete" : "Failed", true, ending.reason, ending.message, now: now)
        if ending.isSuccess { setTime("completionTime", now) }
        return true
    }

    private func reportEnd(_ ending: Ending, _ api: inout APIServer) {
        guard ending.isSuccess else { return report(.warning, ending.reason, ending.message, &api) }
        if let completions = job.completions, succeeded > completions {
            report(
                .warning, "TooManySucceededPods", "Too many succeeded pods running after completion count reached", &api
            )
        }
        report(.normal, "Completed", "Job completed", &api)
    }
}
