import Documents
import KubeAPI
import KubeModel

/// Which waiting pods are worth another try after a change: those that the plugin that refused them would now let pass.
///
/// Source: the queueing hints of `pkg/scheduler/framework/plugins`.
extension Scheduler {
    /// A pod has gone from its node, or has ended there.
    mutating func retryAfterDeparture(of gone: PodFacts, _ api: borrowing APIServer) {
        retry(api, because: [.nodeResourcesFit, .volumeRestrictions])
        retry(api, because: [.nodePorts]) { waiting in
            waiting.hostPorts.contains { wanted in gone.hostPorts.contains { wanted.clashes(with: $0) } }
        }
        retry(api, because: [.interPodAffinity]) { waiting in
            waiting.antiAffinity.contains { $0.selects(gone) } || gone.antiAffinity.contains { $0.selects(waiting) }
        }
        retry(api, because: [.podTopologySpread]) { waiting in
            waiting.spread.contains { spread in
                waiting.key.namespace == gone.key.namespace && spread.selector.matches(gone.labels)
            }
        }
    }

    mutating func observeNode(_ change: ObjectChange, _ api: borrowing APIServer) {
        let node = change.object
        guard change.action != .deleted else {
            state.removeNode(node.name)
            retry(api, because: [.podTopologySpread])
            return
        }
        guard let old = change.old else {
            state.setNode(node)
            retry(api, because: Set(Rejection.Plugin.allCases))
            return
        }
        let isSame =
            old["spec"] == node["spec"] && old.labels == node.labels
            && old["status"]?["allocatable"] == node["status"]?["allocatable"]
        if isSame, old["status"]?["images"] == node["status"]?["images"] { return }
        state.setNode(node)
        if !isSame { retryAfterUpdate(from: NodeState(old), to: NodeState(node), api) }
    }

    private mutating func retryAfterUpdate(from old: NodeState, to new: NodeState, _ api: borrowing APIServer) {
        retry(api, because: [.nodeUnschedulable]) { !old.isOpen(to: $0) && new.isOpen(to: $0) }
        retry(api, because: [.taintToleration]) { !old.isTolerated(by: $0) && new.isTolerated(by: $0) }
        retry(api, because: [.nodeAffinity]) { !old.isWanted(by: $0) && new.isWanted(by: $0) }
        if old.allocatable != new.allocatable || old.podsMax != new.podsMax {
            retry(api, because: [.nodeResourcesFit])
        }
        guard old.labels != new.labels else { return }
        retry(api, because: [.interPodAffinity, .podTopologySpread, .volumeBinding])
    }
}
