import Documents
import KubeAPI
import KubeModel

/// What the scheduler knows of the cluster, kept from what was written: nodes, what is taken, and where pods are.
struct SchedulerState: Sendable {
    private(set) var nodes: [NodeState] = []
    private var indexes: [String: Int] = [:]
    /// Where each pod that takes room is: the place of its node.
    private var places: [String: Int] = [:]
    /// Pods bound to nodes that are not known (yet).
    private var strays: [String: (node: String, pod: PodFacts)] = [:]
    private(set) var counts = PodCounts()
    /// The domains of topology keys that somebody asked about.
    private var topologies: [String: TopologyDomains] = [:]
}

extension SchedulerState {
    /// How many nodes there are.
    var nodeCount: Int { indexes.count }

    func index(ofNode name: String) -> Int? { indexes[name] }
    func node(of uid: String) -> Int? { places[uid] }

    mutating func setNode(_ node: Object) {
        if let index = indexes[node.name] {
            if nodes[index].labels != node.labels { topologies = [:] }
            nodes[index].refresh(node)
            return
        }
        let index = nodes.count
        nodes.append(NodeState(node))
        topologies = [:]
        indexes[node.name] = index
        for (uid, stray) in strays where stray.node == node.name {
            strays[uid] = nil
            place(stray.pod, at: index)
        }
    }

    mutating func removeNode(_ name: String) {
        guard let index = indexes.removeValue(forKey: name) else { return }
        for pod in nodes[index].pods.values { removePod(pod.uid) }
        nodes[index].isGone = true
    }

    /// Counts a pod on a node, in place of what was known of it.
    mutating func setPod(_ pod: PodFacts, onNode name: String) {
        removePod(pod.uid)
        if let index = indexes[name] { place(pod, at: index) } else { strays[pod.uid] = (name, pod) }
    }

    mutating func removePod(_ uid: String) {
        strays[uid] = nil
        guard let index = places.removeValue(forKey: uid), let pod = nodes[index].pods[uid] else { return }
        nodes[index].remove(pod)
        counts.remove(pod, at: index)
    }

    /// Makes sure that pods of these kinds are counted by node.
    mutating func count(_ keys: [PodCounts.Key]) {
        for key in keys where !counts.has(key) { counts.start(key, nodes) }
    }

    /// Makes sure that the domains of these keys are numbered.
    mutating func number(_ keys: [String]) {
        for key in keys where topologies[key] == nil { topologies[key] = TopologyDomains(key, nodes) }
    }

    func domains(of key: String) -> TopologyDomains {
        topologies[key] ?? TopologyDomains(key, nodes)
    }

    private mutating func place(_ pod: PodFacts, at index: Int) {
        nodes[index].add(pod)
        places[pod.uid] = index
        counts.add(pod, at: index)
    }
}
