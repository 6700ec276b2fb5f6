import Documents

extension TableDefinition {
    static let podDisruptionBudgets = TableDefinition([
        .name,
        Column("Min Available") { ($0["spec"]?["minAvailable"]?.scalarText ?? "").or("N/A") },
        Column("Max Unavailable") { ($0["spec"]?["maxUnavailable"]?.scalarText ?? "").or("N/A") },
        .integer("Allowed Disruptions") { $0.count("status", "disruptionsAllowed") },
        .age,
    ])
}
