/// Every resource that an API serves: discovery, and the way from what people type to a resource.
package struct ResourceRegistry: Sendable {
    /// In the order of discovery: the core group first, then by group.
    package private(set) var types: [ResourceType]

    package init(types: [ResourceType]) {
        self.types = types
    }
}

extension ResourceRegistry {
    /// The resources of Kubernetes 1.36.
    package static let builtIn = ResourceRegistry(types: parse(resourceTable))

    package func type(plural: String, group: String, version: String) -> ResourceType? {
        types.first { $0.plural == plural && $0.group == group && $0.version == version }
    }

    /// The resource of a manifest's `apiVersion` and `kind`.
    package func type(_ kind: GroupVersionKind) -> ResourceType? {
        types.first { $0.kind == kind.kind && $0.version == kind.version && $0.group == kind.group }
    }

    package func type(apiVersion: String, kind: String) -> ResourceType? {
        type(GroupVersionKind(apiVersion: apiVersion, kind: kind))
    }

    package mutating func add(_ type: ResourceType) {
        types.append(type)
    }

    package mutating func remove(_ group: GroupResource) {
        types.removeAll { $0.groupResource == group }
    }

    private static let allVerbs = ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"]

    private static func parse(_ table: String) -> [ResourceType] {
        table.split(separator: "\n").map { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            func list(_ cell: String) -> [String] { cell.split(separator: ",").map(String.init) }
            return ResourceType(
                group: cells[0], version: cells[1], plural: cells[2], kind: cells[3], singular: cells[3].lowercased(),
                shortNames: list(cells[4]), isNamespaced: cells[5] == "N", categories: list(cells[6]),
                verbs: cells[7] == "*" ? allVerbs : list(cells[7]), schemaType: cells[8].isEmpty ? cells[3] : cells[8],
                subresources: list(cells[9]))
        }
    }
}
