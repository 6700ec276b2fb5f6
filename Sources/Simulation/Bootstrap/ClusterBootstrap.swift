import Documents
import KubeAPI
import KubeModel

/// The objects that a cluster has before anyone uses it.
enum ClusterBootstrap {
    /// How old the cluster is when it is first seen.
    static let age = Duration.seconds(60)
    private static let installer = UserInfo(name: "system:apiserver", groups: ["system:masters"])

    static func fill(_ api: inout APIServer, profile: ClusterProfile) throws(APIError) {
        for name in ["default", "kube-node-lease", "kube-public", "kube-system"] {
            try api.create(.namespaces, ["metadata": ["name": .string(name)]], as: installer)
        }
        try createKubernetesService(&api)
        try BuiltInRoles.create(&api, as: installer)
        for (name, value) in [("system-cluster-critical", 2_000_000_000), ("system-node-critical", 2_000_001_000)] {
            try api.create(
                .priorityClasses,
                [
                    "metadata": ["name": .string(name)], "value": Value(value),
                    "description":
                        "Used for system critical pods that must \(name == "system-node-critical" ? "not be moved from their current node" : "run in the cluster, but can be moved to another node if necessary").",
                ], as: installer)
        }
        if profile == .eks { try createDefaultStorageClass(&api) }
    }

    private static func createKubernetesService(_ api: inout APIServer) throws(APIError) {
        try api.create(
            .services,
            [
                "metadata": [
                    "name": "kubernetes", "namespace": "default",
                    "labels": ["component": "apiserver", "provider": "kubernetes"],
                ],
                "spec": [
                    "clusterIP": "10.100.0.1", "type": "ClusterIP", "sessionAffinity": "None",
                    "ports": [["name": "https", "port": 443, "protocol": "TCP", "targetPort": 6443]],
                ],
            ], as: installer)
        try api.create(
            .endpointSlices,
            [
                "metadata": [
                    "name": "kubernetes", "namespace": "default",
                    "labels": ["kubernetes.io/service-name": "kubernetes"],
                ],
                "addressType": "IPv4",
                "endpoints": [["addresses": ["192.0.2.1"], "conditions": ["ready": true]]],
                "ports": [["name": "https", "port": 6443, "protocol": "TCP"]],
            ], as: installer)
        try api.create(
            .endpoints,
            [
                "metadata": [
                    "name": "kubernetes", "namespace": "default",
                    "labels": ["endpointslice.kubernetes.io/skip-mirror": "true"],
                ],
                "subsets": [
                    [
                        "addresses": [["ip": "192.0.2.1"]],
                        "ports": [["name": "https", "port": 6443, "protocol": "TCP"]],
                    ]
                ],
            ], as: installer)
    }

    private static func createDefaultStorageClass(_ api: inout APIServer) throws(APIError) {
        try api.create(
            .storageClasses,
            [
                "metadata": [
                    "name": "gp2", "annotations": ["storageclass.kubernetes.io/is-default-class": "true"],
                ],
                "provisioner": "kubernetes.io/aws-ebs", "reclaimPolicy": "Delete",
                "parameters": ["fsType": "ext4", "type": "gp2"], "volumeBindingMode": "WaitForFirstConsumer",
            ], as: installer)
    }
}
