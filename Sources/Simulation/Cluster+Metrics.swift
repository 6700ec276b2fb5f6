import KubeAPI
import KubeModel
import KubeNodes

/// The metrics server: it reads the kubelets on a grid of its period, and only when somebody is about to ask.
extension Cluster {
    /// Brings what the API serves as metrics up to the latest reading.
    mutating func readMetrics() {
        guard let metrics = api.metrics else { return }
        let time = PodMetrics.lastReading(before: now)
        guard time > metrics.time else { return }
        api.metrics = nodes.metrics(at: time)
    }

    /// Autoscalers ask in the middle of their rounds; clusters without any pay nothing.
    mutating func readMetricsForAutoscalers() {
        guard api.metrics != nil, !api.list(.horizontalPodAutoscalers).isEmpty else { return }
        readMetrics()
    }
}
