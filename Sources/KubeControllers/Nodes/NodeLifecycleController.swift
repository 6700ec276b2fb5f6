import Documents
package import KubeAPI
package import KubeModel

/// Turns the state of nodes into taints, so that pods keep away or leave.
///
/// Source: `pkg/controller/nodelifecycle/node_lifecycle_controller.go`.
package struct NodeLifecycleController: Controller {
    /// The nodes that are there, by name.
    private var known: [String: Object] = [:]

    package init() {}
}

extension NodeLifecycleController {
    package var name: String { "node-controller" }
    package var watched: [ResourceType]? { [.nodes, .leases] }

    private static let notReady = "node.kubernetes.io/not-ready"
    private static let unreachable = "node.kubernetes.io/unreachable"

    /// The conditions that keep new pods away while they hold.
    private static let pressures = [
        ("MemoryPressure", "node.kubernetes.io/memory-pressure"), ("DiskPressure", "node.kubernetes.io/disk-pressure"),
        ("PIDPressure", "node.kubernetes.io/pid-pressure"),
        ("NetworkUnavailable", "node.kubernetes.io/network-unavailable"),
    ]

    package func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        guard change.resource.plural == "leases" else {
            let delay = change.action == .deleted ? Timing.nodeMonitorPeriod : Timing.watchLatency
            return [Wakeup(change.object.key, after: delay)]
        }
        guard change.action != .deleted else { return [] }
        return change.object.namespace == Self.leaseNamespace ? [Wakeup(ObjectKey(name: change.object.name))] : []
    }

    package mutating func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration? {
        guard var node = api.get(.nodes, key) else {
            reportRemoval(of: key.name, &api)
            return nil
        }
        known[key.name] = [
            "apiVersion": "v1", "kind": "Node", "metadata": ["name": .string(key.name), "uid": .string(node.uid)],
        ]
        if let silence = silence(of: key.name, api), Node(node).readyStatus != "Unknown" {
            guard silence >= Timing.nodeMonitorGrace else { return Timing.nodeMonitorGrace - silence }
            node = try markLost(node, &api)
        }
        try markPods(of: node, &api)
        let taints = taints(for: node, now: api.now)
        guard taints != node["spec"]?["taints"]?.array ?? [] else { return nil }
        if Node(node).readyStatus != "True", !Node(node).taints.contains(where: Self.isOwnReadiness) {
            api.record(
                EventRecord(
                    node, .normal, "NodeNotReady", "Node \(node.name) status is now: NodeNotReady", from: name))
        }
        node["spec", "taints"] = taints.isEmpty ? nil : .array(taints)
        try api.update(.nodes, node, as: user)
        return nil
    }

    /// Says, at the next look at all nodes, that one has gone.
    private mutating func reportRemoval(of name: String, _ api: inout APIServer) {
        guard let node = known.removeValue(forKey: name) else { return }
        api.record(
            EventRecord(
                node, .normal, "RemovingNode", "Node \(name) event: Removing Node \(name) from Controller",
                from: self.name))
    }

    private static let leaseNamespace = "kube-node-lease"

    /// How long a kubelet has not renewed its lease; `nil` when it does.
    private func silence(of name: String, _ api: borrowing APIServer) -> Duration? {
        let lease = api.get(.leases, ObjectKey(namespace: Self.leaseNamespace, name: name))
        let since = lease?.annotations[Node.silentSinceAnnotation]?.string.flatMap(Instant.init(rfc3339:))
        return since.map { api.now - $0 }
    }

    /// Nobody knows how a node is whose kubelet is silent.
    private func markLost(_ node: Object, _ api: inout APIServer) throws(APIError) -> Object {
        var lost = node
        for type in ["MemoryPressure", "DiskPressure", "PIDPressure", "Ready"] {
            var entry = node.condition(type)?.object ?? ["type": .string(type)]
            entry["status"] = "Unknown"
            entry["reason"] = "NodeStatusUnknown"
            entry["message"] = "Kubelet stopped posting node status."
            entry["lastTransitionTime"] = .string(api.now.rfc3339)
            lost.setCondition(entry)
        }
        return try api.updateStatus(.nodes, lost, as: user)
    }

    private static func isOwnReadiness(_ taint: Taint) -> Bool { taint.key == notReady || taint.key == unreachable }

    /// The taints of others, and the controller's own by what holds now.
    private func taints(for object: Object, now: Instant) -> [Value] {
        let node = Node(object)
        var wanted: [(key: String, effect: Taint.Effect)] = []
        if object.condition("Ready") != nil, node.readyStatus != "True" {
            let key = node.readyStatus == "False" ? Self.notReady : Self.unreachable
            wanted += [(key, .noSchedule), (key, .noExecute)]
        }
        for (condition, key) in Self.pressures where object.condition(condition)?["status"]?.string == "True" {
            wanted.append((key, .noSchedule))
        }
        if node.isUnschedulable { wanted.append(("node.kubernetes.io/unschedulable", .noSchedule)) }
        let own = Set([Self.notReady, Self.unreachable, "node.kubernetes.io/unschedulable"] + Self.pressures.map(\.1))
        let old = object["spec"]?["taints"]?.array ?? []
        var result = old.filter { !own.contains($0["key"]?.string ?? "") }
        for (key, effect) in wanted {
            let existing = old.first { $0["key"]?.string == key && $0["effect"]?.string == effect.rawValue }
            result.append(existing ?? Taint(key: key, effect: effect, timeAdded: now).object)
        }
        return Set(result) == Set(old) ? old : result
    }

    /// Pods on a node that is not ready are not ready either, whatever they last said.
    private func markPods(of node: Object, _ api: inout APIServer) throws(APIError) {
        guard node.condition("Ready") != nil, Node(node).readyStatus != "True" else { return }
        for pod in api.pods(onNode: node.name) where Pod(pod).isReady {
            var marked = pod
            var entry = pod.condition("Ready")?.object ?? Object()
            entry["status"] = "False"
            entry["lastTransitionTime"] = .string(api.now.rfc3339)
            marked.setCondition(entry)
            do { try api.updateStatus(.pods, marked, as: user) } catch .notFound { continue }
            api.record(EventRecord(pod, .warning, "NodeNotReady", "Node is not ready", from: name))
        }
    }
}
