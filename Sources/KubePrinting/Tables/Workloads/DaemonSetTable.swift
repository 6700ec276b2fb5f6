extension TableDefinition {
    static let daemonSets = TableDefinition(
        [
            .name,
            .integer("Desired") { $0.count("status", "desiredNumberScheduled") },
            .integer("Current") { $0.count("status", "currentNumberScheduled") },
            .integer("Ready") { $0.count("status", "numberReady") },
            .integer("Up-to-date") { $0.count("status", "updatedNumberScheduled") },
            .integer("Available") { $0.count("status", "numberAvailable") },
            Column("Node Selector") { LabelText.labels($0.map("spec", "template", "spec", "nodeSelector")) },
            .age,
        ], podTemplate: ["spec", "template"], selector: .selector("spec", "selector"))
}
