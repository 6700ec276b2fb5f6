import Documents
package import KubeAPI
package import KubeModel

/// Deletes what has lost its last owner, and finishes foreground and orphaning deletions.
///
/// The key of its work is the uid of an owner that is gone, or names an object with its resource: `pods:default` and `web`.
/// Source: `pkg/controller/garbagecollector/garbagecollector.go`.
package struct GarbageCollector: Controller {
    package init() {}
}

extension GarbageCollector {
    package var name: String { "generic-garbage-collector" }
    package var watched: [ResourceType]? { nil }

    private static let foregroundFinalizer = "foregroundDeletion"
    private static let orphanFinalizer = "orphan"

    package func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        switch change.action {
        case .deleted: wakeups(afterEndOf: change.object, api)
        case .added, .modified: needsLook(change, api) ? [wakeup(change.resource, change.object.key)] : []
        }
    }

    package func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration? {
        if key.namespace.isEmpty {
            for (resource, dependent) in api.dependents(of: key.name) { try look(at: dependent, resource, &api) }
        } else if let (resource, object) = find(key, api) {
            try look(at: object, resource, &api)
        }
        return nil
    }
}

extension GarbageCollector {
    private func wakeup(_ resource: ResourceType, _ key: ObjectKey) -> Wakeup {
        Wakeup(
            ObjectKey(namespace: "\(resource.groupResource):\(key.namespace)", name: key.name),
            after: Timing.garbageCollectionLatency)
    }

    private func find(_ key: ObjectKey, _ api: borrowing APIServer) -> (ResourceType, Object)? {
        guard let colon = key.namespace.firstIndex(of: ":") else { return nil }
        let resource = key.namespace[..<colon].split(separator: ".", maxSplits: 1).map(String.init)
        let namespace = String(key.namespace[key.namespace.index(after: colon)...])
        let name = GroupResource(group: resource.count == 2 ? resource[1] : "", resource: resource.first ?? "")
        guard let type = api.resources.types.first(where: { $0.groupResource == name }),
            let object = api.get(type, ObjectKey(namespace: namespace, name: key.name))
        else { return nil }
        return (type, object)
    }

    /// What an object owned is to go, and owners may wait for the object's end before they go themselves.
    private func wakeups(afterEndOf object: Object, _ api: borrowing APIServer) -> [Wakeup] {
        var wakeups = [Wakeup(ObjectKey(name: object.uid), after: Timing.garbageCollectionLatency)]
        for reference in object.ownerReferences where reference.blocksOwnerDeletion {
            guard let type = api.resources.type(apiVersion: reference.apiVersion, kind: reference.kind),
                let owner = owner(reference, of: object, type, api), owner.isTerminating
            else { continue }
            wakeups.append(wakeup(type, owner.key))
        }
        return wakeups
    }

    /// An object waits for the collector, or has just got owners of which one is not there.
    private func needsLook(_ change: ObjectChange, _ api: borrowing APIServer) -> Bool {
        let object = change.object
        if object.isTerminating { return needsHelp(object) }
        guard change.old?["metadata"]?["ownerReferences"] != object["metadata"]?["ownerReferences"] else {
            return false
        }
        return object.ownerReferences.contains { reference in
            guard let type = api.resources.type(apiVersion: reference.apiVersion, kind: reference.kind) else {
                return false
            }
            return owner(reference, of: object, type, api).map(\.isTerminating) ?? true
        }
    }

    private func owner(
        _ reference: OwnerReference, of dependent: Object, _ type: ResourceType, _ api: borrowing APIServer
    ) -> Object? {
        let key = ObjectKey(namespace: type.isNamespaced ? dependent.namespace : "", name: reference.name)
        return api.get(type, key).flatMap { $0.uid == reference.uid ? $0 : nil }
    }

    private func needsHelp(_ object: Object) -> Bool {
        object.finalizers.contains(Self.foregroundFinalizer) || object.finalizers.contains(Self.orphanFinalizer)
    }

    /// Does for one object what is to be done: finish its own deletion, or delete it when its owners are gone.
    private func look(at object: Object, _ resource: ResourceType, _ api: inout APIServer) throws(APIError) {
        guard !object.isTerminating else { return try finish(object, resource, &api) }
        var live: [OwnerReference] = []
        var waiting = false
        for reference in object.ownerReferences {
            guard let type = api.resources.type(apiVersion: reference.apiVersion, kind: reference.kind) else {
                live.append(reference)
                continue
            }
            guard let owner = owner(reference, of: object, type, api) else { continue }
            if owner.isTerminating, owner.finalizers.contains(Self.foregroundFinalizer) {
                waiting = waiting || reference.blocksOwnerDeletion
            } else {
                live.append(reference)
            }
        }
        guard live.count < object.ownerReferences.count else { return }
        if live.isEmpty {
            let hasDependents = waiting && !api.dependents(of: object.uid).isEmpty
            try delete(object, resource, hasDependents ? .foreground : policy(of: object), &api)
        } else {
            var kept = object
            kept.ownerReferences = live
            try ignoringMissing { () throws(APIError) in try api.update(resource, kept, as: user) }
        }
    }

    private func policy(of object: Object) -> RequestOptions.PropagationPolicy {
        if object.finalizers.contains(Self.orphanFinalizer) { return .orphan }
        return object.finalizers.contains(Self.foregroundFinalizer) ? .foreground : .background
    }

    private func delete(
        _ object: Object, _ resource: ResourceType, _ policy: RequestOptions.PropagationPolicy, _ api: inout APIServer
    ) throws(APIError) {
        var options = RequestOptions()
        options.propagationPolicy = policy
        options.preconditionUID = object.uid
        try ignoringMissing { () throws(APIError) in
            try api.delete(resource, object.key, options: options, as: user)
        }
    }

    private func finish(_ object: Object, _ resource: ResourceType, _ api: inout APIServer) throws(APIError) {
        if object.finalizers.contains(Self.orphanFinalizer) {
            for (dependentResource, dependent) in api.dependents(of: object.uid) {
                var orphan = dependent
                orphan.ownerReferences.removeAll { $0.uid == object.uid }
                try ignoringMissing { () throws(APIError) in try api.update(dependentResource, orphan, as: user) }
            }
            try remove(Self.orphanFinalizer, from: object, resource, &api)
        } else if object.finalizers.contains(Self.foregroundFinalizer) {
            let dependents = api.dependents(of: object.uid)
            for (dependentResource, dependent) in dependents where !dependent.isTerminating {
                try look(at: dependent, dependentResource, &api)
            }
            let blocking = api.dependents(of: object.uid).contains { _, dependent in
                dependent.ownerReferences.contains { $0.uid == object.uid && $0.blocksOwnerDeletion }
            }
            if !blocking { try remove(Self.foregroundFinalizer, from: object, resource, &api) }
        }
    }

    private func remove(
        _ finalizer: String, from object: Object, _ resource: ResourceType, _ api: inout APIServer
    ) throws(APIError) {
        guard var current = api.get(resource, object.key), current.uid == object.uid else { return }
        current.finalizers.removeAll { $0 == finalizer }
        try ignoringMissing { () throws(APIError) in try api.update(resource, current, as: user) }
    }

    private func ignoringMissing<Result>(_ act: () throws(APIError) -> Result) throws(APIError) {
        do { _ = try act() } catch .notFound { return }
    }
}
