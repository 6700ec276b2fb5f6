package import Documents
package import KubeModel

/// Every object of the cluster, with one revision that grows by one at each write, and the recent history for watches.
package struct Store: Sendable {
    /// How many changes are kept; a watch from before them is told that they are gone, as after a compaction of etcd.
    static let historyLimit = 20_000

    package private(set) var revision: Int64 = 0
    /// The revision up to which the history was forgotten.
    package private(set) var compactedRevision: Int64 = 0
    /// How many objects of all resources there are.
    package private(set) var count = 0
    private var tables: [GroupResource: ResourceTable] = [:]
    private var history: [ObjectChange] = []
}

extension Store {
    package func get(_ resource: GroupResource, _ key: ObjectKey) -> Object? {
        tables[resource]?[key]
    }

    package func list(_ resource: GroupResource, namespace: String?) -> [Object] {
        tables[resource]?.list(namespace: namespace) ?? []
    }

    package func list(_ resource: GroupResource, dependentOn uid: String) -> [Object] {
        tables[resource]?.list(dependentOn: uid) ?? []
    }

    /// The resources that have objects with this owner.
    func resources(dependentOn uid: String) -> Set<GroupResource> {
        Set(tables.lazy.filter { $0.value.hasDependents(of: uid) }.map(\.key))
    }

    package func list(_ resource: GroupResource, onNode name: String) -> [Object] {
        tables[resource]?.list(onNode: name) ?? []
    }

    package func list(_ resource: GroupResource, orphansIn namespace: String) -> [Object] {
        tables[resource]?.list(orphansIn: namespace) ?? []
    }

    package func count(_ resource: GroupResource) -> Int {
        tables[resource]?.count ?? 0
    }

    /// Adds or replaces an object under the next revision, and returns it as it was stored.
    mutating func put(_ object: Object, as resource: ResourceType) -> Object {
        revision += 1
        var stored = object
        stored["metadata", "resourceVersion"] = .string(String(revision))
        let old = tables[resource.groupResource]?[stored.key]
        if old == nil { count += 1 }
        tables[resource.groupResource, default: ResourceTable()].set(stored)
        remember(
            ObjectChange(
                revision: revision, action: old == nil ? .added : .modified, resource: resource, object: stored,
                old: old))
        return stored
    }

    mutating func remove(_ object: Object, of resource: ResourceType) {
        revision += 1
        // Watches are told what was stored, even when the write that ends the object would have changed it.
        let stored = tables[resource.groupResource]?[object.key]
        let old = stored ?? object
        var last = old
        last["metadata", "resourceVersion"] = .string(String(revision))
        if stored != nil { count -= 1 }
        tables[resource.groupResource]?.remove(object.key)
        remember(ObjectChange(revision: revision, action: .deleted, resource: resource, object: last, old: old))
    }

    /// What was written after a revision, oldest first; `nil` when the history does not reach back so far.
    package func changes(since revision: Int64) -> ArraySlice<ObjectChange>? {
        guard revision >= compactedRevision else { return nil }
        // Revisions have no gaps, so that the place of one follows from the first.
        return history.dropFirst(Int(revision - compactedRevision))
    }

    private mutating func remember(_ change: ObjectChange) {
        history.append(change)
        guard history.count > 2 * Self.historyLimit else { return }
        history.removeFirst(history.count - Self.historyLimit)
        compactedRevision = revision - Int64(history.count)
    }
}
