import Documents
import KubeModel

/// Which of the pods of a ReplicaSet or Job go first when there are too many.
///
/// Source: `pkg/controller/controller_utils.go`, `ActivePodsWithRanks.Less`.
struct DeletionCandidate {
    let pod: Object
    let isUnassigned: Bool
    /// Pending before Unknown before Running.
    let phaseRank: Int
    let isReady: Bool
    /// `controller.kubernetes.io/pod-deletion-cost`; the cheaper goes first.
    let cost: Int
    /// Running pods of related owners on its node; the more crowded goes first.
    let crowd: Int
    let readyTime: Instant?
    let restarts: Int
    let created: Instant?

    init(_ object: Object, crowd: Int) {
        let pod = Pod(object)
        self.pod = object
        self.crowd = crowd
        isUnassigned = pod.nodeName == nil
        phaseRank = [.pending: 0, .unknown: 1, .running: 2][pod.phase] ?? 3
        isReady = pod.isReady
        cost = object.annotations["controller.kubernetes.io/pod-deletion-cost"]?.string.flatMap { Int($0) } ?? 0
        readyTime = pod.isReady ? pod.readyChangeTime : nil
        restarts = pod.restartsMax
        created = object.creationTimestamp
    }
}

extension DeletionCandidate {
    /// The first `count` pods to delete.
    static func choose(_ count: Int, from pods: [Object], now: Instant, crowd: (Object) -> Int) -> [Object] {
        guard count < pods.count else { return pods }
        let candidates = pods.map { DeletionCandidate($0, crowd: crowd($0)) }
        return candidates.sorted { $0.goesBefore($1, now: now) }.prefix(count).map(\.pod)
    }

    private func goesBefore(_ other: DeletionCandidate, now: Instant) -> Bool {
        if isUnassigned != other.isUnassigned { return isUnassigned }
        if phaseRank != other.phaseRank { return phaseRank < other.phaseRank }
        if isReady != other.isReady { return !isReady }
        if cost != other.cost { return cost < other.cost }
        if crowd != other.crowd { return crowd > other.crowd }
        if isReady, readyTime != other.readyTime {
            return isYounger(readyTime, other.readyTime, now, otherwise: pod.uid < other.pod.uid)
        }
        if restarts != other.restarts { return restarts > other.restarts }
        if created != other.created {
            return isYounger(created, other.created, now, otherwise: pod.uid < other.pod.uid)
        }
        return pod.uid < other.pod.uid
    }

    /// Compares ages on a logarithmic scale, so that pods of about one age are chosen by chance (`LogarithmicScaleDown`).
    private func isYounger(_ left: Instant?, _ right: Instant?, _ now: Instant, otherwise byChance: Bool) -> Bool {
        guard let left else { return true }
        guard let right else { return false }
        let ranks = (Self.logarithm(now - left), Self.logarithm(now - right))
        return ranks.0 == ranks.1 ? byChance : ranks.0 < ranks.1
    }

    /// The binary logarithm of an age in nanoseconds, rounded down; zero for none.
    private static func logarithm(_ age: Duration) -> Int {
        let nanoseconds = age.microseconds * 1000
        return nanoseconds <= 0 ? 0 : 63 - nanoseconds.leadingZeroBitCount
    }
}
