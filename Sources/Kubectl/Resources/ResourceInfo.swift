import Documents
import KubeModel

/// One object that a command works on: where it is, and what is known of it.
struct ResourceInfo: Sendable {
    var type: ResourceType
    /// Empty for cluster-scoped resources.
    var namespace: String
    var name: String
    /// The file that named it, or `STDIN`; empty for an argument.
    var source = ""
    /// From the server or from the file; `nil` for an argument that was not looked up.
    var object: Object?
    var subresource = ""
    /// Read from a file, with nothing asked of the server.
    var isLocal = false

    init(type: ResourceType, namespace: String, name: String) {
        self.type = type
        self.namespace = type.isNamespaced ? namespace : ""
        self.name = name
    }

    init(_ object: Object, type: ResourceType) {
        self.init(type: type, namespace: object.namespace, name: object.name)
        self.object = object
    }
}

extension ResourceInfo {
    /// `deployments.apps/web` and the like in messages that name resources.
    var resourceName: String { "\(type.plural)/\(name)" }

    /// As `resourceName`; what was only read from a file has its kind in place of the resource.
    var builtName: String { isLocal ? printedName : resourceName }

    /// `deployment.apps/web`, as commands name what they have done.
    var printedName: String { "\(type.printedName)/\(name)" }

    var key: ObjectKey { ObjectKey(namespace: namespace, name: name) }
}

extension ResourceType {
    /// `deployment.apps`, `pod`: the kind in small letters, and its group.
    var printedName: String { group.isEmpty ? kind.lowercased() : "\(kind.lowercased()).\(group)" }

    /// The resource as a manifest names it that says no version.
    var withoutVersion: ResourceType {
        ResourceType(
            group: group, version: "", plural: plural, kind: kind, singular: singular, shortNames: shortNames,
            isNamespaced: isNamespaced, categories: categories, verbs: verbs, schemaType: schemaType,
            subresources: subresources)
    }

    /// `/v1, Resource=pods`, as Go prints it.
    var goDescription: String { "\(group)/\(version), Resource=\(plural)" }

    /// `/v1, Kind=Pod`
    var goKindDescription: String { "\(group)/\(version), Kind=\(kind)" }
}
