extension TableDefinition {
    static let statefulSets = TableDefinition(
        [
            .name,
            Column("Ready") { "\($0.count("status", "readyReplicas"))/\($0.count("spec", "replicas"))" },
            .age,
        ], podTemplate: ["spec", "template"])
}
