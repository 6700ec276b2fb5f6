import Documents

extension TableDefinition {
    static let csiStorageCapacities = TableDefinition([
        .name,
        Column("StorageClassName") { $0.text("storageClassName") },
        Column("Capacity") { ($0["capacity"]?.scalarText ?? "").or("<unset>") },
    ])
}
