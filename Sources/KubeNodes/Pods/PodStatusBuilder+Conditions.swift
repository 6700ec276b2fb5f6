import Documents
import KubeModel

/// Source: `pkg/kubelet/status/generate.go`.
extension PodStatusBuilder {
    private struct Condition {
        var type: String
        var isTrue: Bool
        var reason = ""
        var message = ""
    }

    /// The conditions of the kubelet after those of others, with the times of those that did not change.
    func conditions(over old: [Value], _ containers: [Value], _ initial: [Value]) -> [Value] {
        let ready = containersReady(containers)
        let own = [
            Condition(type: "PodReadyToStartContainers", isTrue: worker.hasSandbox),
            initialized(initial),
            podReady(ready, old),
            ready,
        ]
        let isOwn = { (condition: Value) in
            let type = condition["type"]?.string
            return type == "PodScheduled" || own.contains { $0.type == type }
        }
        let scheduled = old.filter { $0["type"]?.string == "PodScheduled" }.map { condition in
            var condition = condition
            condition["observedGeneration"] = Value(worker.pod.generation)
            return condition
        }
        return old.filter { !isOwn($0) } + own.map { value(of: $0, old) } + scheduled
    }

    private func value(of condition: Condition, _ old: [Value]) -> Value {
        let before = old.first { $0["type"]?.string == condition.type }
        let status = condition.isTrue ? "True" : "False"
        let isSame = before?["status"]?.string == status
        var value: Object = [
            "type": .string(condition.type), "status": .string(status), "lastProbeTime": .null,
            "lastTransitionTime": (isSame ? before?["lastTransitionTime"] : nil) ?? .string(now.rfc3339),
            "observedGeneration": Value(worker.pod.generation),
        ]
        if !condition.reason.isEmpty { value["reason"] = .string(condition.reason) }
        if !condition.message.isEmpty { value["message"] = .string(condition.message) }
        return .object(value)
    }

    private func initialized(_ initial: [Value]) -> Condition {
        let type = "Initialized"
        if phase == .succeeded { return Condition(type: type, isTrue: true, reason: "PodCompleted") }
        if worker.isInitialized { return Condition(type: type, isTrue: true) }
        let incomplete = initial.filter { status in
            let name = status["name"]?.string ?? ""
            let isSidecar = worker.containers.contains { $0.spec.name == name && $0.spec.role == .sidecar }
            return !((isSidecar ? status["started"] : status["ready"])?.bool ?? false)
        }
        guard !incomplete.isEmpty else { return Condition(type: type, isTrue: true) }
        return Condition(
            type: type, isTrue: false, reason: "ContainersNotInitialized",
            message: "containers with incomplete status: [\(names(incomplete))]")
    }

    private func containersReady(_ containers: [Value]) -> Condition {
        let type = "ContainersReady"
        switch phase {
        case .succeeded: return Condition(type: type, isTrue: false, reason: "PodCompleted")
        case .failed: return Condition(type: type, isTrue: false, reason: "PodFailed")
        case .pending, .running, .unknown: break
        }
        let sidecars = worker.indices(.sidecar).map { Value.object(containerStatus($0)) }
        let unready = (sidecars + containers).filter { $0["ready"]?.bool != true }
        guard !unready.isEmpty else { return Condition(type: type, isTrue: true) }
        return Condition(
            type: type, isTrue: false, reason: "ContainersNotReady",
            message: "containers with unready status: [\(names(unready))]")
    }

    private func podReady(_ containers: Condition, _ old: [Value]) -> Condition {
        var ready = containers
        ready.type = "Ready"
        guard containers.isTrue, let gates = worker.pod["spec"]?["readinessGates"]?.array else { return ready }
        let problems = gates.compactMap { gate -> String? in
            let type = gate["conditionType"]?.string ?? ""
            let condition = old.first { $0["type"]?.string == type }
            if condition == nil { return "corresponding condition of pod readiness gate \"\(type)\" does not exist." }
            guard condition?["status"]?.string != "True" else { return nil }
            return
                "the status of pod readiness gate \"\(type)\" is not \"True\", but \(condition?["status"]?.string ?? "")"
        }
        guard !problems.isEmpty else { return ready }
        return Condition(
            type: "Ready", isTrue: false, reason: "ReadinessGatesNotReady", message: problems.joined(separator: ", "))
    }

    private func names(_ statuses: [Value]) -> String {
        statuses.compactMap { $0["name"]?.string }.joined(separator: " ")
    }
}
