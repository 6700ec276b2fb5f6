extension TableDefinition {
    static let runtimeClasses = TableDefinition([.name, Column("Handler") { $0.text("handler") }, .age])
}
