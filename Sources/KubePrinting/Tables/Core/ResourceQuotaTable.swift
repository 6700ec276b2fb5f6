import Documents

extension TableDefinition {
    static let resourceQuotas = TableDefinition([
        .name,
        Column("Request") { usage($0) { !$0.hasPrefix("limits.") } },
        Column("Limit") { usage($0) { $0.hasPrefix("limits.") } },
        .age,
    ])

    /// `pods: 2/10, requests.cpu: 500m/1`
    private static func usage(_ quota: Object, of isWanted: (String) -> Bool) -> String {
        let used = quota.map("status", "used")
        return quota.map("status", "hard").filter { isWanted($0.0) }
            .map { name, hard in "\(name): \((used[name]?.scalarText ?? "").or("0"))/\(hard.scalarText)" }
            .joined(separator: ", ")
    }
}
