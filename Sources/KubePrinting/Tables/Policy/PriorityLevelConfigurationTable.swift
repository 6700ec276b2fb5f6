import Documents

extension TableDefinition {
    static let priorityLevelConfigurations = TableDefinition([
        .name,
        Column("Type") { $0.text("spec", "type") },
        Column("NominalConcurrencyShares") { number($0["spec", "limited", "nominalConcurrencyShares"]) },
        Column("Queues") { queuing($0, "queues") },
        Column("HandSize") { queuing($0, "handSize") },
        Column("QueueLengthLimit") { queuing($0, "queueLengthLimit") },
        .age,
    ])

    private static func queuing(_ level: Object, _ field: String) -> String {
        number(level["spec", "limited", "limitResponse", "queuing", field])
    }

    private static func number(_ value: Value?) -> String { (value?.scalarText ?? "").or("<none>") }
}
