import Documents
import KubeAPI
import KubeModel

/// Making and deleting the pods of a Job.
extension JobSync {
    private var control: PodControl { PodControl(owner: job.object, component: Self.component) }

    /// Brings the number of active pods to what it should be; returns what went wrong.
    mutating func manage(_ api: inout APIServer) -> APIError? {
        if job.isSuspended { return deleteActive(&api) }
        let wanted = wantedActive
        let doomed = podsToDelete(atLeast: max(0, activeCount - wanted), now: api.now)
        guard doomed.isEmpty else { return delete(Array(doomed.prefix(Timing.jobBurst)), &api) }
        let waiting = job.replacesOnlyFailed || !policy.isEmpty ? terminatingCount : 0
        let missing = min(wanted - waiting - activeCount, Timing.jobBurst)
        guard missing > 0 else { return nil }
        guard job.backoffLimitPerIndex == nil else { return createIndexes(missing, perIndex: true, &api) }
        let pause = backoff.remaining(now: api.now)
        guard pause <= .zero else {
            wake(after: pause)
            return nil
        }
        return job.isIndexed ? createIndexes(missing, perIndex: false, &api) : create(missing, &api)
    }

    mutating func deleteActive(_ api: inout APIServer) -> APIError? { delete(active, &api) }

    /// The failed pods that a new one of their index replaces, by index: they stay until then.
    var delayedPods: [Int: Object] {
        guard job.backoffLimitPerIndex != nil else { return [:] }
        let running = Set(active.compactMap(\.completionIndex))
        var delayed: [Int: Object] = [:]
        for pod in pods where hasFailed(pod) && pod.finalizers.contains(Job.trackingFinalizer) {
            guard let index = pod.completionIndex, !running.contains(index), !succeededIndexes.contains(index),
                !failedIndexes.contains(index)
            else { continue }
            if let other = delayed[index], other.indexFailures >= pod.indexFailures { continue }
            delayed[index] = pod
        }
        return delayed
    }

    private var wantedActive: Int {
        guard let completions = job.completions else { return succeeded > 0 ? activeCount : job.parallelism }
        return max(0, min(completions - succeeded, job.parallelism))
    }

    private func podsToDelete(atLeast count: Int, now: Instant) -> [Object] {
        var doomed: [Object] = []
        var left = active
        if job.isIndexed { (doomed, left) = splitRepeatedIndexes() }
        guard doomed.count < count else { return doomed }
        return doomed + DeletionCandidate.choose(count - doomed.count, from: left, now: now) { _ in 0 }
    }

    /// Of several active pods with one index all but the oldest go, and all whose index is too high.
    private func splitRepeatedIndexes() -> (doomed: [Object], left: [Object]) {
        var doomed: [Object] = []
        var left: [Object] = []
        var seen: Set<Int> = []
        for pod in active.sorted(by: {
            ($0.creationTimestamp?.microseconds ?? 0, $0.name) < ($1.creationTimestamp?.microseconds ?? 0, $1.name)
        }) {
            if let index = pod.completionIndex, index < job.completions ?? 0, seen.insert(index).inserted {
                left.append(pod)
            } else {
                doomed.append(pod)
            }
        }
        return (doomed, left)
    }

    private mutating func delete(_ doomed: [Object], _ api: inout APIServer) -> APIError? {
        var failure: APIError?
        for pod in doomed {
            do {
                try control.delete(pod, api: &api)
                activeCount -= 1
                terminatingCount += 1
                if Pod(pod).isReady { readyCount -= 1 }
            } catch {
                failure = failure ?? error
            }
        }
        return failure
    }

    private mutating func create(_ count: Int, _ api: inout APIServer) -> APIError? {
        let template = job.template
        let result = slowStart(count, api: &api) { [control] (_, api) throws(APIError) in
            try control.create(from: template, api: &api) { $0.finalizers.append(Job.trackingFinalizer) }
        }
        activeCount += result.successes
        return result.error.flatMap { $0.isNamespaceTerminating ? nil : $0 }
    }

    private mutating func createIndexes(_ count: Int, perIndex: Bool, _ api: inout APIServer) -> APIError? {
        let delayed = perIndex ? delayedPods : [:]
        let indexes = pendingIndexes(count, delayed, now: api.now)
        let name = job.name
        let template = indexedTemplate
        let result = slowStart(indexes.count, api: &api) { [control] (position, api) throws(APIError) in
            let index = indexes[position]
            try control.create(from: template, api: &api) { pod in
                pod.finalizers.append(Job.trackingFinalizer)
                pod["metadata", "generateName"] = .string("\(name)-\(index)-")
                pod["metadata", "annotations", Job.completionIndexKey] = .string(String(index))
                pod["metadata", "labels", Job.completionIndexKey] = .string(String(index))
                pod["spec", "hostname"] = .string("\(name)-\(index)")
                if perIndex {
                    let failures = delayed[index].map { $0.indexFailures + 1 } ?? 0
                    pod["metadata", "annotations", Object.indexFailuresAnnotation] = .string(String(failures))
                }
            }
        }
        activeCount += result.successes
        return result.error.flatMap { $0.isNamespaceTerminating ? nil : $0 }
    }

    /// The lowest indexes that nobody works on; those that failed not long ago wait their turn.
    private mutating func pendingIndexes(_ count: Int, _ delayed: [Int: Object], now: Instant) -> [Int] {
        let waiting =
            job.replacesOnlyFailed || !policy.isEmpty ? pods.filter { $0.isTerminating && !Pod($0).isFinished } : []
        let taken = succeededIndexes.union(failedIndexes)
            .union(IndexIntervals((active + waiting).compactMap(\.completionIndex)))
        let candidates = taken.firstMissing(count + delayed.count, below: job.completions ?? 0)
        var ready: [Int] = []
        for index in candidates {
            if let pod = delayed[index] {
                let pause = JobBackoff.remaining(
                    failures: pod.indexFailures + 1, last: JobBackoff.endTime(of: pod), now: now)
                guard pause <= .zero else {
                    wake(after: pause)
                    continue
                }
            }
            if ready.count < count { ready.append(index) }
        }
        return ready
    }

    /// The template whose containers are told their index.
    private var indexedTemplate: Value {
        var template = job.template
        let variable: Value = [
            "name": "JOB_COMPLETION_INDEX",
            "valueFrom": [
                "fieldRef": ["apiVersion": "v1", "fieldPath": .string("metadata.labels['\(Job.completionIndexKey)']")]
            ],
        ]
        for field in ["initContainers", "containers"] {
            guard var containers = template["spec"]?[field]?.array else { continue }
            for index in containers.indices {
                let variables = containers[index]["env"]?.array ?? []
                if variables.contains(where: { $0["name"] == variable["name"] }) { continue }
                containers[index]["env"] = .array(variables + [variable])
            }
            template["spec", field] = .array(containers)
        }
        return template
    }
}
