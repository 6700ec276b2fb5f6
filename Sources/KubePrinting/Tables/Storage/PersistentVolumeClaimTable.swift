import Documents
import KubeModel

extension TableDefinition {
    static let persistentVolumeClaims = TableDefinition([
        .name,
        Column("Status") { $0.isTerminating ? "Terminating" : $0.text("status", "phase") },
        Column("Volume") { $0.text("spec", "volumeName") },
        Column("Capacity") { ClaimText.capacity($0) },
        Column("Access Modes") { ClaimText.accessModes($0) },
        Column("StorageClass") { VolumeText.storageClass($0) },
        Column("VolumeAttributesClass") { $0["spec"]?["volumeAttributesClassName"]?.string ?? "<unset>" },
        .age,
        Column("VolumeMode", priority: 1) { $0["spec"]?["volumeMode"]?.string ?? "<unset>" },
    ])
}

/// What a claim got, which is nothing before it has a volume.
enum ClaimText {
    static func capacity(_ claim: Object) -> String {
        isBound(claim) ? (claim["status", "capacity", "storage"]?.scalarText ?? "").or("0") : ""
    }

    static func accessModes(_ claim: Object) -> String {
        isBound(claim) ? VolumeText.accessModes(claim.list("status", "accessModes")) : ""
    }

    private static func isBound(_ claim: Object) -> Bool { !claim.text("spec", "volumeName").isEmpty }
}
