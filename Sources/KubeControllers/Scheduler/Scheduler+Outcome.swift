import Documents
import KubeAPI
import KubeModel

/// What follows from a try: a binding, volumes to wait for, pods to delete, or a message.
extension Scheduler {
    mutating func bind(
        _ object: Object, _ pod: PodFacts, to node: String, _ attempt: inout SchedulingAttempt, _ api: inout APIServer
    ) {
        do {
            try api.bind(pod.key, toNode: node, as: .scheduler)
        } catch {
            state.removePod(pod.uid)
            queue.activate(pod.key, priority: pod.priority, now: api.now + Timing.schedulingPauseFirst)
            return
        }
        nominations[pod.key] = nil
        attempt.outcome = .bound(node: node)
        remember(attempt)
        report(
            object, .normal, "Scheduled", "Successfully assigned \(object.namespace)/\(object.name) to \(node)", &api)
    }

    /// Gives each claim the volume that was chosen, or asks for one to be made near the node.
    mutating func reserve(_ choices: [(claim: Object, volume: Object?)], on node: String, _ api: inout APIServer) {
        for (claim, volume) in choices {
            do {
                if var volume {
                    volume["spec", "claimRef"] = VolumeBinderController.reference(to: claim)
                    volume.annotations[PersistentVolumeClaim.boundByControllerAnnotation] = "yes"
                    try api.update(.persistentVolumes, volume, as: .scheduler)
                } else {
                    var claim = claim
                    claim.annotations[PersistentVolumeClaim.selectedNodeAnnotation] = .string(node)
                    try api.update(.persistentVolumeClaims, claim, as: .scheduler)
                }
            } catch {
                continue  // someone else was faster; the next change of the claim starts another try
            }
        }
    }

    /// Binds a pod whose volumes are there now; one whose claims have gone begins anew.
    mutating func finishVolumes(_ object: Object, _ pod: PodFacts, on node: String, _ api: inout APIServer) {
        let volumes = VolumeFilter(pod, api: api)
        if volumes.hasOpenClaims, volumes.failure == nil { return }
        waitingForVolumes[pod.key] = nil
        guard volumes.failure == nil else {
            state.removePod(pod.uid)
            queue.activate(pod.key, priority: pod.priority, now: api.now)
            return
        }
        var attempt = SchedulingAttempt(pod: pod.key, time: api.now, outcome: .bound(node: node))
        bind(object, pod, to: node, &attempt, &api)
    }

    /// Looks for pods of lower priority to delete, and says what is wrong in any case.
    mutating func preempt(
        _ object: Object, _ pod: PodFacts, _ rejections: [Int: Rejection], _ failure: inout SchedulingFailure,
        _ attempt: inout SchedulingAttempt, _ api: inout APIServer
    ) {
        let preemption = Preemption(
            pod: pod, state: state, rejections: rejections, budgets: api.list(.podDisruptionBudgets))
        let (best, message) = preemption.choose()
        let plugins = Set(rejections.values.map(\.plugin))
        guard let best else {
            failure.afterwards = "no new claims to deallocate, \(message)"
            fail(object, pod, failure, plugins: plugins, &attempt, &api)
            return
        }
        let node = state.nodes[best.index].name
        nominations[pod.key] = (node, pod)
        fail(object, pod, failure, plugins: plugins, nominating: node, &attempt, &api)
        for victim in best.victims { evict(victim, for: pod, on: node, &api) }
    }

    /// Writes the condition and the event of a try in vain, and parks the pod.
    mutating func fail(
        _ object: Object, _ pod: PodFacts, _ failure: SchedulingFailure, plugins: Set<Rejection.Plugin>,
        nominating node: String? = nil, _ attempt: inout SchedulingAttempt, _ api: inout APIServer
    ) {
        let message = failure.message
        attempt.outcome = node.map { .nominated(node: $0) } ?? .failed(message: message)
        remember(attempt)
        queue.park(pod.key, plugins.isEmpty ? Set(Rejection.Plugin.allCases) : plugins, now: api.now)
        report(object, .warning, "FailedScheduling", message, &api)
        var updated = object
        updated.setCondition(scheduledCondition(object, message, now: api.now))
        if let node { updated["status", "nominatedNodeName"] = .string(node) }
        guard updated != object else { return }
        do { try api.updateStatus(.pods, updated, as: .scheduler) } catch {
            queue.activate(pod.key, priority: pod.priority, now: api.now + Timing.schedulingPauseFirst)
        }
    }

    private func scheduledCondition(_ pod: Object, _ message: String, now: Instant) -> Object {
        let current = pod.condition("PodScheduled")
        let isSame = current?["status"]?.string == "False"
        return [
            "type": "PodScheduled", "status": "False", "reason": "Unschedulable", "message": .string(message),
            "lastProbeTime": .null,
            "lastTransitionTime": isSame ? current?["lastTransitionTime"] ?? .null : .string(now.rfc3339),
            "observedGeneration": Value(pod.generation),
        ]
    }

    private func evict(_ victim: PodFacts, for pod: PodFacts, on node: String, _ api: inout APIServer) {
        guard var object = api.get(.pods, victim.key), !object.isTerminating else { return }
        object.setCondition([
            "type": "DisruptionTarget", "status": "True", "reason": "PreemptionByScheduler",
            "message": .string("\(Self.schedulerName): preempting to accommodate a higher priority pod"),
            "lastProbeTime": .null, "lastTransitionTime": .string(api.now.rfc3339),
        ])
        do {
            try api.updateStatus(.pods, object, as: .scheduler)
            try api.delete(.pods, victim.key, as: .scheduler)
        } catch {
            return  // it has gone by itself
        }
        report(object, .normal, "Preempted", "Preempted by pod \(pod.uid) on node \(node)", &api)
    }

    private func report(
        _ pod: Object, _ kind: EventRecord.Kind, _ reason: String, _ message: String, _ api: inout APIServer
    ) {
        var event = EventRecord(pod, kind, reason, message, from: Self.schedulerName)
        let actions = ["Scheduled": "Binding", "FailedScheduling": "Scheduling", "Preempted": "Preempting"]
        event.action = actions[reason] ?? reason
        api.record(event)
    }
}
