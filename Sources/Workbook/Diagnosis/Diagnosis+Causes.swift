import Documents
import KubeModel

/// From an object down to what it made, until something says why it does not come true.
extension Diagnosis {
    func cause(for object: Object, resource: ResourceType) -> Cause? {
        if object.isTerminating { return .terminating(ObjectName(object), finalizers: object.finalizers) }
        switch resource {
        case .pods: return cause(ofPod: object) ?? (isWell(object) ? nil : warning(about: object))
        case .services: return cause(ofService: object)
        case .cronJobs: return cause(ofCronJob: object)
        case .jobs: return cause(ofJob: object)
        default: return cause(ofOwner: object)
        }
    }

    /// A pod that has what it wants: what went wrong before is past.
    private func isWell(_ pod: Object) -> Bool {
        Pod(pod).isReady || Pod(pod).phase == .succeeded
    }

    /// An object that makes others: first what they say, then what it says itself.
    private func cause(ofOwner object: Object) -> Cause? {
        for child in children(of: object, in: .replicaSets) {
            if let cause = causeOfPods(of: child) { return cause }
        }
        if let cause = causeOfPods(of: object) { return cause }
        for child in children(of: object, in: .replicaSets) {
            if let cause = badCondition(of: child) ?? warning(about: child) { return cause }
        }
        if let cause = badCondition(of: object) ?? warning(about: object) { return cause }
        let observed = object.status["observedGeneration"]?.int ?? object.generation
        return observed < object.generation ? .inProgress(ObjectName(object)) : nil
    }

    private func cause(ofJob job: Object) -> Cause? {
        if let condition = condition(of: job, type: "Failed", status: "True") {
            return causeOfPods(of: job) ?? condition
        }
        if job.spec["suspend"]?.bool ?? false { return .suspended(ObjectName(job)) }
        return causeOfPods(of: job) ?? warning(about: job)
    }

    private func cause(ofCronJob cronJob: Object) -> Cause? {
        if cronJob.spec["suspend"]?.bool ?? false { return .suspended(ObjectName(cronJob)) }
        let jobs = children(of: cronJob, in: .jobs)
        for job in jobs.reversed() {
            if let cause = cause(ofJob: job) { return cause }
        }
        if let cause = warning(about: cronJob) { return cause }
        guard jobs.isEmpty else { return nil }
        return .notYetScheduled(ObjectName(cronJob), schedule: cronJob.spec["schedule"]?.string ?? "")
    }

    private func cause(ofService service: Object) -> Cause? {
        guard let selector = service.spec["selector"]?.object, !selector.isEmpty else { return nil }
        let pods = cluster.objects(of: .pods, in: service.namespace)
        let selected = pods.filter { pod in selector.allSatisfy { pod.labels[$0.0] == $0.1 } }
        guard selected.isEmpty else { return selected.lazy.compactMap(cause(ofPod:)).first }
        let labels = pods.first { pod in selector.contains { pod.labels[$0.0] != nil } }?.labels
        return .selectsNothing(
            ObjectName(service), selector: Self.text(of: selector), labels: labels.map { Self.text(of: $0) })
    }

    /// Why an object that others make is not there: the one that should make it says so.
    func causeOfAbsence(_ subject: ObjectName, pattern: ObjectPattern) -> Cause? {
        switch subject.kind {
        case "Pod":
            let makers: [ResourceType] = [.jobs, .deployments, .statefulSets, .daemonSets]
            for resource in makers {
                for maker in cluster.objects(of: resource, in: subject.namespace) {
                    if let cause = cause(for: maker, resource: resource) { return cause }
                }
            }
            return nil
        case "Job":
            return cluster.objects(of: .cronJobs, in: subject.namespace).lazy.compactMap {
                cause(for: $0, resource: .cronJobs)
            }.first
        default: return nil
        }
    }

    private func children(of object: Object, in resource: ResourceType) -> [Object] {
        cluster.objects(of: resource, in: object.namespace)
            .filter { $0.controller?.uid == object.uid && !object.uid.isEmpty }
    }

    private func causeOfPods(of object: Object) -> Cause? {
        children(of: object, in: .pods).lazy.compactMap(cause(ofPod:)).first
    }

    private static func text(of labels: Object) -> String {
        labels.map { "\($0.0)=\($0.1.plainText)" }.joined(separator: ",")
    }
}
