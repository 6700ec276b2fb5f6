import Documents

extension TableDefinition {
    /// Role bindings and cluster role bindings.
    static let roleBindings = TableDefinition([
        .name,
        Column("Role") { "\($0.text("roleRef", "kind"))/\($0.text("roleRef", "name"))" },
        .age,
        Column("Users", priority: 1) { subjects($0, "User") },
        Column("Groups", priority: 1) { subjects($0, "Group") },
        Column("ServiceAccounts", priority: 1) { subjects($0, "ServiceAccount") },
    ])

    /// `jane, john`; service accounts with their namespace: `shop/robot`.
    private static func subjects(_ binding: Object, _ kind: String) -> String {
        binding.list("subjects").filter { $0.text("kind") == kind }.map { subject in
            kind == "ServiceAccount"
                ? "\(subject.text("namespace"))/\(subject.text("name"))" : subject.text("name")
        }.joined(separator: ", ")
    }
}
