import Documents
import KubeModel

extension FieldSet {
    /// Metadata that the server writes, and the identity; no manager owns them.
    private static let systemFields: Set<String> = [
        "name", "namespace", "creationTimestamp", "selfLink", "uid", "generation", "managedFields", "resourceVersion",
        "deletionTimestamp", "deletionGracePeriodSeconds", "generateName",
    ]

    /// The object without what no manager can own.
    private static func ownable(_ object: Object) -> Object {
        var result = object
        result["apiVersion"] = nil
        result["kind"] = nil
        var metadata = result.metadata
        for name in systemFields { metadata[name] = nil }
        result["metadata"] = metadata.isEmpty ? nil : .object(metadata)
        return result
    }

    /// Every field that an applied configuration sets.
    static func applied(by object: Object, _ schema: OwnershipSchema) -> FieldSet {
        FieldSet(tree: leaves(of: .object(ownable(object)), .structure(schema, isPointer: false)))
    }

    /// The fields that are new or different in `new`.
    static func changed(from old: Object?, to new: Object, _ schema: OwnershipSchema) -> FieldSet {
        let shape = OwnershipSchema.Shape.structure(schema, isPointer: false)
        return FieldSet(
            tree: changes(from: old.map { .object(ownable($0)) }, to: .object(ownable(new)), shape)?.tree ?? Object())
    }

    private static func leaves(of value: Value, _ shape: OwnershipSchema.Shape) -> Object {
        var tree = Object()
        switch (shape, value) {
        case (.structure(let inner, _), .object(let members)), (.map(let inner), .object(let members)):
            for (name, part) in members { tree["f:\(name)"] = .object(leaves(of: part, child(inner, name, shape))) }
        case (.keyedList(let keys, let inner), .array(let elements)):
            for element in elements {
                var item = leaves(of: element, .structure(inner, isPointer: false))
                item["."] = [:]
                tree["k:\(OwnershipSchema.key(of: element, keys))"] = .object(item)
            }
        case (.set, .array(let elements)):
            for element in elements { tree["v:\(JSON.encode(element))"] = [:] }
        default: break
        }
        return tree
    }

    /// The shape of a member: what a map holds is all alike, a structure says it field by field.
    private static func child(_ inner: OwnershipSchema, _ name: String, _ shape: OwnershipSchema.Shape)
        -> OwnershipSchema.Shape
    {
        guard case .map = shape else { return inner.shape(of: name) }
        return inner.typeName == nil ? .atomic : .structure(inner, isPointer: false)
    }

    /// What differs below a value; `nil` when nothing does.
    private static func changes(from old: Value?, to new: Value, _ shape: OwnershipSchema.Shape) -> FieldSet? {
        if old == new { return nil }
        var tree = Object()
        switch (shape, new) {
        case (.structure(let inner, _), .object(let members)), (.map(let inner), .object(let members)):
            for (name, part) in members {
                guard let below = changes(from: old?[name], to: part, child(inner, name, shape)) else { continue }
                tree["f:\(name)"] = .object(below.tree)
            }
        case (.keyedList(let keys, let inner), .array(let elements)):
            let before = Dictionary(
                (old?.array ?? []).map { (OwnershipSchema.key(of: $0, keys), $0) },
                uniquingKeysWith: { first, _ in first })
            for element in elements {
                let key = OwnershipSchema.key(of: element, keys)
                let existing = before[key]
                guard var below = changes(from: existing, to: element, .structure(inner, isPointer: false)) else {
                    continue
                }
                if existing == nil { below.tree["."] = [:] }
                tree["k:\(key)"] = .object(below.tree)
            }
        case (.set, .array(let elements)):
            let before = old?.array ?? []
            for element in elements where !before.contains(element) { tree["v:\(JSON.encode(element))"] = [:] }
        default: return FieldSet()
        }
        if old == nil, isOptional(shape), !tree.isEmpty { tree["."] = [:] }
        if tree.isEmpty, old != nil { return nil }
        return FieldSet(tree: tree)
    }

    private static func isOptional(_ shape: OwnershipSchema.Shape) -> Bool {
        switch shape {
        case .structure(_, let isPointer): isPointer
        case .map, .keyedList, .set: true
        case .atomic: false
        }
    }
}
