extension TableDefinition {
    static let serviceAccounts = TableDefinition([.name, .age])
}
