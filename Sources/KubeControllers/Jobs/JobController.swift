import Documents
package import KubeAPI
package import KubeModel

/// Runs the pods of Jobs until enough have succeeded or too many have failed.
///
/// Source: `pkg/controller/job/job_controller.go`.
package struct JobController: Controller {
    private var backoffs: [ObjectKey: JobBackoff] = [:]

    package init() {}
}

extension JobController {
    package var name: String { "job-controller" }
    package var watched: [ResourceType]? { [.jobs, .pods] }

    /// A new spec is looked at at once; changes of pods and of the status wait a second for more of them.
    package func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        let object = change.object
        if change.resource.plural == "jobs" {
            let isNews = change.action != .modified || change.old?.generation != object.generation
            return [Wakeup(object.key, after: isNews ? Timing.watchLatency : Timing.jobBatchPeriod)]
        }
        guard let owner = object.controller else { return change.action == .added ? adopters(of: object, api) : [] }
        guard owner.kind == "Job" else { return [] }
        let key = ObjectKey(namespace: object.namespace, name: owner.name)
        let isOrphan = api.get(.jobs, key)?.uid != owner.uid
        return [Wakeup(key, after: isOrphan ? Timing.watchLatency : Timing.jobBatchPeriod)]
    }

    package mutating func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration? {
        try releaseOrphans(of: key, &api)
        guard let object = api.get(.jobs, key), !Job(object).isFinished,
            object["spec"]?["managedBy"]?.string ?? "kubernetes.io/job-controller" == "kubernetes.io/job-controller"
        else {
            backoffs[key] = nil
            return nil
        }
        var sync = try JobSync(object, backoff: backoffs[key] ?? JobBackoff(), user: user, api: &api)
        let again = try sync.run(&api)
        backoffs[key] = sync.backoff
        return again
    }

    private func adopters(of pod: Object, _ api: borrowing APIServer) -> [Wakeup] {
        let jobs = api.list(.jobs, namespace: pod.namespace)
        return jobs.filter { LabelSelector(selector: Job($0).selectorValue).matches(pod.labels) }
            .map { Wakeup($0.key, after: Timing.jobBatchPeriod) }
    }

    /// Pods of a Job that is over or gone need not wait any longer to be counted.
    private func releaseOrphans(of key: ObjectKey, _ api: inout APIServer) throws(APIError) {
        let job = api.get(.jobs, key)
        let pods: [Object]
        if let job {
            guard Job(job).isFinished else { return }
            pods = api.list(.pods, controlledBy: job.uid)
        } else {
            pods = api.list(.pods, namespace: key.namespace).filter {
                $0.controller?.kind == "Job" && $0.controller?.name == key.name
            }
        }
        for pod in pods where pod.finalizers.contains(Job.trackingFinalizer) {
            try JobSync.release(pod, user, &api)
        }
    }
}
