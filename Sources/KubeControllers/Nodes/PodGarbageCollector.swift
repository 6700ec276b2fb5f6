import Documents
package import KubeAPI
package import KubeModel

/// Removes pods that no kubelet will ever finish: those of nodes that are gone, and deleted ones that never had a node.
///
/// Source: `pkg/controller/podgc/gc_controller.go`.
package struct PodGarbageCollector: Controller {
    package init() {}
}

extension PodGarbageCollector {
    package var name: String { "pod-garbage-collector" }
    package var watched: [ResourceType]? { [.nodes, .pods] }

    package func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        let object = change.object
        if change.resource.plural == "nodes" {
            guard change.action == .deleted else { return [] }
            return api.pods(onNode: object.name).map { Wakeup($0.key, after: Timing.podCollectorQuarantine) }
        }
        guard change.action != .deleted, let node = Pod(object).nodeName else { return [] }
        let isBound = change.old.flatMap { Pod($0).nodeName } == nil
        return isBound && api.get(.nodes, ObjectKey(name: node)) == nil
            ? [Wakeup(object.key, after: Timing.podCollectorQuarantine + Timing.podCollectorPeriod)] : []
    }

    package func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration? {
        guard let pod = api.get(.pods, key), let node = Pod(pod).nodeName, api.get(.nodes, ObjectKey(name: node)) == nil
        else { return nil }
        var marked = pod
        if !Pod(pod).isFinished { marked["status", "phase"] = "Failed" }
        marked.setCondition([
            "type": "DisruptionTarget", "status": "True", "reason": "DeletionByPodGC",
            "message": "PodGC: node no longer exists", "lastProbeTime": .null,
            "lastTransitionTime": .string(api.now.rfc3339),
        ])
        var options = RequestOptions()
        options.gracePeriodSeconds = 0
        do {
            try api.updateStatus(.pods, marked, as: user)
            try api.delete(.pods, key, options: options, as: user)
        } catch .notFound { return nil }
        return nil
    }
}
