import KubeModel

/// How many pods of a kind each node has, for the kinds that somebody asked about; kept up to date.
///
/// Spreading and affinity ask again and again for the same few selectors, and counting anew for each pod would cost the
/// square of the number of pods.
struct PodCounts: Sendable {
    /// A kind of pods.
    enum Key: Hashable, Sendable {
        /// The pods of one owner that are not about to go.
        case owner(String)
        /// Pods that a selector matches in a namespace and that are not about to go.
        case spread(namespace: String, LabelSelector)
        /// Pods that an affinity term selects.
        case affinity(namespaces: Set<String>?, LabelSelector)
    }

    /// Kinds beyond this are forgotten and counted anew when they are asked for.
    static let kindsMax = 500

    /// Counts by the place of the node; a list may be shorter than that of the nodes when the last have none.
    private struct Entry: Sendable {
        let key: Key
        var list: [Int32]
    }

    private var owners: [String: [Int32]] = [:]
    private var entries: [Entry] = []
    private var positions: [Key: Int] = [:]
    /// Nodes of pods with a term that concerns others, by the term; its weight is zero for required anti-affinity.
    private(set) var holders: [AffinityTerm: [Int32]] = [:]
}

extension PodCounts {
    func has(_ key: Key) -> Bool {
        if case .owner(let uid) = key { return owners[uid] != nil }
        return positions[key] != nil
    }

    /// All counts of a kind, by the place of the node.
    func list(_ key: Key) -> [Int32] {
        if case .owner(let uid) = key { return owners[uid] ?? [] }
        return positions[key].map { entries[$0].list } ?? []
    }

    mutating func start(_ key: Key, _ nodes: [NodeState]) {
        var list = [Int32](repeating: 0, count: nodes.count)
        for (index, node) in nodes.enumerated() {
            for pod in node.pods.values where key.counts(pod) { list[index] += 1 }
        }
        if case .owner(let uid) = key {
            if owners.count >= Self.kindsMax { owners = [:] }
            owners[uid] = list
            return
        }
        if entries.count >= Self.kindsMax {
            entries = []
            positions = [:]
        }
        positions[key] = entries.count
        entries.append(Entry(key: key, list: list))
    }

    mutating func add(_ pod: PodFacts, at index: Int) { change(pod, at: index, by: 1) }
    mutating func remove(_ pod: PodFacts, at index: Int) { change(pod, at: index, by: -1) }

    private mutating func change(_ pod: PodFacts, at index: Int, by step: Int32) {
        if let uid = pod.ownerUID, !pod.isTerminating, owners[uid] != nil {
            Self.change(&owners[uid, default: []], at: index, by: step)
        }
        for position in entries.indices where entries[position].key.counts(pod) {
            Self.change(&entries[position].list, at: index, by: step)
        }
        for term in pod.antiAffinity { Self.change(&holders[term, default: []], at: index, by: step) }
        for term in pod.preferredPods { Self.change(&holders[term, default: []], at: index, by: step) }
        for var term in pod.affinity {
            term.weight = Self.hardAffinityWeight
            Self.change(&holders[term, default: []], at: index, by: step)
        }
    }

    /// What a required affinity of a pod that is there counts for: `hardPodAffinityWeight` of the scheduler's configuration.
    static let hardAffinityWeight = 1

    private static func change(_ list: inout [Int32], at index: Int, by step: Int32) {
        while list.count <= index { list.append(0) }
        list[index] += step
    }
}

extension PodCounts.Key {
    func counts(_ pod: PodFacts) -> Bool {
        switch self {
        case .owner(let uid): pod.ownerUID == uid && !pod.isTerminating
        case .spread(let namespace, let selector):
            pod.key.namespace == namespace && !pod.isTerminating && selector.matches(pod.labels)
        case .affinity(let namespaces, let selector):
            (namespaces?.contains(pod.key.namespace) ?? true) && selector.matches(pod.labels)
        }
    }
}

extension AffinityTerm {
    var countKey: PodCounts.Key { .affinity(namespaces: namespaces, selector) }
}
