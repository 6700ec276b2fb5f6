import Documents
import KubeModel

/// What a Job's `podFailurePolicy` says about a failed pod.
///
/// Source: `pkg/controller/job/pod_failure_policy.go`.
struct PodFailurePolicy {
    enum Verdict: Hashable {
        /// No rule matches, or one says `Count`: it counts towards the limit of failures.
        case count
        case ignore
        case failIndex
        case failJob(message: String)
    }

    private let rules: [Value]

    init(_ job: Job) {
        rules = job.object["spec"]?["podFailurePolicy"]?["rules"]?.array ?? []
    }

    var isEmpty: Bool { rules.isEmpty }

    func verdict(on pod: Object) -> Verdict {
        for (index, rule) in rules.enumerated() {
            guard let cause = cause(rule, pod) else { continue }
            let action = rule["action"]?.string ?? ""
            switch action {
            case "Ignore": return .ignore
            case "FailIndex": return .failIndex
            case "FailJob": return .failJob(message: "\(cause) matching \(action) rule at index \(index)")
            default: return .count
            }
        }
        return .count
    }

    /// What in the pod a rule matches: `Container main for pod default/x failed with exit code 42`.
    private func cause(_ rule: Value, _ pod: Object) -> String? {
        if let requirement = rule["onExitCodes"] {
            return Self.exitedContainer(requirement, pod).map { name, code in
                "Container \(name) for pod \(pod.namespace)/\(pod.name) failed with exit code \(code)"
            }
        }
        for pattern in rule["onPodConditions"]?.array ?? [] {
            let type = pattern["type"]?.string ?? ""
            guard let condition = pod.condition(type), condition["status"] == pattern["status"] ?? "True" else {
                continue
            }
            return "Pod \(pod.namespace)/\(pod.name) has condition \(type)"
        }
        return nil
    }

    private static func exitedContainer(_ requirement: Value, _ pod: Object) -> (name: String, code: Int)? {
        let name = requirement["containerName"]?.string
        let codes = requirement["values"]?.array?.compactMap(\.int) ?? []
        let isIn = requirement["operator"]?.string == "In"
        for status in Pod(pod).containerStatuses + Pod(pod).initContainerStatuses {
            guard let code = status["state"]?["terminated"]?["exitCode"]?.int, code != 0 else { continue }
            let container = status["name"]?.string ?? ""
            if name == nil || name == container, codes.contains(code) == isIn { return (container, code) }
        }
        return nil
    }
}

/// Whether enough indexes of a Job have succeeded by its `successPolicy`.
///
/// Source: `pkg/controller/job/success_policy.go`.
enum SuccessPolicy {
    /// `Matched rules at index 0` when one holds.
    static func match(_ job: Job, _ succeeded: IndexIntervals) -> String? {
        let rules = job.object["spec"]?["successPolicy"]?["rules"]?.array ?? []
        for (index, rule) in rules.enumerated() {
            let count = rule["succeededCount"]?.int
            let matches: Bool
            if let text = rule["succeededIndexes"]?.string {
                let wanted = IndexIntervals(parsing: text, below: job.completions ?? 0)
                let reached = wanted.intervals.joined().count { succeeded.contains($0) }
                matches = reached >= count ?? wanted.count
            } else {
                matches = count.map { succeeded.count >= $0 } ?? false
            }
            if matches { return "Matched rules at index \(index)" }
        }
        return nil
    }
}
