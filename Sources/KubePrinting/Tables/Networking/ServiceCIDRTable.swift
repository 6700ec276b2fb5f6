extension TableDefinition {
    static let serviceCIDRs = TableDefinition([
        .name, Column("CIDRs") { $0.list("spec", "cidrs").map(\.scalarText).joined(separator: ",") }, .age,
    ])
}
