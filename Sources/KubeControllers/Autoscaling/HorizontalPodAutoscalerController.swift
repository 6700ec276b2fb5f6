import Documents
package import KubeAPI
package import KubeModel

/// Scales workloads by what their pods use: every fifteen seconds, also when nothing changes.
///
/// Source: `pkg/controller/podautoscaler/horizontal.go`.
package struct HorizontalPodAutoscalerController: Controller {
    /// What was recommended and done before, for the windows of stabilisation.
    private var histories: [ObjectKey: ScalingHistory] = [:]

    package init() {}
}

extension HorizontalPodAutoscalerController {
    package var name: String { "horizontal-pod-autoscaler" }
    package var watched: [ResourceType]? { [.horizontalPodAutoscalers] }

    /// Only a new autoscaler begins its rounds; they go on by themselves.
    package func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        change.action == .added ? [Wakeup(change.object.key, after: Timing.autoscalerPeriod)] : []
    }

    package mutating func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration? {
        guard let object = api.get(.horizontalPodAutoscalers, key), !object.isTerminating else {
            histories[key] = nil
            return nil
        }
        var round = AutoscalerRound(object, history: histories[key] ?? ScalingHistory(), user: user)
        round.run(&api)
        histories[key] = round.history
        if round.autoscaler.status != object.status {
            try api.updateStatus(.horizontalPodAutoscalers, round.autoscaler, as: user)
        }
        return Timing.autoscalerPeriod
    }
}
