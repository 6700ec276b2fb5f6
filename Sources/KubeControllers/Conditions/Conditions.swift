import Documents
import KubeModel

/// Changes of `status.conditions`, as the controllers of workloads make them.
extension Object {
    /// Adds a condition at the end or replaces the one of its type, keeping the transition time of an equal status.
    ///
    /// A condition that says the same status and reason again changes nothing.
    /// Source: `pkg/controller/deployment/util/deployment_util.go`, `SetDeploymentCondition`.
    mutating func moveCondition(_ condition: Object) {
        let conditions = self["conditions"]?.array ?? []
        let current = conditions.first { $0["type"] == condition["type"] }
        if let current, current["status"] == condition["status"], current["reason"] == condition["reason"] { return }
        var condition = condition
        if let current, current["status"] == condition["status"] {
            condition["lastTransitionTime"] = current["lastTransitionTime"]
        }
        self["conditions"] = .array(conditions.filter { $0["type"] != condition["type"] } + [.object(condition)])
    }

    /// Takes the condition of a type away; a list that becomes empty goes with it.
    mutating func removeCondition(_ type: String) {
        let conditions = (self["conditions"]?.array ?? []).filter { $0["type"]?.string != type }
        self["conditions"] = conditions.isEmpty ? nil : .array(conditions)
    }

    /// The condition of a type of a status that stands alone.
    func statusCondition(_ type: String) -> Value? {
        self["conditions"]?.array?.first { $0["type"]?.string == type }
    }

    /// Sets a counter that is left out when it is zero.
    mutating func setCount(_ name: String, _ count: Int) {
        self[name] = count == 0 ? nil : Value(count)
    }
}

/// The fields that conditions of all kinds have.
func condition(_ type: String, _ status: Bool, reason: String, message: String, now: Instant) -> Object {
    [
        "type": .string(type), "status": .string(status ? "True" : "False"), "reason": .string(reason),
        "message": .string(message), "lastTransitionTime": .string(now.rfc3339),
    ]
}
