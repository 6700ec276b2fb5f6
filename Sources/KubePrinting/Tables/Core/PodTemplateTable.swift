import Documents

extension TableDefinition {
    static let podTemplates = TableDefinition([
        .name,
        Column("Containers") { containers($0, "name") },
        Column("Images") { containers($0, "image") },
        Column("Pod Labels") { LabelText.labels($0.map("template", "metadata", "labels")) },
    ])

    private static func containers(_ object: Object, _ field: String) -> String {
        object.list("template", "spec", "containers").map { $0.text(field) }.joined(separator: ",")
    }
}
