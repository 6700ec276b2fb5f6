extension TableDefinition {
    static let replicationControllers = TableDefinition(
        [
            .name,
            .integer("Desired") { $0.count("spec", "replicas") },
            .integer("Current") { $0.count("status", "replicas") },
            .integer("Ready") { $0.count("status", "readyReplicas") },
            .age,
        ], podTemplate: ["spec", "template"],
        selector: Column("Selector", priority: 1) { LabelText.labels($0.map("spec", "selector")) })
}
