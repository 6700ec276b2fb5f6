import Documents
import KubeModel

extension TableDefinition {
    static let storageClasses = TableDefinition([
        Column(ColumnHeading("Name", isName: true)) { object, _ in
            .string(StorageClassText.isDefault(object) ? object.name + " (default)" : object.name)
        },
        Column("Provisioner") { $0.text("provisioner") },
        Column("ReclaimPolicy") { $0.text("reclaimPolicy").or("Delete") },
        Column("VolumeBindingMode") { $0.text("volumeBindingMode").or("Immediate") },
        .boolean("AllowVolumeExpansion") { $0.flag("allowVolumeExpansion") },
        .age,
    ])
}

enum StorageClassText {
    /// Claims without a class get this one.
    static func isDefault(_ storageClass: Object) -> Bool {
        ["storageclass.kubernetes.io/is-default-class", "storageclass.beta.kubernetes.io/is-default-class"]
            .contains { storageClass.annotations[$0]?.string == "true" }
    }
}
