import KubeModel

/// The sentence that says why no node takes a pod.
///
/// Source: `pkg/scheduler/framework/types.go`, `FitError.Error`.
struct SchedulingFailure {
    var nodeCount: Int
    /// What was wrong before any node was looked at.
    var general: String?
    var rejections: [Rejection] = []
    /// What preemption has to say.
    var afterwards = ""

    var message: String {
        guard nodeCount > 0 else { return "no nodes available to schedule pods" }
        let reasons = general ?? Self.histogram(rejections.flatMap(\.reasons))
        let end = afterwards.isEmpty ? "" : " \(afterwards)"
        return "0/\(nodeCount) nodes are available:\(reasons.isEmpty ? "" : " \(reasons).")\(end)"
    }

    /// `1 Too many pods, 2 Insufficient cpu`
    static func histogram(_ reasons: [String]) -> String {
        var counts: [String: Int] = [:]
        for reason in reasons { counts[reason, default: 0] += 1 }
        return counts.map { "\($0.value) \($0.key)" }.sorted().joined(separator: ", ")
    }
}
