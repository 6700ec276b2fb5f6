import Documents

extension TableDefinition {
    static let networkPolicies = TableDefinition([
        .name, Column("Pod-Selector") { LabelText.selector($0["spec"]?["podSelector"]) }, .age,
    ])
}
