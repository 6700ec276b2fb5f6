import Documents
package import KubeAPI
package import KubeModel

/// Publishes the certificate of the API server in every namespace, as ConfigMap `kube-root-ca.crt`.
///
/// Source: `pkg/controller/certificates/rootcacertpublisher/publisher.go`.
package struct RootCertificateController: Controller {
    package static let configMapName = "kube-root-ca.crt"
    package let name = "root-ca-certificate-publisher"
    package let watched: [ResourceType]? = [.namespaces, .configMaps]

    package init() {}
}

extension RootCertificateController {
    package func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        switch (change.resource.plural, change.action) {
        case ("namespaces", .added): [Wakeup(ObjectKey(name: change.object.name))]
        case ("configmaps", .deleted), ("configmaps", .modified):
            change.object.name == Self.configMapName ? [Wakeup(ObjectKey(name: change.object.namespace))] : []
        default: []
        }
    }

    package func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration? {
        guard let namespace = api.get(.namespaces, key), !namespace.isTerminating else { return nil }
        let data: Value = ["ca.crt": .string(Self.certificate)]
        guard var map = api.get(.configMaps, ObjectKey(namespace: key.name, name: Self.configMapName)) else {
            try api.create(
                .configMaps,
                [
                    "metadata": [
                        "name": .string(Self.configMapName), "namespace": .string(key.name),
                        "annotations": ["kubernetes.io/description": .string(Self.note)],
                    ],
                    "data": data,
                ], as: user)
            return nil
        }
        guard map["data"] != data else { return nil }
        map["data"] = data
        try api.update(.configMaps, map, as: user)
        return nil
    }

    private static let note =
        "Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters."

    /// Of the form of a certificate; nothing in the simulation reads it.
    private static let certificate: String = {
        var random = SeededGenerator(seed: 36)
        let lines = (0..<16).map { _ in random.hexadecimal(count: 64) }
        return "-----BEGIN CERTIFICATE-----\n\(lines.joined(separator: "\n"))\n-----END CERTIFICATE-----\n"
    }()
}
