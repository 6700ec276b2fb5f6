extension TableDefinition {
    static let csiNodes = TableDefinition([.name, .integer("Drivers") { $0.list("spec", "drivers").count }, .age])
}
