import Documents
import KubeModel

/// What an autoscaler recommended and did lately, and what its `behavior` makes of a new recommendation.
///
/// Source: `pkg/controller/podautoscaler/horizontal.go`, `normalizeDesiredReplicasWithBehaviors`.
struct ScalingHistory: Hashable, Sendable {
    private struct Entry: Hashable, Sendable {
        let time: Instant
        /// A recommended number, or by how many pods was scaled.
        let count: Int
    }

    /// What is allowed in one direction.
    struct Rules: Hashable, Sendable {
        struct Policy: Hashable, Sendable {
            var isPercent: Bool
            var value: Int
            var periodSeconds: Int
        }

        var windowSeconds: Int
        var policies: [Policy]
        /// The policy that allows the least counts rather than the one that allows the most.
        var takesLeast = false
        var isDisabled = false
    }

    private var recommendations: [Entry] = []
    private var steps: [Entry] = []
}

extension ScalingHistory {
    mutating func noteRecommendation(_ count: Int, now: Instant) {
        recommendations.append(Entry(time: now, count: count))
        recommendations.removeAll { now - $0.time > .seconds(3600) }
    }

    mutating func noteScaling(from old: Int, to new: Int, now: Instant) {
        steps.append(Entry(time: now, count: new - old))
        steps.removeAll { now - $0.time > .seconds(3600) }
    }

    /// A recommendation as the windows of stabilisation leave it.
    func stabilized(_ wanted: Int, current: Int, up: Rules, down: Rules, now: Instant) -> Int {
        func within(_ rules: Rules) -> [Int] {
            recommendations.filter { now - $0.time < .seconds(rules.windowSeconds) }.map(\.count) + [wanted]
        }
        let lowest = within(up).min() ?? wanted
        let highest = within(down).max() ?? wanted
        return max(min(current, highest), lowest)
    }

    /// How far the policies let a number rise or fall from the present one.
    func bounds(of current: Int, up: Rules, down: Rules, now: Instant) -> (lowest: Int, highest: Int) {
        (limit(current, down, direction: -1, now: now), limit(current, up, direction: 1, now: now))
    }

    private func limit(_ current: Int, _ rules: Rules, direction: Int, now: Instant) -> Int {
        guard !rules.isDisabled else { return current }
        let limits = rules.policies.map { policy in
            let done = steps.filter { now - $0.time < .seconds(policy.periodSeconds) && $0.count * direction > 0 }
                .reduce(0) { $0 + $1.count }
            let start = current - done
            guard policy.isPercent else { return start + direction * policy.value }
            let share = Double(start) * (1 + Double(direction * policy.value) / 100)
            return Int(share.rounded(direction > 0 ? .up : .down))
        }
        let widest = direction > 0 ? limits.max() : limits.min()
        let narrowest = direction > 0 ? limits.min() : limits.max()
        return max(0, (rules.takesLeast ? narrowest : widest) ?? current)
    }
}

extension ScalingHistory.Rules {
    /// Twice as many or four more every fifteen seconds, at once.
    static let defaultUp = ScalingHistory.Rules(
        windowSeconds: 0,
        policies: [
            Policy(isPercent: false, value: 4, periodSeconds: 15),
            Policy(isPercent: true, value: 100, periodSeconds: 15),
        ])
    /// Down to any number, by the highest recommendation of five minutes.
    static let defaultDown = ScalingHistory.Rules(
        windowSeconds: Int(Timing.downscaleStabilization.components.seconds),
        policies: [Policy(isPercent: true, value: 100, periodSeconds: 15)])

    /// `behavior.scaleUp` or `behavior.scaleDown`, over its defaults.
    init(_ value: Value?, defaults: ScalingHistory.Rules) {
        self = defaults
        if let seconds = value?["stabilizationWindowSeconds"]?.int { windowSeconds = seconds }
        takesLeast = value?["selectPolicy"]?.string == "Min"
        isDisabled = value?["selectPolicy"]?.string == "Disabled"
        guard let list = value?["policies"]?.array, !list.isEmpty else { return }
        policies = list.map {
            Policy(
                isPercent: $0["type"]?.string == "Percent", value: $0["value"]?.int ?? 0,
                periodSeconds: $0["periodSeconds"]?.int ?? 15)
        }
    }
}
