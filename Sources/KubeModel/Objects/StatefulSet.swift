package import Documents

/// Pods with names, an order and volumes of their own.
package struct StatefulSet: PodTemplateOwner {
    package var object: Object

    package init(object: Object) {
        self.object = object
    }
}

extension StatefulSet {
    package enum PodManagement: String, Sendable {
        case orderedReady = "OrderedReady"
        case parallel = "Parallel"
    }

    package enum UpdateStrategy: String, Sendable {
        case rollingUpdate = "RollingUpdate"
        case onDelete = "OnDelete"
    }

    /// What becomes of a claim whose pod or set goes away.
    package enum RetentionPolicy: String, Sendable {
        case retain = "Retain"
        case delete = "Delete"
    }

    package var podManagement: PodManagement {
        object["spec"]?["podManagementPolicy"]?.string.flatMap(PodManagement.init) ?? .orderedReady
    }

    package var updateStrategy: UpdateStrategy {
        object["spec"]?["updateStrategy"]?["type"]?.string.flatMap(UpdateStrategy.init) ?? .rollingUpdate
    }

    /// Pods with a lower ordinal keep the old revision.
    package var partition: Int { object["spec"]?["updateStrategy"]?["rollingUpdate"]?["partition"]?.int ?? 0 }

    package var maxUnavailable: Int {
        let value = object["spec"]?["updateStrategy"]?["rollingUpdate"]?["maxUnavailable"]
        return max(1, IntOrPercent(value)?.resolved(of: replicas, roundingUp: true) ?? 1)
    }

    package var serviceName: String { object["spec"]?["serviceName"]?.string ?? "" }
    package var firstOrdinal: Int { object["spec"]?["ordinals"]?["start"]?.int ?? 0 }
    package var ordinals: Range<Int> { firstOrdinal..<firstOrdinal + max(0, replicas) }
    package var claimTemplates: [Value] { object["spec"]?["volumeClaimTemplates"]?.array ?? [] }

    package var whenDeleted: RetentionPolicy { retention("whenDeleted") }
    package var whenScaled: RetentionPolicy { retention("whenScaled") }

    private func retention(_ moment: String) -> RetentionPolicy {
        object["spec"]?["persistentVolumeClaimRetentionPolicy"]?[moment]?.string.flatMap(RetentionPolicy.init)
            ?? .retain
    }
}
