import Documents
package import KubeAPI
package import KubeModel

/// Deletes Jobs some time after they are over, when they say so: `ttlSecondsAfterFinished`.
///
/// Source: `pkg/controller/ttlafterfinished/ttlafterfinished_controller.go`.
package struct TimeToLiveController: Controller {
    package init() {}
}

extension TimeToLiveController {
    package var name: String { "ttl-after-finished-controller" }
    package var watched: [ResourceType]? { [.jobs] }

    package func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        let job = Job(change.object)
        return job.isFinished && job.secondsToLiveAfterFinished != nil ? [Wakeup(job.key)] : []
    }

    package func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration? {
        guard let object = api.get(.jobs, key), !object.isTerminating,
            let seconds = Job(object).secondsToLiveAfterFinished,
            let finished = Job(object).finishedCondition?["lastTransitionTime"]?.string.flatMap(Instant.init(rfc3339:))
        else { return nil }
        let remaining = finished + .seconds(seconds) - api.now
        guard remaining <= .zero else { return remaining }
        var options = RequestOptions()
        options.propagationPolicy = .foreground
        options.preconditionUID = object.uid
        do { try api.delete(.jobs, key, options: options, as: user) } catch .notFound { return nil }
        return nil
    }
}
