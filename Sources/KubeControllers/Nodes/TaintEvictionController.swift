import Documents
package import KubeAPI
package import KubeModel

/// Deletes pods from nodes with a `NoExecute` taint that they do not tolerate, or no longer.
///
/// Source: `pkg/controller/tainteviction/taint_eviction.go`.
package struct TaintEvictionController: Controller {
    /// When the patience of a pod with its node ends.
    private var deadlines: [ObjectKey: Instant] = [:]

    package init() {}
}

extension TaintEvictionController {
    package var name: String { "taint-eviction-controller" }
    package var watched: [ResourceType]? { [.nodes, .pods] }

    package func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        let object = change.object
        guard change.resource.plural == "nodes" else { return wakeups(afterPod: change, api) }
        guard change.action != .deleted, change.old?["spec"]?["taints"] != object["spec"]?["taints"] else { return [] }
        return api.pods(onNode: object.name).map { Wakeup($0.key) }
    }

    package mutating func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration? {
        guard let pod = api.get(.pods, key), !pod.isTerminating, let nodeName = Pod(pod).nodeName,
            let node = api.get(.nodes, ObjectKey(name: nodeName))
        else {
            deadlines[key] = nil
            return nil
        }
        let taints = Node(node).taints.filter { $0.effect == .noExecute }
        switch patience(of: pod, with: taints) {
        case .forever:
            if deadlines.removeValue(forKey: key) != nil {
                report(pod, "Cancelling deletion of Pod \(key)", &api)
            }
            return nil
        case .seconds(let seconds):
            let deadline = deadlines[key] ?? api.now + .seconds(seconds)
            deadlines[key] = deadline
            guard deadline <= api.now else { return deadline - api.now }
            deadlines[key] = nil
            try evict(pod, &api)
            return nil
        }
    }

    private enum Patience { case forever, seconds(Int) }

    /// How long a pod stays with these taints: the shortest of its tolerations, nothing without one.
    private func patience(of pod: Object, with taints: [Taint]) -> Patience {
        guard !taints.isEmpty else { return .forever }
        var shortest: Int?
        for taint in taints {
            let tolerations = Pod(pod).tolerations.filter { $0.tolerates(taint) }
            guard !tolerations.isEmpty else { return .seconds(0) }
            guard !tolerations.contains(where: { $0.seconds == nil }) else { continue }
            let seconds = tolerations.compactMap(\.seconds).min() ?? 0
            shortest = min(shortest ?? seconds, max(0, seconds))
        }
        return shortest.map { .seconds($0) } ?? .forever
    }

    private func wakeups(afterPod change: ObjectChange, _ api: borrowing APIServer) -> [Wakeup] {
        let pod = change.object
        guard change.action != .deleted, let nodeName = Pod(pod).nodeName,
            change.old.map({ Pod($0).nodeName != nodeName || $0["spec"]?["tolerations"] != pod["spec"]?["tolerations"] }
            ) ?? true,
            let node = api.get(.nodes, ObjectKey(name: nodeName)),
            Node(node).taints.contains(where: { $0.effect == .noExecute })
        else { return [] }
        return [Wakeup(pod.key)]
    }

    private func evict(_ pod: Object, _ api: inout APIServer) throws(APIError) {
        report(pod, "Marking for deletion Pod \(pod.key)", &api)
        var marked = pod
        marked.setCondition([
            "type": "DisruptionTarget", "status": "True", "reason": "DeletionByTaintManager",
            "message": "Taint manager: deleting due to NoExecute taint", "lastProbeTime": .null,
            "lastTransitionTime": .string(api.now.rfc3339),
        ])
        do {
            try api.updateStatus(.pods, marked, as: user)
            try api.delete(.pods, pod.key, as: user)
        } catch .notFound { return }
    }

    private func report(_ pod: Object, _ message: String, _ api: inout APIServer) {
        api.record(EventRecord(pod, .normal, "TaintManagerEviction", message, from: name))
    }
}
