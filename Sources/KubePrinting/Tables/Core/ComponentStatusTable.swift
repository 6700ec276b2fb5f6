import Documents

extension TableDefinition {
    static let componentStatuses = TableDefinition([
        .name,
        Column("Status") { object in
            switch healthy(object)?.text("status") {
            case "True": "Healthy"
            case nil: "Unknown"
            case .some: "Unhealthy"
            }
        },
        Column("Message") { healthy($0)?.text("message") ?? "" },
        Column("Error") { healthy($0)?.text("error") ?? "" },
    ])

    private static func healthy(_ object: Object) -> Value? {
        object.list("conditions").first { $0.text("type") == "Healthy" }
    }
}
