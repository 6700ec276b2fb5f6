import Documents
import KubeModel

/// The plugins of the default profile that score, with their weights.
package enum ScorePlugin: String, Sendable, CaseIterable {
    case taintToleration = "TaintToleration"
    case nodeAffinity = "NodeAffinity"
    case nodeResourcesFit = "NodeResourcesFit"
    case podTopologySpread = "PodTopologySpread"
    case interPodAffinity = "InterPodAffinity"
    case nodeResourcesBalancedAllocation = "NodeResourcesBalancedAllocation"
    case imageLocality = "ImageLocality"

    /// Source: `pkg/scheduler/apis/config/v1/default_plugins.go`.
    package var weight: Int {
        switch self {
        case .taintToleration: 3
        case .nodeAffinity, .podTopologySpread, .interPodAffinity: 2
        case .nodeResourcesFit, .nodeResourcesBalancedAllocation, .imageLocality: 1
        }
    }
}

/// Scores the nodes that a pod can go to, from 0 to 100 for each plugin.
struct Scores {
    let pod: PodFacts
    let state: SchedulerState
    /// The places of the nodes.
    let nodes: [Int]
}

extension Scores {
    static let scoreMax = 100

    /// Each plugin's scores in the order of `nodes`; plugins that have nothing to say are left out.
    func all() -> [(plugin: ScorePlugin, scores: [Int])] {
        ScorePlugin.allCases.compactMap { plugin in scores(by: plugin).map { (plugin, $0) } }
    }

    private func scores(by plugin: ScorePlugin) -> [Int]? {
        switch plugin {
        case .taintToleration: taintToleration()
        case .nodeAffinity: nodeAffinity()
        case .nodeResourcesFit: nodes.map { leastAllocated(state.nodes[$0]) }
        case .podTopologySpread: topologySpread()
        case .interPodAffinity: podAffinity()
        case .nodeResourcesBalancedAllocation: pod.isBestEffort ? nil : nodes.map { balance(state.nodes[$0]) }
        case .imageLocality: imageLocality()
        }
    }

    /// Scales raw scores so that the largest becomes 100, or in reverse the smallest.
    ///
    /// Source: `pkg/scheduler/framework/plugins/helper/normalize_score.go`.
    func normalized(_ raw: [Int], reverse: Bool) -> [Int] {
        let most = raw.max() ?? 0
        guard most > 0 else { return reverse ? raw.map { _ in Self.scoreMax } : raw }
        return raw.map { value in
            let score = value * Self.scoreMax / most
            return reverse ? Self.scoreMax - score : score
        }
    }

    /// Counts soft taints that the pod does not tolerate.
    private func taintToleration() -> [Int]? {
        guard nodes.contains(where: { !state.nodes[$0].softTaints.isEmpty }) else { return nil }
        let raw = nodes.map { index in state.nodes[index].softTaints.count { !pod.tolerates($0) } }
        return normalized(raw, reverse: true)
    }

    private func nodeAffinity() -> [Int]? {
        guard !pod.preferredNodes.isEmpty else { return nil }
        let raw = nodes.map { index in
            let node = state.nodes[index]
            return pod.preferredNodes.reduce(0) { sum, preference in
                preference.term.matches(labels: node.labels, name: node.name) ? sum + preference.weight : sum
            }
        }
        return normalized(raw, reverse: false)
    }

    /// The emptier the better. Source: `noderesources/least_allocated.go`.
    private func leastAllocated(_ node: NodeState) -> Int {
        func share(_ capacity: Int64, _ wanted: Int64) -> Int64? {
            guard capacity > 0 else { return nil }
            return wanted > capacity ? 0 : (capacity - wanted) * Int64(Self.scoreMax) / capacity
        }
        let shares = [
            share(node.allocatable.milliCPU, node.assumedUsed.milliCPU + pod.assumed.milliCPU),
            share(node.allocatable.memory, node.assumedUsed.memory + pod.assumed.memory),
        ].compactMap { $0 }
        return shares.isEmpty ? 0 : Int(shares.reduce(0, +)) / shares.count
    }

    /// The more alike the shares of cpu and memory, the better. Source: `noderesources/balanced_allocation.go`.
    private func balance(_ node: NodeState) -> Int {
        func fraction(_ capacity: Int64, _ wanted: Int64) -> Double? {
            capacity > 0 ? min(1, Double(wanted) / Double(capacity)) : nil
        }
        let fractions = [
            fraction(node.allocatable.milliCPU, node.used.milliCPU + pod.requests.milliCPU),
            fraction(node.allocatable.memory, node.used.memory + pod.requests.memory),
        ].compactMap { $0 }
        let deviation = fractions.count == 2 ? abs(fractions[0] - fractions[1]) / 2 : 0
        return Int((1 - deviation) * Double(Self.scoreMax))
    }

    /// Nodes that have the images already. Source: `imagelocality/image_locality.go`.
    private func imageLocality() -> [Int]? {
        guard nodes.contains(where: { !state.nodes[$0].images.isEmpty }), !pod.images.isEmpty else { return nil }
        let megabyte: Int64 = 1024 * 1024
        let (lowest, highest) = (23 * megabyte, 1000 * megabyte * Int64(pod.images.count))
        return nodes.map { index in
            let sum = pod.images.reduce(Int64(0)) { sum, image in
                guard let size = state.nodes[index].images[image] else { return sum }
                let holders = state.nodes.count { $0.images[image] != nil }
                return sum + size * Int64(holders) / Int64(state.nodeCount)
            }
            let bounded = min(max(sum, lowest), highest)
            return Int(Int64(Self.scoreMax) * (bounded - lowest) / (highest - lowest))
        }
    }
}
