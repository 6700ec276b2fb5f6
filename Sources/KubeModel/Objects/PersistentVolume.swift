package import Documents

/// A piece of storage of the cluster.
package struct PersistentVolume: ObjectView {
    package var object: Object

    package init(object: Object) {
        self.object = object
    }
}

extension PersistentVolume {
    /// What becomes of a volume when its claim is gone.
    package enum ReclaimPolicy: String, Sendable {
        case retain = "Retain"
        case delete = "Delete"
        case recycle = "Recycle"
    }

    package var capacity: Quantity { Quantity(object["spec"]?["capacity"]?["storage"]) ?? .zero }
    package var accessModes: [String] { object["spec"]?["accessModes"]?.array?.compactMap(\.string) ?? [] }
    package var volumeMode: String { object["spec"]?["volumeMode"]?.string ?? "Filesystem" }
    package var phase: String { object["status"]?["phase"]?.string ?? "Pending" }
    package var storageClassName: String { object["spec"]?["storageClassName"]?.string ?? "" }
    package var claimReference: Value? { object["spec"]?["claimRef"] }

    package var reclaimPolicy: ReclaimPolicy {
        object["spec"]?["persistentVolumeReclaimPolicy"]?.string.flatMap(ReclaimPolicy.init) ?? .retain
    }

    /// Whether its reference names a claim: by name and, when it has one, by uid.
    package func isClaimed(by claim: PersistentVolumeClaim) -> Bool {
        guard let reference = claimReference, reference["name"]?.string == claim.name,
            reference["namespace"]?.string == claim.namespace
        else { return false }
        let uid = reference["uid"]?.string ?? ""
        return uid.isEmpty || uid == claim.uid
    }
}
