import Documents
import KubeModel

/// Scores that compare nodes by the pods in their domains.
extension Scores {
    /// What a pod that says nothing about spreading is spread by: `systemDefaultConstraints`.
    ///
    /// Source: `pkg/scheduler/framework/plugins/podtopologyspread/plugin.go`.
    private static let defaultSpread = [
        (key: "kubernetes.io/hostname", skew: 3), (key: "topology.kubernetes.io/zone", skew: 5),
    ]

    /// The kinds of pods that scoring needs counted.
    static func keys(for pod: PodFacts) -> [PodCounts.Key] {
        let soft = pod.spread.filter { !$0.isRequired }
        var keys: [PodCounts.Key] = soft.map { .spread(namespace: pod.key.namespace, $0.selector) }
        if pod.spread.isEmpty, let owner = pod.ownerUID { keys.append(.owner(owner)) }
        return keys + pod.preferredPods.map(\.countKey)
    }

    /// The topology keys that scoring needs numbered.
    static func topologyKeys(for pod: PodFacts) -> [String] {
        if pod.spread.isEmpty { return defaultSpread.map(\.key) + pod.preferredPods.map(\.topologyKey) }
        return pod.spread.map(\.topologyKey) + pod.preferredPods.map(\.topologyKey)
    }

    /// The fewer pods of its kind a domain has, the better. Source: `podtopologyspread/scoring.go`.
    func topologySpread() -> [Int]? {
        let constraints = softConstraints()
        guard !constraints.isEmpty else { return nil }
        var sums = [Double](repeating: 0, count: nodes.count)
        for constraint in constraints {
            let domains = DomainCounts(state.domains(of: constraint.key), state.counts.list(constraint.kind), nodes)
            let weight = naturalLogarithm(of: domains.presentCount + 2)
            for (position, index) in nodes.enumerated() {
                guard let count = domains[index] else { continue }
                sums[position] += Double(count) * weight + Double(constraint.skew - 1)
            }
        }
        let scores = sums.map { Int($0.rounded()) }
        let (least, most) = (scores.min() ?? 0, scores.max() ?? 0)
        guard most > 0 else { return scores.map { _ in Self.scoreMax } }
        return scores.map { Self.scoreMax * (most + least - $0) / most }
    }

    /// Preferred affinity, the pod's own and that of those who are there. Source: `interpodaffinity/scoring.go`.
    func podAffinity() -> [Int]? {
        var sums = [Int](repeating: 0, count: nodes.count)
        var isConcerned = false
        for term in pod.preferredPods {
            isConcerned = true
            add(term.weight, term.topologyKey, state.counts.list(term.countKey), to: &sums)
        }
        for (term, holders) in state.counts.holders where term.weight != 0 && term.selects(pod) {
            isConcerned = true
            add(term.weight, term.topologyKey, holders, to: &sums)
        }
        guard isConcerned else { return nil }
        let (least, most) = (sums.min() ?? 0, sums.max() ?? 0)
        guard most > least else { return sums.map { _ in 0 } }
        return sums.map { Self.scoreMax * ($0 - least) / (most - least) }
    }

    private struct SoftConstraint {
        let key: String
        let skew: Int
        let kind: PodCounts.Key
    }

    private func softConstraints() -> [SoftConstraint] {
        if pod.spread.isEmpty {
            guard let owner = pod.ownerUID else { return [] }
            return Self.defaultSpread.map { SoftConstraint(key: $0.key, skew: $0.skew, kind: .owner(owner)) }
        }
        return pod.spread.filter { !$0.isRequired }.map {
            SoftConstraint(
                key: $0.topologyKey, skew: $0.skewMax, kind: .spread(namespace: pod.key.namespace, $0.selector))
        }
    }

    private func add(_ weight: Int, _ key: String, _ counts: [Int32], to sums: inout [Int]) {
        let domains = DomainCounts(state.domains(of: key), counts, nodes)
        for (position, index) in nodes.enumerated() {
            guard let count = domains[index] else { continue }
            sums[position] += weight * count
        }
    }

    /// The natural logarithm of a small number, by its series, so that every machine gets the same.
    private func naturalLogarithm(of number: Int) -> Double {
        var halvings = 0
        var mantissa = Double(number)
        while mantissa > 1.5 {
            mantissa /= 2
            halvings += 1
        }
        let ratio = (mantissa - 1) / (mantissa + 1)
        var power = ratio
        var sum = 0.0
        for term in 0..<12 {
            sum += power / Double(2 * term + 1)
            power *= ratio * ratio
        }
        return 2 * sum + Double(halvings) * 0.693_147_180_559_945_3
    }
}

/// The pods of each domain; domains of nodes that the pod can go to appear also without pods.
private struct DomainCounts {
    private let domains: TopologyDomains
    /// By the number of the domain; `nil` for domains that do not appear.
    private var counts: [Int?]
    /// How many domains appear.
    private(set) var presentCount = 0

    /// - Parameters:
    ///   - pods: How many pods each node has, by its place.
    ///   - nodes: The places of the nodes that the pod can go to.
    init(_ domains: TopologyDomains, _ pods: [Int32], _ nodes: [Int]) {
        self.domains = domains
        counts = [Int?](repeating: nil, count: domains.count)
        for index in nodes { add(0, at: index) }
        for (index, count) in pods.enumerated() where count > 0 { add(Int(count), at: index) }
    }

    private mutating func add(_ count: Int, at index: Int) {
        guard let number = domains.numbers[index] else { return }
        if counts[number] == nil { presentCount += 1 }
        counts[number] = (counts[number] ?? 0) + count
    }

    /// The pods in the domain of a node; `nil` when the node is in none.
    subscript(index: Int) -> Int? {
        domains.numbers[index].map { counts[$0] ?? 0 }
    }
}
