import Documents
package import KubeAPI
package import KubeModel

/// Gives every namespace a ServiceAccount `default`.
///
/// Source: `pkg/controller/serviceaccount/serviceaccounts_controller.go`.
package struct ServiceAccountController: Controller {
    package init() {}
}

extension ServiceAccountController {
    package var name: String { "service-account-controller" }
    package var watched: [ResourceType]? { [.namespaces, .serviceAccounts] }

    package func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        if change.resource.plural == "namespaces" { return [Wakeup(change.object.key)] }
        guard change.action == .deleted, change.object.name == "default" else { return [] }
        return [Wakeup(ObjectKey(name: change.object.namespace))]
    }

    package func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration? {
        guard let namespace = api.get(.namespaces, key), !namespace.isTerminating else { return nil }
        guard api.get(.serviceAccounts, ObjectKey(namespace: key.name, name: "default")) == nil else { return nil }
        try api.create(
            .serviceAccounts,
            [
                "apiVersion": "v1", "kind": "ServiceAccount",
                "metadata": ["name": "default", "namespace": .string(key.name)],
            ], as: user)
        return nil
    }
}
