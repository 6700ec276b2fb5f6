extension TableDefinition {
    /// Mutating and validating webhook configurations.
    static let webhookConfigurations = TableDefinition([
        .name, .integer("Webhooks") { $0.list("webhooks").count }, .age,
    ])
}
