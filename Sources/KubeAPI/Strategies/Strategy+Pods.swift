package import Documents
import KubeModel

extension Strategy {
    static let pods = Strategy(
        countsGenerations: true, hasStatus: true,
        prepareForCreate: { (pod, _) throws(APIError) in
            pod["status"] = ["phase": "Pending", "qosClass": .string(QualityOfService.of(pod).rawValue)]
            for gate in pod["spec"]?["schedulingGates"]?.array ?? [] where gate["name"] != nil {
                pod["status", "conditions"] = [
                    [
                        "type": "PodScheduled", "status": "False", "reason": "SchedulingGated",
                        "message": "Scheduling is blocked due to non-empty scheduling gates", "lastProbeTime": .null,
                        "lastTransitionTime": .null,
                    ]
                ]
                break
            }
        })
}

/// How a node ranks a pod when memory runs out.
package enum QualityOfService: String, Sendable {
    case guaranteed = "Guaranteed"
    case burstable = "Burstable"
    case bestEffort = "BestEffort"

    /// Guaranteed: every container limits cpu and memory and requests just that; best effort: none says anything.
    ///
    /// Source: `pkg/apis/core/v1/helper/qos/qos.go`.
    package static func of(_ pod: Object) -> QualityOfService {
        let spec = pod["spec"]
        let containers = (spec?["containers"]?.array ?? []) + (spec?["initContainers"]?.array ?? [])
        let resources = containers.map { $0["resources"] }
        let counted = ["cpu", "memory"]
        func amount(_ resources: Value?, _ kind: String, _ name: String) -> Quantity? {
            resources?[kind]?[name]?.string.flatMap { Quantity($0) }.flatMap { $0.isZero ? nil : $0 }
        }
        let saysSomething = resources.contains { resources in
            counted.contains { amount(resources, "requests", $0) != nil || amount(resources, "limits", $0) != nil }
        }
        guard saysSomething else { return .bestEffort }
        let isGuaranteed = resources.allSatisfy { resources in
            counted.allSatisfy { name in
                guard let limit = amount(resources, "limits", name) else { return false }
                return amount(resources, "requests", name).map { $0 == limit } ?? true
            }
        }
        return isGuaranteed ? .guaranteed : .burstable
    }
}
