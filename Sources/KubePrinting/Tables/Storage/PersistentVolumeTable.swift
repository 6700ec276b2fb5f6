import Documents
import KubeModel

extension TableDefinition {
    static let persistentVolumes = TableDefinition([
        .name,
        Column("Capacity") { ($0["spec", "capacity", "storage"]?.scalarText ?? "").or("0") },
        Column("Access Modes") { VolumeText.accessModes($0.list("spec", "accessModes")) },
        Column("Reclaim Policy") { $0.text("spec", "persistentVolumeReclaimPolicy") },
        Column("Status") { $0.isTerminating ? "Terminating" : $0.text("status", "phase") },
        Column("Claim") { $0["spec"]?["claimRef"].map { "\($0.text("namespace"))/\($0.text("name"))" } ?? "" },
        Column("StorageClass") { VolumeText.storageClass($0) },
        Column("VolumeAttributesClass") { $0["spec"]?["volumeAttributesClassName"]?.string ?? "<unset>" },
        Column("Reason") { $0.text("status", "reason") },
        .age,
        Column("VolumeMode", priority: 1) { $0["spec"]?["volumeMode"]?.string ?? "<unset>" },
    ])
}

/// What tables and descriptions of volumes and claims share.
enum VolumeText {
    private static let shortModes = [
        ("ReadWriteOnce", "RWO"), ("ReadOnlyMany", "ROX"), ("ReadWriteMany", "RWX"), ("ReadWriteOncePod", "RWOP"),
    ]

    /// `RWO,ROX`, each once and in a fixed order.
    static func accessModes(_ modes: [Value]) -> String {
        let names = modes.compactMap(\.string)
        return shortModes.filter { names.contains($0.0) }.map(\.1).joined(separator: ",")
    }

    /// The class of a volume or claim; an old annotation goes before the field.
    static func storageClass(_ object: Object) -> String {
        object.annotations["volume.beta.kubernetes.io/storage-class"]?.string ?? object.text("spec", "storageClassName")
    }
}
