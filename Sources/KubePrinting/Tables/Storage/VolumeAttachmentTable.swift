extension TableDefinition {
    static let volumeAttachments = TableDefinition([
        .name,
        Column("Attacher") { $0.text("spec", "attacher") },
        Column("PV") { $0.text("spec", "source", "persistentVolumeName") },
        Column("Node") { $0.text("spec", "nodeName") },
        .boolean("Attached") { $0.flag("status", "attached") },
        .age,
    ])
}
