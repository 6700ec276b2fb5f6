import Documents
import KubeModel

extension TableDefinition {
    static let ipAddresses = TableDefinition([
        .name, Column("ParentRef") { $0["spec"]?["parentRef"].map(parent) ?? "<none>" },
    ])

    /// `services/default/web`
    private static func parent(_ reference: Value) -> String {
        let resource = GroupResource(group: reference.text("group"), resource: reference.text("resource"))
        let namespace = reference.text("namespace")
        return resource.description.lowercased() + (namespace.isEmpty ? "/" : "/\(namespace)/") + reference.text("name")
    }
}
