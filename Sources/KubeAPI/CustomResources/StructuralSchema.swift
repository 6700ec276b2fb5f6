import Documents
import KubeModel

/// The OpenAPI schema of a custom resource: what its fields may be, and what they are when they are not set.
///
/// Source: `k8s.io/apiextensions-apiserver/pkg/apiserver/schema`.
struct StructuralSchema {
    /// A `JSONSchemaProps` tree.
    let node: Value

    init(_ node: Value) {
        self.node = node
    }

    func property(_ name: String) -> StructuralSchema? {
        node["properties"]?[name].map(StructuralSchema.init)
    }

    private var additional: StructuralSchema? {
        guard case .object? = node["additionalProperties"] else { return nil }
        return node["additionalProperties"].map(StructuralSchema.init)
    }

    private var items: StructuralSchema? { node["items"].map(StructuralSchema.init) }

    private var keepsUnknownFields: Bool { node["x-kubernetes-preserve-unknown-fields"]?.bool == true }
}

// MARK: - Pruning and defaults

extension StructuralSchema {
    /// Whether a member of an object of this schema has a place.
    func keeps(_ name: String) -> Bool {
        property(name) != nil || additional != nil || keepsUnknownFields || node["additionalProperties"] == true
    }

    /// Drops what the schema does not know below a member, and returns the paths of what was dropped.
    func pruneMember(_ name: String, _ value: inout Value) -> [String] {
        guard keeps(name) else { return [name] }
        return (property(name) ?? additional)?.prune(&value, name) ?? []
    }

    private func prune(_ value: inout Value, _ path: String) -> [String] {
        switch value {
        case .object(var members):
            guard node["x-kubernetes-embedded-resource"]?.bool != true else { return [] }
            var dropped: [String] = []
            for name in members.names {
                guard keeps(name) else {
                    dropped.append("\(path).\(name)")
                    members[name] = nil
                    continue
                }
                guard let inner = property(name) ?? additional, var part = members[name] else { continue }
                dropped += inner.prune(&part, "\(path).\(name)")
                members[name] = part
            }
            value = .object(members)
            return dropped
        case .array(var elements):
            guard let items else { return [] }
            var dropped: [String] = []
            for index in elements.indices { dropped += items.prune(&elements[index], "\(path)[\(index)]") }
            value = .array(elements)
            return dropped
        case .null, .bool, .integer, .double, .string: return []
        }
    }

    /// Sets the defaults of everything but the metadata.
    func completeRoot(_ object: inout Object) {
        for (name, member) in node["properties"]?.object ?? Object()
        where !["apiVersion", "kind", "metadata"].contains(name) {
            StructuralSchema(member).complete(&object[name])
        }
    }

    private func complete(_ value: inout Value?) {
        if value == nil || (value == .null && node["nullable"]?.bool != true), let initial = node["default"] {
            value = initial
        }
        switch value {
        case .object(var members)?:
            for (name, member) in node["properties"]?.object ?? Object() {
                StructuralSchema(member).complete(&members[name])
            }
            if let additional {
                for name in members.names where property(name) == nil { additional.complete(&members[name]) }
            }
            value = .object(members)
        case .array(let elements)?:
            guard let items else { return }
            value = .array(
                elements.map { element in
                    var element: Value? = element
                    items.complete(&element)
                    return element ?? .null
                })
        default: break
        }
    }
}
