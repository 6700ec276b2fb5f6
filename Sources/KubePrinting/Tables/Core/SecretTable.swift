import Documents

extension TableDefinition {
    static let secrets = TableDefinition([
        .name, Column("Type") { $0.text("type") }, .integer("Data") { $0.map("data").count }, .age,
    ])
}
