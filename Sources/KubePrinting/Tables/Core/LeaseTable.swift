extension TableDefinition {
    static let leases = TableDefinition([.name, Column("Holder") { $0.text("spec", "holderIdentity") }, .age])
}
