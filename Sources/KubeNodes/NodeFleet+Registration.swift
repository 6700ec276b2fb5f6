import Documents
package import KubeAPI
package import KubeModel

extension NodeFleet {
    /// Makes the objects of all nodes and their leases, as kubelets do when they start.
    package mutating func register(api: inout APIServer) throws(APIError) {
        for kubelet in kubelets { try register(kubelet.facts, api: &api) }
    }

    private func register(_ facts: NodeDescription, api: inout APIServer) throws(APIError) {
        let user = UserInfo.node(facts.name)
        var machine = SeededGenerator(seed: facts.name.utf8.reduce(7) { $0 &* 1_099_511_628_211 ^ UInt64($1) })
        let wanted = facts.nodeObject(now: api.now, machine: &machine)
        var node = try api.create(.nodes, wanted, as: user)
        if node["status"]?["conditions"] == nil {
            node["status"] = wanted["status"]
            node = try api.updateStatus(.nodes, node, as: user)
        }
        try api.create(.leases, facts.leaseObject(now: api.now, owner: node), as: user)
    }

    /// Lists newly pulled images in the node's status, where the scheduler looks for them.
    mutating func reportImages(_ index: Int, api: inout APIServer) {
        guard kubelets[index].hasUnreportedImages, kubelets[index].state == .running else { return }
        kubelets[index].hasUnreportedImages = false
        guard var node = api.get(.nodes, ObjectKey(name: kubelets[index].facts.name)) else { return }
        let images = kubelets[index].images.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        node["status", "images"] = .array(
            images.prefix(Self.reportedImagesMax).map { name, size in
                ["names": [.string(name)], "sizeBytes": Value(size)]
            })
        do {
            try api.updateStatus(.nodes, node, as: UserInfo.node(node.name))
        } catch {
            kubelets[index].hasUnreportedImages = true
        }
    }

    /// Says that a node was cordoned, or takes pods again.
    ///
    /// Source: `recordNodeSchedulableEvent` of `pkg/kubelet/kubelet_node_status.go`.
    mutating func reportCordon(_ index: Int, api: inout APIServer) {
        let name = kubelets[index].facts.name
        guard kubelets[index].state == .running, let node = api.get(.nodes, ObjectKey(name: name)),
            Node(node).isUnschedulable != kubelets[index].isCordonReported
        else { return }
        kubelets[index].isCordonReported.toggle()
        let reason = kubelets[index].isCordonReported ? "NodeNotSchedulable" : "NodeSchedulable"
        api.record(
            EventRecord(
                node, .normal, reason, "Node \(name) status is now: \(reason)", from: "kubelet", host: name))
    }

    /// `nodeStatusMaxImages` of `KubeletConfiguration`.
    private static let reportedImagesMax = 50

    mutating func note(_ reference: ImageReference, size: Int, onNode index: Int, now: Instant) {
        guard kubelets[index].images.updateValue(size, forKey: reference.whole) == nil else { return }
        guard !kubelets[index].hasUnreportedImages else { return }
        kubelets[index].hasUnreportedImages = true
        queue.schedule(.reportImages(index), at: now + KubeletTimings.statusUpdatePeriod)
    }
}
