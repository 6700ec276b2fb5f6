import Documents
package import KubeAPI
package import KubeModel

/// Empties a namespace that is to be deleted, says what is still in the way, and lets it go at last.
///
/// Source: `pkg/controller/namespace/deletion/namespaced_resources_deleter.go`.
package struct NamespaceController: Controller {
    package init() {}
}

extension NamespaceController {
    package var name: String { "namespace-controller" }
    package var watched: [ResourceType]? { [.namespaces] }

    package func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        guard change.action != .deleted, change.object.isTerminating, change.old?.isTerminating != true else {
            return []
        }
        return [Wakeup(change.object.key, after: Timing.namespaceDeletionGrace)]
    }

    package func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration? {
        guard var namespace = api.get(.namespaces, key), namespace.isTerminating else { return nil }
        let remains = try empty(key.name, &api)
        let conditions = remains.conditions(of: namespace, now: api.now)
        if namespace["status"]?["conditions"]?.array != conditions {
            namespace["status", "conditions"] = .array(conditions)
            namespace = try api.updateStatus(.namespaces, namespace, as: user)
        }
        guard remains.isEmpty else { return .seconds(remains.estimateSeconds / 2 + 1) }
        try finalize(namespace, &api)
        return nil
    }

    /// Deletes everything in the namespace, pods before anything else, and takes stock of what is left.
    private func empty(_ namespace: String, _ api: inout APIServer) throws(APIError) -> NamespaceRemains {
        var remains = NamespaceRemains()
        try deleteAll(.pods, namespace, &api)
        remains.count(.pods, api.list(.pods, namespace: namespace), now: api.now)
        guard remains.isEmpty else { return remains }
        for resource in api.resources.types where resource.isNamespaced && resource.verbs.contains("deletecollection") {
            guard !api.list(resource, namespace: namespace).isEmpty else { continue }
            try deleteAll(resource, namespace, &api)
            remains.count(resource, api.list(resource, namespace: namespace), now: api.now)
        }
        return remains
    }

    private func deleteAll(_ resource: ResourceType, _ namespace: String, _ api: inout APIServer) throws(APIError) {
        for object in api.list(resource, namespace: namespace) where !object.isTerminating {
            var options = RequestOptions()
            options.propagationPolicy = .background
            do { try api.delete(resource, object.key, options: options, as: user) } catch .notFound { continue }
        }
    }

    private func finalize(_ namespace: Object, _ api: inout APIServer) throws(APIError) {
        var finalized = namespace
        let finalizers = (namespace["spec"]?["finalizers"]?.array ?? []).filter { $0 != "kubernetes" }
        finalized["spec", "finalizers"] = .array(finalizers)
        var request = APIRequest(.update, .namespaces, name: namespace.name, body: .object(finalized))
        request.subresource = "finalize"
        request.user = user
        _ = try api.handle(request)
    }
}
