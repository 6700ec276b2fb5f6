import Documents
import KubeAPI
import KubeModel

/// When a Job is over, and how that is said.
extension JobSync {
    /// Looks for a reason to end: one that was announced, a policy, too many failures, a deadline.
    mutating func decideEnding(now: Instant) {
        if let announced = announcedEnding {
            ending = announced
        } else if let message = failJobMessage {
            ending = Ending(isSuccess: false, reason: "PodFailurePolicy", message: message)
        } else if failed > job.backoffLimit || hasRestartedTooOften {
            ending = Ending(
                isSuccess: false, reason: "BackoffLimitExceeded", message: "Job has reached the specified backoff limit"
            )
        } else if let deadline = timeToDeadline(now: now) {
            if deadline <= .zero {
                ending = Ending(
                    isSuccess: false, reason: "DeadlineExceeded",
                    message: "Job was active longer than specified deadline")
            } else {
                wake(after: deadline)
            }
        }
    }

    mutating func countIndexes() {
        let limit = job.completions ?? 0
        let tracked = pods.filter { $0.finalizers.contains(Job.trackingFinalizer) }
        previouslySucceeded = IndexIntervals(
            parsing: job.object["status"]?["completedIndexes"]?.string ?? "", below: limit)
        let fresh = tracked.filter { Pod($0).phase == .succeeded }.compactMap(\.completionIndex).filter { $0 < limit }
        succeededIndexes = previouslySucceeded.union(IndexIntervals(fresh))
        succeeded = succeededIndexes.count
        if let limitPerIndex = job.backoffLimitPerIndex { countFailedIndexes(tracked, limit, limitPerIndex) }
        if ending == nil, let message = SuccessPolicy.match(job, succeededIndexes) {
            ending = Ending(isSuccess: true, reason: "SuccessPolicy", message: message)
        }
    }

    /// Enough have succeeded and none runs any more.
    mutating func noteCompletion() {
        guard ending == nil, activeCount == 0 else { return }
        let isComplete = job.completions.map { succeeded >= $0 } ?? (succeeded > 0)
        if isComplete {
            ending = Ending(
                isSuccess: true, reason: "CompletionsReached", message: "Reached expected number of succeeded pods")
        }
    }

    mutating func noteSuspension(_ api: inout APIServer) {
        if job.isSuspended {
            guard setCondition("Suspended", true, "JobSuspended", "Job suspended", now: api.now) else { return }
            report(.normal, "Suspended", "Job suspended", &api)
        } else if setCondition("Suspended", false, "JobResumed", "Job resumed", now: api.now) {
            report(.normal, "Resumed", "Job resumed", &api)
            setTime("startTime", api.now)
        }
    }

    /// Sets a condition in its place; one that is false is not added anew. Whether anything changed.
    @discardableResult
    mutating func setCondition(_ type: String, _ status: Bool, _ reason: String, _ message: String, now: Instant)
        -> Bool
    {
        var entry = condition(type, status, reason: reason, message: message, now: now)
        entry["lastProbeTime"] = entry["lastTransitionTime"]
        var conditions = job.object["status"]?["conditions"]?.array ?? []
        if let index = conditions.firstIndex(where: { $0["type"]?.string == type }) {
            let old = conditions[index]
            if old["status"] == entry["status"], old["reason"] == entry["reason"], old["message"] == entry["message"] {
                return false
            }
            conditions[index] = .object(entry)
        } else {
            guard status else { return false }
            conditions.append(.object(entry))
        }
        job.object["status", "conditions"] = .array(conditions)
        return true
    }

    private var announcedEnding: Ending? {
        for (type, isSuccess) in [("SuccessCriteriaMet", true), ("FailureTarget", false)] {
            guard let condition = job.object.condition(type), condition["status"] == "True" else { continue }
            return Ending(
                isSuccess: isSuccess, reason: condition["reason"]?.string ?? "",
                message: condition["message"]?.string ?? "")
        }
        return nil
    }

    private var failJobMessage: String? {
        guard !policy.isEmpty else { return nil }
        for pod in pods where Pod(pod).phase == .failed {
            if case .failJob(let message) = policy.verdict(on: pod) { return message }
        }
        return nil
    }

    /// The containers of pods that restart in place have done so as often as pods may fail.
    private var hasRestartedTooOften: Bool {
        guard job.template["spec"]?["restartPolicy"]?.string == "OnFailure" else { return false }
        var restarts = 0
        for object in pods {
            let pod = Pod(object)
            guard pod.phase == .running || pod.phase == .pending else { continue }
            for status in pod.containerStatuses + pod.initContainerStatuses {
                restarts += status["restartCount"]?.int ?? 0
            }
        }
        return job.backoffLimit == 0 ? restarts > 0 : restarts >= job.backoffLimit
    }

    private func timeToDeadline(now: Instant) -> Duration? {
        guard let seconds = job.activeDeadlineSeconds, !job.isSuspended, let start = job.startTime else { return nil }
        return start + .seconds(seconds) - now
    }

    private mutating func countFailedIndexes(_ tracked: [Object], _ limit: Int, _ limitPerIndex: Int) {
        let known = IndexIntervals(parsing: job.object["status"]?["failedIndexes"]?.string ?? "", below: limit)
        let fresh = tracked.filter { hasFailed($0) && failsIndex($0, limitPerIndex) }.compactMap(\.completionIndex)
        failedIndexes = known.union(IndexIntervals(fresh.filter { $0 < limit && !succeededIndexes.contains($0) }))
        guard ending == nil, !failedIndexes.isEmpty else { return }
        if let most = job.maxFailedIndexes, failedIndexes.count > most {
            ending = Ending(
                isSuccess: false, reason: "MaxFailedIndexesExceeded",
                message: "Job has exceeded the specified maximal number of failed indexes")
        } else if failedIndexes.count + succeededIndexes.count >= limit {
            ending = Ending(isSuccess: false, reason: "FailedIndexes", message: "Job has failed indexes")
        }
    }

    private func failsIndex(_ pod: Object, _ limitPerIndex: Int) -> Bool {
        if !policy.isEmpty, policy.verdict(on: pod) == .failIndex { return true }
        return pod.indexFailures >= limitPerIndex
    }
}

extension Object {
    static let indexFailuresAnnotation = "batch.kubernetes.io/job-index-failure-count"

    /// The index of a pod of an Indexed Job.
    var completionIndex: Int? { annotations[Job.completionIndexKey]?.string.flatMap { Int($0) } }

    /// How many pods of its index failed before it.
    var indexFailures: Int { annotations[Self.indexFailuresAnnotation]?.string.flatMap { Int($0) } ?? 0 }
}
