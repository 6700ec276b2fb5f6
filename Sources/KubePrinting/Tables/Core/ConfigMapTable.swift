import Documents

extension TableDefinition {
    static let configMaps = TableDefinition([
        .name, .integer("Data") { $0.map("data").count + $0.map("binaryData").count }, .age,
    ])
}
