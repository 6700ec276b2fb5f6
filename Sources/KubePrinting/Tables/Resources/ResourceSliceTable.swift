extension TableDefinition {
    static let resourceSlices = TableDefinition([
        .name,
        Column("Node") { $0.text("spec", "nodeName") },
        Column("Driver") { $0.text("spec", "driver") },
        Column("Pool") { $0.text("spec", "pool", "name") },
        .age,
    ])
}
