import Documents

extension TableDefinition {
    static let flowSchemas = TableDefinition([
        .name,
        Column("PriorityLevel") { $0.text("spec", "priorityLevelConfiguration", "name") },
        .integer("MatchingPrecedence") { $0.count("spec", "matchingPrecedence") },
        Column("DistinguisherMethod") { $0["spec", "distinguisherMethod", "type"]?.string ?? "<none>" },
        .age,
        Column("MissingPL") { schema in
            schema.list("status", "conditions").first { $0.text("type") == "Dangling" }?.text("status") ?? "?"
        },
    ])
}
