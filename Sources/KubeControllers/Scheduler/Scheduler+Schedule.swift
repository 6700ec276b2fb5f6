import Documents
import KubeAPI
import KubeModel

/// One try for one pod: filter, score, choose, bind; or say why not.
extension Scheduler {
    mutating func schedule(_ object: Object, _ api: inout APIServer) {
        let pod = PodFacts(object, api: api)
        if let node = waitingForVolumes[pod.key] {
            finishVolumes(object, pod, on: node, &api)
            return
        }
        var attempt = SchedulingAttempt(pod: pod.key, time: api.now, outcome: .failed(message: ""))
        let volumes = VolumeFilter(pod, api: api)
        var failure = SchedulingFailure(nodeCount: state.nodeCount, general: volumes.failure)
        if volumes.failure != nil {
            failure.afterwards = "not found"
            fail(object, pod, failure, plugins: [.volumeBinding], &attempt, &api)
            return
        }
        state.count(TopologyFilter.keys(for: pod) + Scores.keys(for: pod))
        state.number(Scores.topologyKeys(for: pod))
        let (feasible, rejections) = filter(pod, volumes)
        if keepsAttempts { attempt.rejections = named(rejections) }
        guard !feasible.isEmpty else {
            failure.rejections = Array(rejections.values)
            preempt(object, pod, rejections, &failure, &attempt, &api)
            return
        }
        let index = choose(pod, among: feasible, &attempt, &api)
        place(object, pod, at: index, volumes, &attempt, &api)
    }

    /// How many nodes that fit are enough: all of a small cluster, a share of a large one.
    ///
    /// Source: `numFeasibleNodesToFind`.
    private var feasibleMax: Int {
        let count = state.nodeCount
        guard count >= 100 else { return count }
        let percent = max(5, 50 - count / 125)
        return max(100, count * percent / 100)
    }

    private mutating func filter(_ pod: PodFacts, _ volumes: VolumeFilter) -> (
        feasible: [Int], rejections: [Int: Rejection]
    ) {
        let topology = TopologyFilter(pod, state)
        let only = pod.requirements.onlyNames
        let nominated = nominatedPods(above: pod)
        let limit = feasibleMax
        let total = state.nodes.count
        var feasible: [Int] = []
        var rejections: [Int: Rejection] = [:]
        var looked = 0
        while looked < total, feasible.count < limit {
            let index = (nextStart + looked) % total
            looked += 1
            if state.nodes[index].isGone { continue }
            if let only, !only.contains(state.nodes[index].name) {
                rejections[index] = .otherNode
                continue
            }
            var rejection = state.nodes[index].rejection(of: pod, nominated: nominated[index] ?? [])
            if rejection == nil, !volumes.isEmpty { rejection = volumes.rejection(on: state.nodes[index]) }
            if rejection == nil, !topology.isEmpty { rejection = topology.rejection(on: state.nodes[index]) }
            if let rejection { rejections[index] = rejection } else { feasible.append(index) }
        }
        if total > 0 { nextStart = (nextStart + looked) % total }
        return (feasible, rejections)
    }

    /// Pods that wait for room on nodes and that this one may not overtake.
    private func nominatedPods(above pod: PodFacts) -> [Int: [PodFacts]] {
        guard !nominations.isEmpty else { return [:] }
        var result: [Int: [PodFacts]] = [:]
        for (key, nomination) in nominations where key != pod.key && nomination.pod.priority >= pod.priority {
            if let index = state.index(ofNode: nomination.node) { result[index, default: []].append(nomination.pod) }
        }
        return result
    }

    /// The node with the highest score; chance decides between equals.
    private mutating func choose(
        _ pod: PodFacts, among feasible: [Int], _ attempt: inout SchedulingAttempt, _ api: inout APIServer
    ) -> Int {
        guard feasible.count > 1 else {
            attempt.rankings = [SchedulingAttempt.Ranking(node: state.nodes[feasible[0]].name, scores: [:], total: 0)]
            return feasible[0]
        }
        let scores = Scores(pod: pod, state: state, nodes: feasible).all()
        var totals = [Int](repeating: 0, count: feasible.count)
        for (plugin, list) in scores {
            for position in totals.indices { totals[position] += list[position] * plugin.weight }
        }
        let best = totals.max() ?? 0
        let equals = totals.indices.filter { totals[$0] == best }
        let chosen = equals.count == 1 ? equals[0] : equals[api.random.below(equals.count)]
        if keepsAttempts { attempt.rankings = rankings(feasible, scores, totals) }
        return feasible[chosen]
    }

    private func named(_ rejections: [Int: Rejection]) -> [(node: String, rejection: Rejection)] {
        rejections.map { (state.nodes[$0.key].name, $0.value) }.sorted { $0.0 < $1.0 }
    }

    private func rankings(
        _ feasible: [Int], _ scores: [(plugin: ScorePlugin, scores: [Int])], _ totals: [Int]
    ) -> [SchedulingAttempt.Ranking] {
        let rankings = feasible.indices.map { position in
            let weighted = scores.map { ($0.plugin, $0.scores[position] * $0.plugin.weight) }
            return SchedulingAttempt.Ranking(
                node: state.nodes[feasible[position]].name,
                scores: Dictionary(uniqueKeysWithValues: weighted), total: totals[position])
        }
        return rankings.sorted { $0.total == $1.total ? $0.node < $1.node : $0.total > $1.total }
    }

    private mutating func place(
        _ object: Object, _ pod: PodFacts, at index: Int, _ volumes: VolumeFilter, _ attempt: inout SchedulingAttempt,
        _ api: inout APIServer
    ) {
        let node = state.nodes[index].name
        state.setPod(pod, onNode: node)
        if volumes.hasOpenClaims, let choices = volumes.choose(on: state.nodes[index]) {
            waitingForVolumes[pod.key] = node
            attempt.outcome = .waitingForVolumes(node: node)
            remember(attempt)
            reserve(choices, on: node, &api)
            return
        }
        bind(object, pod, to: node, &attempt, &api)
    }

}
