import Documents
import KubeModel

extension TableDefinition {
    static let controllerRevisions = TableDefinition([
        .name,
        Column("Controller") { $0.controller.map(reference) ?? "<none>" },
        .integer("Revision") { $0.count("revision") },
        .age,
    ])

    /// `statefulset.apps/db`
    private static func reference(_ owner: OwnerReference) -> String {
        let kind = GroupVersionKind(apiVersion: owner.apiVersion, kind: owner.kind)
        return GroupResource(group: kind.group, resource: kind.kind).description.lowercased() + "/" + owner.name
    }
}
