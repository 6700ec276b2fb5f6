import Documents
import KubeAPI
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
    /// Pods that are not ready yet, so that their use says nothing.
    private var unready: [Sample] = []
    /// Pods without a reading.
    private var missing: [Sample] = []
    let resource: String
    let podCount: Int
    /// A container without a request, which makes utilisation meaningless.
    private(set) var missingRequest: (container: String, pod: String)?

    init(pods: [Object], readings: PodMetrics, resource: String, container: String?, now: Instant) {
        self.resource = resource
        podCount = pods.count
        for pod in pods {
            var wanted: Int64 = 0
            switch Self.request(pod, resource, container) {
            case .success(let amount): wanted = amount
            case .failure(let problem): missingRequest = missingRequest ?? (problem.container, pod.name)
            }
            guard !pod.isTerminating, Pod(pod).phase != .failed else { continue }
            let reading = readings.readings[pod.key]?.filter { container == nil || $0.container == container }
            let usage = (reading ?? []).reduce(Int64(0)) { $0 + (resource == "cpu" ? $1.milliCPU : $1.memory) }
            let sample = Sample(usage: usage, request: wanted)
            if Pod(pod).phase == .pending {
                unready.append(sample)
            } else if reading == nil {
                missing.append(sample)
            } else if resource == "cpu", Self.isUnready(pod, readAt: readings.time, now: now) {
                unready.append(sample)
            } else {
                ready.append(sample)
            }
        }
    }
}

extension PodLoad {
    var hasReadyPods: Bool { !ready.isEmpty }

    /// Percent of what is requested, over the pods that are ready.
    var utilization: Int { Self.percent(ready) }

    /// `250m`, `52428800`
    var averageText: String {
        let average = Self.average(ready)
        return (resource == "cpu" ? Quantity(milli: average) : Quantity(average)).description
    }

    /// How many pods would meet a goal; small deviations change nothing.
    func replicas(current: Int, goal: Goal) -> Int {
        let ratio = Self.ratio(of: ready, goal)
        let waitsForUnready = !unready.isEmpty && ratio > 1
        guard waitsForUnready || !missing.isEmpty else {
            return Self.isClose(ratio) ? current : Int((ratio * Double(ready.count)).rounded(.up))
        }
        // Pods that say nothing are taken to speak against the change.
        var samples = ready
        if ratio < 1 {
            samples += missing.map { Sample(usage: Self.full($0, goal), request: $0.request) }
        } else if ratio > 1 {
            samples += missing.map { Sample(usage: 0, request: $0.request) }
        }
        if waitsForUnready { samples += unready.map { Sample(usage: 0, request: $0.request) } }
        let cautious = Self.ratio(of: samples, goal)
        guard !Self.isClose(cautious), (cautious > 1) == (ratio > 1) else { return current }
        let proposed = Int((cautious * Double(samples.count)).rounded(.up))
        return (cautious < 1 && proposed > current) || (cautious > 1 && proposed < current) ? current : proposed
    }

    /// A pod whose cpu is not to be believed: in its first minutes one that is not ready or has no whole window since it
    /// became so, later one that never was.
    private static func isUnready(_ pod: Object, readAt time: Instant, now: Instant) -> Bool {
        guard let condition = pod.condition("Ready"),
            let changed = condition["lastTransitionTime"]?.string.flatMap(Instant.init(rfc3339:)),
            let started = pod["status"]?["startTime"]?.string.flatMap(Instant.init(rfc3339:))
        else { return true }
        let isFalse = condition["status"]?.string == "False"
        guard started + Timing.cpuInitialization <= now else {
            return isFalse || time < changed + PodMetrics.resolution
        }
        return isFalse && started + Timing.initialReadinessDelay > changed
    }

    private static func isClose(_ ratio: Double) -> Bool { abs(1 - ratio) <= Timing.autoscalerTolerance }

    private static func full(_ sample: Sample, _ goal: Goal) -> Int64 {
        switch goal {
        case .utilization(let percent): sample.request * Int64(max(100, percent)) / 100
        case .average(let value): value
        }
    }

    private static func percent(_ samples: [Sample]) -> Int {
        let requested = samples.reduce(0) { $0 + $1.request }
        return requested == 0 ? 0 : Int(samples.reduce(0) { $0 + $1.usage } * 100 / requested)
    }

    private static func average(_ samples: [Sample]) -> Int64 {
        samples.isEmpty ? 0 : samples.reduce(0) { $0 + $1.usage } / Int64(samples.count)
    }

    /// What is used over what should be, by whole percents or whole units as the controller counts.
    private static func ratio(of samples: [Sample], _ goal: Goal) -> Double {
        switch goal {
        case .utilization(let wanted): wanted == 0 ? 1 : Double(percent(samples)) / Double(wanted)
        case .average(let wanted): wanted == 0 ? 1 : Double(average(samples)) / Double(wanted)
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
