extension TableDefinition {
    static let priorityClasses = TableDefinition([
        .name,
        .integer("Value") { $0.count("value") },
        .boolean("Global-Default") { $0.flag("globalDefault") },
        .age,
        Column("PreemptionPolicy") { $0.text("preemptionPolicy") },
    ])
}
