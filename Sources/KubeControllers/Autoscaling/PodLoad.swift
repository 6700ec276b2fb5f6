import Documents
import KubeModel

/// What the pods of a workload use of one resource, and how many pods that would be right for.
///
/// Source: `pkg/controller/podautoscaler/replica_calculator.go`.
struct PodLoad {
    enum Goal {
        /// Percent of what the pods request.
        case utilization(Int)
        /// For each pod, in thousandths of cores or in bytes.
        case average(Int64)
    }

    private struct Sample {
        let usage: Int64
        let request: Int64
    }

    private var ready: [Sample] = []
    /// Pods that are not ready yet, or have no reading.
    private var unready: [Sample] = []
    private var missing: [Sample] = []
    private let resource: String
    /// A container without a request, which makes utilisation meaningless.
    private(set) var missingRequest: (container: String, pod: String)?

    init(pods: [Object], readings: PodMetrics, resource: String, container: String?, now: Instant) {
        self.resource = resource
        for pod in pods {
            var wanted: Int64 = 0
            switch Self.request(pod, resource, container) {
            case .success(let amount): wanted = amount
            case .failure(let problem): missingRequest = missingRequest ?? (problem.container, pod.name)
            }
            guard let reading = readings.readings[pod.key] else {
                missing.append(Sample(usage: 0, request: wanted))
                continue
            }
            let usage = reading.filter { container == nil || $0.container == container }.reduce(Int64(0)) { sum, one in
                sum + (resource == "cpu" ? one.milliCPU : one.memory)
            }
            let sample = Sample(usage: usage, request: wanted)
            if Pod(pod).phase == .pending || resource == "cpu" && !Pod(pod).isReady {
                unready.append(sample)
            } else {
                ready.append(sample)
            }
        }
    }
}

extension PodLoad {
    var hasReadings: Bool { !ready.isEmpty || !unready.isEmpty }

    /// Percent of what is requested, over the pods that are ready.
    var utilization: Int {
        let requested = ready.reduce(0) { $0 + $1.request }
        return requested == 0 ? 0 : Int(ready.reduce(0) { $0 + $1.usage } * 100 / requested)
    }

    /// `250m`, `52428800`
    var averageText: String {
        let average = ready.isEmpty ? 0 : ready.reduce(0) { $0 + $1.usage } / Int64(ready.count)
        return (resource == "cpu" ? Quantity(milli: average) : Quantity(average)).description
    }

    /// How many pods would meet a goal; small deviations change nothing.
    func replicas(current: Int, goal: Goal) -> Int {
        guard !ready.isEmpty else { return current }
        let ratio = ratio(of: ready, goal)
        guard !(ratio > 1 ? unready.isEmpty && missing.isEmpty : missing.isEmpty) else {
            return isClose(ratio) ? current : Int((ratio * Double(ready.count)).rounded(.up))
        }
        // Pods that say nothing are taken to speak against the change.
        var samples = ready
        if ratio > 1 {
            samples += (missing + unready).map { Sample(usage: 0, request: $0.request) }
        } else {
            samples += missing.map { Sample(usage: full($0, goal), request: $0.request) }
        }
        let cautious = self.ratio(of: samples, goal)
        guard !isClose(cautious), (cautious > 1) == (ratio > 1) else { return current }
        let proposed = Int((cautious * Double(samples.count)).rounded(.up))
        return (proposed < current) == (ratio < 1) ? proposed : current
    }

    private func isClose(_ ratio: Double) -> Bool { abs(1 - ratio) <= Timing.autoscalerTolerance }

    private func full(_ sample: Sample, _ goal: Goal) -> Int64 {
        switch goal {
        case .utilization: sample.request
        case .average(let value): value
        }
    }

    private func ratio(of samples: [Sample], _ goal: Goal) -> Double {
        let usage = Double(samples.reduce(0) { $0 + $1.usage })
        switch goal {
        case .utilization(let percent):
            let requested = Double(samples.reduce(0) { $0 + $1.request })
            return requested == 0 || percent == 0 ? 1 : usage * 100 / requested / Double(percent)
        case .average(let value):
            return value == 0 ? 1 : usage / Double(samples.count) / Double(value)
        }
    }

    private struct NoRequest: Error { let container: String }

    private static func request(_ pod: Object, _ resource: String, _ container: String?) -> Result<Int64, NoRequest> {
        var sum: Int64 = 0
        for one in pod["spec"]?["containers"]?.array ?? [] {
            let name = one["name"]?.string ?? ""
            guard container == nil || name == container else { continue }
            guard let quantity = Quantity(one["resources"]?["requests"]?[resource]) else {
                return .failure(NoRequest(container: name))
            }
            sum += resource == "cpu" ? quantity.milliUnits : quantity.units
        }
        return .success(sum)
    }
}
