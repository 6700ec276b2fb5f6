import Documents
import KubeModel

/// The stored objects of one resource, with the indexes that controllers and nodes read by.
struct ResourceTable: Sendable {
    private var namespaces = SortedMap<String, SortedMap<String, Object>>()
    private(set) var count = 0
    /// By the uid of an owner.
    private var dependents: [String: SortedMap<ObjectKey, Void>] = [:]
    /// Pods by the node that they are bound to.
    private var bound: [String: SortedMap<ObjectKey, Void>] = [:]
    /// Objects that nobody controls, by their namespace.
    private var orphans: [String: SortedMap<ObjectKey, Void>] = [:]
}

extension ResourceTable {
    subscript(key: ObjectKey) -> Object? {
        namespaces[key.namespace]?[key.name]
    }

    /// The objects of one namespace, or of all, by namespace and name.
    func list(namespace: String?) -> [Object] {
        guard let namespace else { return namespaces.elements.flatMap(\.elements) }
        return namespaces[namespace]?.elements ?? []
    }

    func list(dependentOn uid: String) -> [Object] {
        (dependents[uid]?.keys ?? []).compactMap { self[$0] }
    }

    func hasDependents(of uid: String) -> Bool { dependents[uid] != nil }

    func list(onNode name: String) -> [Object] {
        (bound[name]?.keys ?? []).compactMap { self[$0] }
    }

    func list(orphansIn namespace: String) -> [Object] {
        (orphans[namespace]?.keys ?? []).compactMap { self[$0] }
    }

    mutating func set(_ object: Object) {
        let key = object.key
        let old = namespaces.update(key.namespace, default: SortedMap()) { $0.set(object, for: key.name) }
        if old == nil { count += 1 }
        reindex(key, from: old, to: object)
    }

    mutating func remove(_ key: ObjectKey) {
        let old = namespaces.update(key.namespace, default: SortedMap()) { $0.remove(key.name) }
        if old != nil { count -= 1 }
        if namespaces[key.namespace]?.isEmpty == true { namespaces.remove(key.namespace) }
        reindex(key, from: old, to: nil)
    }

    private mutating func reindex(_ key: ObjectKey, from old: Object?, to new: Object?) {
        Self.move(key, in: &dependents, from: Self.owners(of: old), to: Self.owners(of: new))
        Self.move(key, in: &bound, from: Self.node(of: old), to: Self.node(of: new))
        Self.move(key, in: &orphans, from: Self.orphanage(of: old), to: Self.orphanage(of: new))
    }

    private static func owners(of object: Object?) -> [String] {
        object?["metadata"]?["ownerReferences"]?.array?.compactMap { $0["uid"]?.string } ?? []
    }

    private static func node(of object: Object?) -> [String] {
        guard let name = object?["spec"]?["nodeName"]?.string else { return [] }
        return [name]
    }

    /// The namespace of an object without a controller; empty for any other.
    private static func orphanage(of object: Object?) -> [String] {
        guard let object else { return [] }
        let references = object["metadata"]?["ownerReferences"]?.array ?? []
        return references.contains { $0["controller"]?.bool == true } ? [] : [object.namespace]
    }

    private static func move(
        _ key: ObjectKey, in index: inout [String: SortedMap<ObjectKey, Void>], from old: [String], to new: [String]
    ) {
        guard old != new else { return }
        for name in old where !new.contains(name) {
            index[name]?.remove(key)
            if index[name]?.isEmpty == true { index[name] = nil }
        }
        for name in new where !old.contains(name) {
            index[name, default: SortedMap()].set((), for: key)
        }
    }
}
