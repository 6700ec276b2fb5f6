import Documents
import KubeModel

/// The filters for a pod that compare nodes with each other: spreading and affinity between pods.
///
/// It is made once for an attempt and then asked for each node.
/// Sources: `pkg/scheduler/framework/plugins/podtopologyspread/filtering.go` and `interpodaffinity/filtering.go`.
struct TopologyFilter {
    /// The pods of one kind in each domain of a topology.
    private struct Domains {
        let key: String
        var counts: [Value: Int] = [:]
    }

    private let pod: PodFacts
    private var spread: [(constraint: SpreadConstraint, domains: Domains, minimum: Int)] = []
    private var affinity: [Domains] = []
    private var antiAffinity: [Domains] = []
    /// Domains that a pod which is there keeps this one out of.
    private var forbidden: [String: Set<Value>] = [:]
    /// No pod matches its own required affinity yet, but it does so itself: the first of a group may go anywhere.
    private var isFirstOfGroup = false

    /// Whether there is anything to ask.
    var isEmpty: Bool { spread.isEmpty && affinity.isEmpty && antiAffinity.isEmpty && forbidden.isEmpty }
}

extension TopologyFilter {
    /// The kinds of pods that the filter needs counted.
    static func keys(for pod: PodFacts) -> [PodCounts.Key] {
        pod.spread.filter(\.isRequired).map { .spread(namespace: pod.key.namespace, $0.selector) }
            + (pod.affinity + pod.antiAffinity).map(\.countKey)
    }

    init(_ pod: PodFacts, _ state: SchedulerState) {
        self.pod = pod
        for constraint in pod.spread where constraint.isRequired {
            spread.append(Self.domains(constraint, pod, state))
        }
        affinity = pod.affinity.map { Self.count($0, state) }
        antiAffinity = pod.antiAffinity.map { Self.count($0, state) }
        isFirstOfGroup =
            !affinity.isEmpty && affinity.allSatisfy { domains in domains.counts.values.allSatisfy { $0 == 0 } }
            && pod.affinity.allSatisfy { $0.selects(pod) }
        for (term, nodes) in state.counts.holders where term.weight == 0 && term.selects(pod) {
            for (index, count) in nodes.enumerated() where count > 0 {
                guard let value = state.nodes[index].labels[term.topologyKey] else { continue }
                forbidden[term.topologyKey, default: []].insert(value)
            }
        }
    }

    func rejection(on node: NodeState) -> Rejection? {
        for (constraint, domains, minimum) in spread {
            guard let value = node.labels[constraint.topologyKey] else { return .spreadLabel }
            let own = constraint.selector.matches(pod.labels) ? 1 : 0
            if (domains.counts[value] ?? 0) + own - minimum > constraint.skewMax { return .spread }
        }
        for domains in affinity {
            guard let value = node.labels[domains.key] else { return .affinity }
            if !isFirstOfGroup, domains.counts[value, default: 0] == 0 { return .affinity }
        }
        for domains in antiAffinity {
            if let value = node.labels[domains.key], domains.counts[value, default: 0] > 0 { return .antiAffinity }
        }
        for (key, values) in forbidden {
            if let value = node.labels[key], values.contains(value) { return .existingAntiAffinity }
        }
        return nil
    }

    private static func count(_ term: AffinityTerm, _ state: SchedulerState) -> Domains {
        var domains = Domains(key: term.topologyKey)
        for (index, count) in state.counts.list(term.countKey).enumerated() where count > 0 {
            guard let value = state.nodes[index].labels[term.topologyKey] else { continue }
            domains.counts[value, default: 0] += Int(count)
        }
        return domains
    }

    private static func domains(
        _ constraint: SpreadConstraint, _ pod: PodFacts, _ state: SchedulerState
    ) -> (SpreadConstraint, Domains, Int) {
        let required = pod.spread.filter(\.isRequired).map(\.topologyKey)
        let counts = state.counts.list(.spread(namespace: pod.key.namespace, constraint.selector))
        var domains = Domains(key: constraint.topologyKey)
        for (index, node) in state.nodes.enumerated() where !node.isGone {
            guard required.allSatisfy({ node.labels[$0] != nil }), constraint.counts(node, for: pod),
                let value = node.labels[constraint.topologyKey]
            else { continue }
            domains.counts[value, default: 0] += index < counts.count ? Int(counts[index]) : 0
        }
        let isShort = domains.counts.count < constraint.domainsMin
        return (constraint, domains, isShort ? 0 : domains.counts.values.min() ?? 0)
    }
}

extension SpreadConstraint {
    /// Whether a node's pods and domain count, by the policies for affinity and taints.
    func counts(_ node: NodeState, for pod: PodFacts) -> Bool {
        if honoursAffinity, !pod.requirements.matches(labels: node.labels, name: node.name) { return false }
        if honoursTaints, node.taints.contains(where: { !pod.tolerates($0) }) { return false }
        return true
    }
}
