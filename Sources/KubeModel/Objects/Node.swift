package import Documents

/// A machine that runs pods.
package struct Node: ObjectView {
    package var object: Object

    package init(object: Object) {
        self.object = object
    }
}

extension Node {
    /// On the lease of a node: since when its kubelet has been silent.
    package static let silentSinceAnnotation = "kubebook/silent-since"

    package var isUnschedulable: Bool { object["spec"]?["unschedulable"]?.bool ?? false }
    package var taints: [Taint] { object["spec"]?["taints"]?.array?.compactMap(Taint.init) ?? [] }
    /// `True`, `False` or `Unknown`.
    package var readyStatus: String { object.condition("Ready")?["status"]?.string ?? "Unknown" }
    package var isReady: Bool { readyStatus == "True" }
    package var zone: String? { object.labels["topology.kubernetes.io/zone"]?.string }
}

/// What keeps pods away from a node unless they tolerate it.
package struct Taint: Hashable, Sendable {
    package enum Effect: String, Sendable {
        case noSchedule = "NoSchedule"
        case preferNoSchedule = "PreferNoSchedule"
        case noExecute = "NoExecute"
    }

    package var key: String
    package var value: String
    package var effect: Effect
    package var timeAdded: Instant?

    package init(key: String, value: String = "", effect: Effect, timeAdded: Instant? = nil) {
        self.key = key
        self.value = value
        self.effect = effect
        self.timeAdded = timeAdded
    }

    package init?(_ value: Value) {
        guard let key = value["key"]?.string, let effect = value["effect"]?.string.flatMap(Effect.init) else {
            return nil
        }
        self.init(
            key: key, value: value["value"]?.string ?? "", effect: effect,
            timeAdded: value["timeAdded"]?.string.flatMap(Instant.init(rfc3339:)))
    }

    package var object: Value {
        var object: Object = ["key": .string(key), "effect": .string(effect.rawValue)]
        if !value.isEmpty { object["value"] = .string(value) }
        if let timeAdded { object["timeAdded"] = .string(timeAdded.rfc3339) }
        return .object(object)
    }
}

/// What lets a pod onto a node with a taint, or lets it stay there for a while.
package struct Toleration: Hashable, Sendable {
    package var key: String
    /// `Equal`, `Exists`, `Lt` or `Gt`.
    package var comparison: String
    package var value: String
    /// `nil` for every effect.
    package var effect: Taint.Effect?
    /// `nil` for ever; only for `NoExecute`.
    package var seconds: Int?

    package init(_ value: Value) {
        key = value["key"]?.string ?? ""
        comparison = value["operator"]?.string ?? "Equal"
        self.value = value["value"]?.string ?? ""
        effect = value["effect"]?.string.flatMap(Taint.Effect.init)
        seconds = value["tolerationSeconds"]?.int
    }

    /// Source: `k8s.io/component-helpers/scheduling/corev1/helpers.go`.
    package func tolerates(_ taint: Taint) -> Bool {
        if let effect, effect != taint.effect { return false }
        if !key.isEmpty, key != taint.key { return false }
        switch comparison {
        case "Exists": return true
        case "Lt": return compareNumbers(taint) { $0 < $1 }
        case "Gt": return compareNumbers(taint) { $0 > $1 }
        default: return value == taint.value
        }
    }

    private func compareNumbers(_ taint: Taint, _ holds: (Int64, Int64) -> Bool) -> Bool {
        guard let left = Int64(taint.value), let right = Int64(value) else { return false }
        return holds(left, right)
    }
}

extension Node {
    /// The address inside the cluster's network.
    package var address: String? {
        object["status"]?["addresses"]?.array?.first { $0["type"]?.string == "InternalIP" }?["address"]?.string
    }
}
