import Documents
package import KubeAPI
package import KubeModel

/// Deletes what belongs to owners that are gone, and carries out foreground and orphan deletion.
///
/// Its keys are uids of owners. Source: `pkg/controller/garbagecollector/garbagecollector.go`.
package struct GarbageCollector: Controller {
    package let name = "generic-garbage-collector"
    package let watched: [ResourceType]? = nil
    /// Owners that wait for their dependents, by uid.
    private var deleting: [String: DeletingOwner] = [:]

    private struct DeletingOwner {
        let resource: ResourceType
        let key: ObjectKey
    }

    package init() {}
}

extension GarbageCollector {
    package mutating func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        let object = change.object
        switch change.action {
        case .added: return wakeups(ofMissingOwnersOf: object, api: api)
        case .modified:
            var wakeups: [Wakeup] = []
            if change.old?["metadata"]?["ownerReferences"] != object["metadata"]?["ownerReferences"] {
                wakeups += self.wakeups(ofMissingOwnersOf: object, api: api)
            }
            if object.isTerminating, object.finalizers.contains(where: Self.isOurs) {
                deleting[object.uid] = DeletingOwner(resource: change.resource, key: object.key)
                wakeups.append(Self.wakeup(object.uid))
            }
            return wakeups
        case .deleted:
            deleting[object.uid] = nil
            let hasDependents = !api.dependents(of: object.uid).isEmpty
            let waiting = object.ownerReferences.map(\.uid).filter { deleting[$0] != nil }
            return (hasDependents ? [object.uid] : []).map(Self.wakeup) + waiting.map(Self.wakeup)
        }
    }

    package mutating func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration? {
        guard let owner = deleting[key.name], let object = api.get(owner.resource, owner.key), object.uid == key.name
        else {
            try collect(dependentsOf: key.name, api: &api)
            return nil
        }
        if object.finalizers.contains("orphan") {
            try orphan(dependentsOf: object, api: &api)
            try removeFinalizer("orphan", of: object, owner.resource, api: &api)
        } else if object.finalizers.contains("foregroundDeletion") {
            try deleteInForeground(object, owner.resource, api: &api)
        }
        return nil
    }

    private static func isOurs(_ finalizer: String) -> Bool {
        finalizer == "orphan" || finalizer == "foregroundDeletion"
    }

    private static func wakeup(_ uid: String) -> Wakeup {
        Wakeup(ObjectKey(name: uid), after: Timing.garbageCollectionLatency)
    }

    private func wakeups(ofMissingOwnersOf object: Object, api: borrowing APIServer) -> [Wakeup] {
        var wakeups: [Wakeup] = []
        for owner in object.ownerReferences where !exists(owner, dependent: object, api: api) {
            wakeups.append(Self.wakeup(owner.uid))
        }
        return wakeups
    }

    private func exists(_ owner: OwnerReference, dependent: Object, api: borrowing APIServer) -> Bool {
        guard let type = api.resources.type(apiVersion: owner.apiVersion, kind: owner.kind) else { return false }
        let key = ObjectKey(namespace: type.isNamespaced ? dependent.namespace : "", name: owner.name)
        return api.get(type, key)?.uid == owner.uid
    }
}

extension GarbageCollector {
    /// Deletes what has no owner left, and takes the lost owner from what has others.
    private func collect(dependentsOf uid: String, api: inout APIServer) throws(APIError) {
        for (resource, dependent) in api.dependents(of: uid) {
            var others: [OwnerReference] = []
            for owner in dependent.ownerReferences
            where owner.uid != uid && exists(owner, dependent: dependent, api: api) {
                others.append(owner)
            }
            guard others.isEmpty else {
                var kept = dependent
                kept.ownerReferences = others
                try api.update(resource, kept, as: user)
                continue
            }
            if !dependent.isTerminating { try delete(dependent, resource, .background, api: &api) }
        }
    }

    private func orphan(dependentsOf owner: Object, api: inout APIServer) throws(APIError) {
        for (resource, dependent) in api.dependents(of: owner.uid) {
            var free = dependent
            free.ownerReferences = dependent.ownerReferences.filter { $0.uid != owner.uid }
            try api.update(resource, free, as: user)
        }
    }

    /// Deletes the dependents first; the owner goes when none is left that blocks it.
    private func deleteInForeground(_ owner: Object, _ resource: ResourceType, api: inout APIServer) throws(APIError) {
        let dependents = api.dependents(of: owner.uid)
        for (type, dependent) in dependents where !dependent.isTerminating {
            try delete(dependent, type, .foreground, api: &api)
        }
        let isBlocked = api.dependents(of: owner.uid).contains { _, dependent in
            dependent.ownerReferences.contains { $0.uid == owner.uid && $0.blocksOwnerDeletion }
        }
        if !isBlocked { try removeFinalizer("foregroundDeletion", of: owner, resource, api: &api) }
    }

    private func delete(
        _ object: Object, _ resource: ResourceType, _ policy: RequestOptions.PropagationPolicy, api: inout APIServer
    ) throws(APIError) {
        var options = RequestOptions()
        options.propagationPolicy = policy
        options.preconditionUID = object.uid
        do { try api.delete(resource, object.key, options: options, as: user) } catch .notFound {
            return  // someone else was faster
        }
    }

    private func removeFinalizer(
        _ finalizer: String, of object: Object, _ resource: ResourceType, api: inout APIServer
    ) throws(APIError) {
        guard var current = api.get(resource, object.key) else { return }
        current.finalizers.removeAll { $0 == finalizer }
        try api.update(resource, current, as: user)
    }
}
