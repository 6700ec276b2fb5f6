import Documents
package import KubeAPI
package import KubeModel

/// Finds a node for every pod: the kube-scheduler with its default profile.
///
/// It keeps a picture of nodes and pods from what was written, so that a try costs no more than a look at each node.
/// Source: `pkg/scheduler/schedule_one.go`.
package struct Scheduler: Component {
    var state = SchedulerState()
    var queue = SchedulingQueue()
    /// Room that is kept on a node for a pod that waits there for its victims to go: by the pod, the node's name.
    var nominations: [ObjectKey: (node: String, pod: PodFacts)] = [:]
    /// Pods that have a node and wait for their volumes.
    var waitingForVolumes: [ObjectKey: String] = [:]
    /// Where the next try begins to look, so that large clusters fill evenly.
    var nextStart = 0
    private var attempts = AttemptLog()

    static let schedulerName = "default-scheduler"

    package init() {}
}

extension Scheduler {
    package var nextDue: Instant? { queue.nextDue }

    /// The tries for a pod that are remembered, oldest first.
    package func attempts(for pod: ObjectKey) -> [SchedulingAttempt] { attempts.list(pod) }

    package mutating func observe(_ changes: ArraySlice<ObjectChange>, api: borrowing APIServer) {
        for change in changes {
            switch change.resource.plural {
            case "pods": observePod(change, api)
            case "nodes": observeNode(change, api)
            case "persistentvolumeclaims", "persistentvolumes", "storageclasses":
                retry(api, because: [.volumeBinding, .volumeRestrictions])
                continueAfterVolumes(api)
            case "namespaces": retry(api, because: [.interPodAffinity])
            default: break
            }
        }
    }

    package mutating func run(api: inout APIServer) {
        for key in queue.overdue(api.now) { activate(key, api) }
        for key in queue.takeDue(api.now) {
            guard let pod = api.get(.pods, key), needsNode(pod) else { continue }
            schedule(pod, &api)
        }
    }

    /// Whether tries are remembered.
    var keepsAttempts: Bool { state.nodeCount <= AttemptLog.nodeCountMax }

    mutating func remember(_ attempt: SchedulingAttempt) {
        if keepsAttempts { attempts.append(attempt) }
    }

    /// A pod that this scheduler must place.
    private func needsNode(_ pod: Object) -> Bool {
        Pod(pod).nodeName == nil && !pod.isTerminating && !Pod(pod).isFinished
            && pod["spec"]?["schedulerName"]?.string ?? Self.schedulerName == Self.schedulerName
            && pod["spec"]?["schedulingGates"]?.array?.isEmpty ?? true
    }
}

extension Scheduler {
    private mutating func observePod(_ change: ObjectChange, _ api: borrowing APIServer) {
        let object = change.object
        let takesRoom = change.action != .deleted && !Pod(object).isFinished
        guard let node = Pod(object).nodeName else {
            observeWaitingPod(change, api)
            return
        }
        let wasCounted = state.node(of: object.uid) != nil
        queue.remove(object.key)
        nominations[object.key] = nil
        waitingForVolumes[object.key] = nil
        if takesRoom {
            guard needsRecount(change) || !wasCounted else { return }
            let pod = PodFacts(object, api: api)
            state.setPod(pod, onNode: node)
            observeArrival(pod, change, api)
        } else if wasCounted {
            state.removePod(object.uid)
            retryAfterDeparture(of: PodFacts(object, api: api), api)
        }
    }

    /// A pod that has come to a node attracts those that want to be near it, or evens out a spread; other labels may do more.
    private mutating func observeArrival(_ pod: PodFacts, _ change: ObjectChange, _ api: borrowing APIServer) {
        let isNew = change.old.flatMap { Pod($0).nodeName } == nil
        guard isNew || change.old?.labels != change.object.labels else { return }
        retry(api, because: [.interPodAffinity, .podTopologySpread]) { waiting in
            guard isNew else { return true }
            return waiting.affinity.contains { $0.selects(pod) }
                || waiting.spread.contains { spread in
                    waiting.key.namespace == pod.key.namespace && spread.selector.matches(pod.labels)
                }
        }
    }

    /// A bound pod counts differently when its labels, its spec or its life changed, but not with each new status.
    private func needsRecount(_ change: ObjectChange) -> Bool {
        guard let old = change.old else { return true }
        return old["spec"] != change.object["spec"] || old.labels != change.object.labels
            || old.isTerminating != change.object.isTerminating
    }

    private mutating func observeWaitingPod(_ change: ObjectChange, _ api: borrowing APIServer) {
        let pod = change.object
        guard change.action != .deleted, needsNode(pod) else {
            queue.remove(pod.key)
            nominations[pod.key] = nil
            return
        }
        let isNew = change.old.map { !needsNode($0) } ?? true
        if isNew || change.old?["spec"] != pod["spec"] || change.old?.labels != pod.labels { activate(pod, api) }
    }

    /// Tries the pods again that one of these plugins kept waiting.
    mutating func retry(
        _ api: borrowing APIServer, because plugins: Set<Rejection.Plugin>, helps: (PodFacts) -> Bool = { _ in true }
    ) {
        guard !queue.unschedulable.isEmpty else { return }
        let keys = queue.unschedulable.filter { !$0.value.plugins.isDisjoint(with: plugins) }.keys
        for key in keys.sorted() {
            guard let pod = api.get(.pods, key), helps(PodFacts(pod, api: api)) else { continue }
            activate(pod, api)
        }
    }

    private mutating func activate(_ key: ObjectKey, _ api: borrowing APIServer) {
        guard let pod = api.get(.pods, key) else { return queue.remove(key) }
        activate(pod, api)
    }

    private mutating func activate(_ pod: Object, _ api: borrowing APIServer) {
        queue.activate(pod.key, priority: pod["spec"]?["priority"]?.int ?? 0, now: api.now)
    }

    private mutating func continueAfterVolumes(_ api: borrowing APIServer) {
        for key in waitingForVolumes.keys.sorted() { activate(key, api) }
    }
}
