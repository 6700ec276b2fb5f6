import Documents
package import KubeAPI
package import KubeModel

/// Sees to it that every namespace has the ServiceAccount `default`.
///
/// Source: `pkg/controller/serviceaccount/serviceaccounts_controller.go`.
package struct ServiceAccountController: Controller {
    package let name = "service-account-controller"
    package let watched: [ResourceType]? = [.namespaces, .serviceAccounts]

    package init() {}
}

extension ServiceAccountController {
    package func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        switch (change.resource.plural, change.action) {
        case ("namespaces", .added): [Wakeup(ObjectKey(name: change.object.name))]
        case ("serviceaccounts", .deleted): [Wakeup(ObjectKey(name: change.object.namespace))]
        default: []
        }
    }

    package func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration? {
        guard let namespace = api.get(.namespaces, key), !namespace.isTerminating,
            api.get(.serviceAccounts, ObjectKey(namespace: key.name, name: "default")) == nil
        else { return nil }
        try api.create(
            .serviceAccounts, ["metadata": ["name": "default", "namespace": .string(key.name)]], as: user)
        return nil
    }
}
