extension TableDefinition {
    static let replicaSets = TableDefinition(
        [
            .name,
            .integer("Desired") { $0.count("spec", "replicas") },
            .integer("Current") { $0.count("status", "replicas") },
            .integer("Ready") { $0.count("status", "readyReplicas") },
            .age,
        ], podTemplate: ["spec", "template"], selector: .selector("spec", "selector"))
}
