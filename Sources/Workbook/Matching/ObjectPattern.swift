package import Documents
package import KubeModel

/// What an object must look like, written as the part of a manifest that matters.
package struct ObjectPattern: Hashable, Sendable {
    /// As written, with whatever fields matter.
    package let object: Object
    package let lists: ListRule

    package init(_ object: Object, lists: ListRule = ListRule()) {
        self.object = object
        self.lists = lists
    }
}

/// How strictly lists are compared; without either, order and further elements do not matter.
package struct ListRule: Hashable, Sendable {
    /// Lists have no elements but those that are written.
    package var isExact = false
    /// Elements come in the order in which they are written.
    package var isOrdered = false

    package init(isExact: Bool = false, isOrdered: Bool = false) {
        self.isExact = isExact
        self.isOrdered = isOrdered
    }
}

extension ObjectPattern {
    package var kind: String { object.kind }
    /// Empty when any object of the kind may match, or any with a name of a certain form.
    package var name: String {
        let name = object.name
        return name.hasPrefix("/") || name.contains(" ") ? "" : name
    }

    /// What messages call the object that is looked for.
    func subject(in namespace: String, isNamespaced: Bool) -> ObjectName {
        ObjectName(kind: kind, namespace: isNamespaced ? namespace : "", name: name)
    }

    /// The resource that the pattern speaks of; `nil` when the cluster serves none of this kind.
    package func resource(in registry: ResourceRegistry) -> ResourceType? {
        if !object.apiVersion.isEmpty { return registry.type(apiVersion: object.apiVersion, kind: kind) }
        return registry.types.first { $0.kind == kind }
    }

    /// Everything in which an object differs.
    package func mismatches(with actual: Object, resource: ResourceType) -> [Mismatch] {
        var expected = object
        for key in ["apiVersion", "kind"] { expected[key] = nil }
        expected["metadata", "namespace"] = nil
        if expected.metadata.isEmpty { expected["metadata"] = nil }
        var matcher = ObjectMatcher(lists: lists)
        matcher.compare(
            .object(expected), .object(actual.withReadableSecret), at: KeyedPath(),
            FieldContext(type: resource.schemaType))
        return matcher.mismatches
    }
}

extension Object {
    /// A Secret with its data as text too, as authors write it under `stringData`.
    fileprivate var withReadableSecret: Object {
        guard kind == "Secret", let data = self["data"]?.object else { return self }
        var readable = self
        readable["stringData"] = .object(
            Object(
                data.map { key, value in
                    (key, .string(String(decoding: Base64.decode(value.string ?? "") ?? [], as: UTF8.self)))
                }))
        return readable
    }
}

/// Which object is spoken of.
package struct ObjectName: Hashable, Sendable {
    package var kind: String
    /// Empty for cluster-scoped objects.
    package var namespace: String
    /// Empty for any object of the kind.
    package var name: String

    package init(kind: String, namespace: String, name: String) {
        self.kind = kind
        self.namespace = namespace
        self.name = name
    }

    package init(_ object: Object) {
        self.init(kind: object.kind, namespace: object.namespace, name: object.name)
    }

    /// `deployment/backend-app`
    package var argument: String { name.isEmpty ? kind.lowercased() : "\(kind.lowercased())/\(name)" }
    /// ` -n eks-work`, or nothing for an object outside namespaces.
    package var namespaceFlag: String { namespace.isEmpty ? "" : " -n \(namespace)" }
}
