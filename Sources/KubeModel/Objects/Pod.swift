package import Documents

/// A group of containers that live and die together on one node.
package struct Pod: ObjectView {
    package var object: Object

    package init(object: Object) {
        self.object = object
    }
}

extension Pod {
    package enum Phase: String, Sendable {
        case pending = "Pending"
        case running = "Running"
        case succeeded = "Succeeded"
        case failed = "Failed"
        case unknown = "Unknown"
    }

    package var phase: Phase { object["status"]?["phase"]?.string.flatMap(Phase.init) ?? .pending }

    /// The node that it is bound to; `nil` until the scheduler has found one.
    package var nodeName: String? {
        guard let name = object["spec"]?["nodeName"]?.string, !name.isEmpty else { return nil }
        return name
    }

    package var address: String? { object["status"]?["podIP"]?.string }

    /// Succeeded or failed: its containers will not run again.
    package var isFinished: Bool { phase == .succeeded || phase == .failed }

    package var isReady: Bool { object.condition("Ready")?["status"]?.string == "True" }
}

extension Object {
    /// The entry of `status.conditions` with this type.
    package func condition(_ type: String) -> Value? {
        self["status"]?["conditions"]?.array?.first { $0["type"]?.string == type }
    }
}
