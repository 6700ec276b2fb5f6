import Documents
package import KubeAPI
package import KubeModel

/// Puts the cluster's root certificate into every namespace, as ConfigMap `kube-root-ca.crt`.
///
/// Source: `pkg/controller/certificates/rootcacertpublisher/publisher.go`.
package struct RootCertificateController: Controller {
    package init() {}
}

extension RootCertificateController {
    package var name: String { "root-ca-cert-publisher" }
    package var watched: [ResourceType]? { [.namespaces, .configMaps] }

    private static let configMapName = "kube-root-ca.crt"
    /// A certificate in form only: nothing in a simulated cluster checks signatures.
    private static let certificate = """
        -----BEGIN CERTIFICATE-----
        MIIBSTCB8KADAgECAgEAMAoGCCqGSM49BAMCMBUxEzARBgNVBAMTCmt1YmVybmV0
        ZXMwHhcNMjYwMTAxMDAwMDAwWhcNMzYwMTAxMDAwMDAwWjAVMRMwEQYDVQQDEwpr
        dWJlcm5ldGVz
        -----END CERTIFICATE-----

        """
    private static let description =
        "Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the "
        + "internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters."

    package func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        if change.resource.plural == "namespaces" { return [Wakeup(change.object.key)] }
        guard change.object.name == Self.configMapName, change.action != .added else { return [] }
        return [Wakeup(ObjectKey(name: change.object.namespace))]
    }

    package func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration? {
        guard let namespace = api.get(.namespaces, key), !namespace.isTerminating else { return nil }
        let data: Value = ["ca.crt": .string(Self.certificate)]
        if var existing = api.get(.configMaps, ObjectKey(namespace: key.name, name: Self.configMapName)) {
            guard existing["data"] != data else { return nil }
            existing["data"] = data
            try api.update(.configMaps, existing, as: user)
            return nil
        }
        try api.create(
            .configMaps,
            [
                "apiVersion": "v1", "kind": "ConfigMap",
                "metadata": [
                    "name": .string(Self.configMapName), "namespace": .string(key.name),
                    "annotations": ["kubernetes.io/description": .string(Self.description)],
                ],
                "data": data,
            ], as: user)
        return nil
    }
}
