import Documents

extension TableDefinition {
    static let deployments = TableDefinition(
        [
            .name,
            Column("Ready") { "\($0.count("status", "readyReplicas"))/\($0.count("spec", "replicas"))" },
            .integer("Up-to-date") { $0.count("status", "updatedReplicas") },
            .integer("Available") { $0.count("status", "availableReplicas") },
            .age,
        ], podTemplate: ["spec", "template"],
        selector: Column("Selector", priority: 1) { LabelText.plainSelector($0["spec"]?["selector"]) })
}
