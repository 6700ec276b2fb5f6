package import KubeModel

/// One try to find a node for a pod: what each node had against it, and how the others were ranked.
package struct SchedulingAttempt: Sendable {
    /// What came of it.
    package enum Outcome: Hashable, Sendable {
        case bound(node: String)
        /// Pods of lower priority are being deleted on this node.
        case nominated(node: String)
        case failed(message: String)
        /// Bound as soon as its volumes are.
        case waitingForVolumes(node: String)
    }

    /// A node that passed all filters.
    package struct Ranking: Hashable, Sendable {
        package let node: String
        /// What each plugin gave it, times the plugin's weight.
        package let scores: [ScorePlugin: Int]
        package let total: Int
    }

    package let pod: ObjectKey
    package let time: Instant
    package internal(set) var outcome: Outcome
    /// By the names of the nodes, in order.
    package internal(set) var rejections: [(node: String, rejection: Rejection)] = []
    /// The best first.
    package internal(set) var rankings: [Ranking] = []
}
