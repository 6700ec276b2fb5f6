extension TableDefinition {
    static let namespaces = TableDefinition([.name, Column("Status") { $0.text("status", "phase") }, .age])
}
