import Documents
import KubeModel

/// Gives a pod its service account and the volume with its token.
///
/// Source: `plugin/pkg/admission/serviceaccount/admission.go`.
enum ServiceAccountAdmission {
    static let mountPath = "/var/run/secrets/kubernetes.io/serviceaccount"

    static func admit(_ pod: inout Object, _ request: APIRequest, _ api: inout APIServer) throws(APIError) {
        guard pod["metadata"]?["annotations"]?["kubernetes.io/config.mirror"] == nil else { return }
        let name = pod["spec"]?["serviceAccountName"]?.string ?? ""
        let account = name.isEmpty ? "default" : name
        pod["spec", "serviceAccountName"] = .string(account)
        pod["spec", "serviceAccount"] = .string(account)
        guard let object = api.get(.serviceAccounts, ObjectKey(namespace: request.namespace, name: account)) else {
            throw .forbidden(
                request.resource.groupResource, name: pod.nameOrPrefix,
                message:
                    "error looking up service account \(request.namespace)/\(account): serviceaccount \"\(account)\" not found"
            )
        }
        if pod["spec"]?["imagePullSecrets"]?.array?.isEmpty ?? true, let secrets = object["imagePullSecrets"] {
            pod["spec", "imagePullSecrets"] = secrets
        }
        guard mountsToken(pod, object) else { return }
        addTokenVolume(&pod, &api)
    }

    private static func mountsToken(_ pod: Object, _ account: Object) -> Bool {
        pod["spec"]?["automountServiceAccountToken"]?.bool ?? account["automountServiceAccountToken"]?.bool ?? true
    }

    private static func addTokenVolume(_ pod: inout Object, _ api: inout APIServer) {
        let volumes = pod["spec"]?["volumes"]?.array ?? []
        let existing = volumes.first { $0["name"]?.string?.hasPrefix("kube-api-access-") == true }?["name"]?.string
        let name = existing ?? "kube-api-access-\(api.random.nameSuffix())"
        var isMounted = false
        for field in ["initContainers", "containers"] {
            guard var containers = pod["spec"]?[field]?.array else { continue }
            for index in containers.indices {
                var mounts = containers[index]["volumeMounts"]?.array ?? []
                guard !mounts.contains(where: { $0["mountPath"]?.string == mountPath }) else { continue }
                mounts.append(["name": .string(name), "readOnly": true, "mountPath": .string(mountPath)])
                containers[index]["volumeMounts"] = .array(mounts)
                isMounted = true
            }
            pod["spec", field] = .array(containers)
        }
        if isMounted, existing == nil { pod["spec", "volumes"] = .array(volumes + [tokenVolume(name)]) }
    }

    private static func tokenVolume(_ name: String) -> Value {
        [
            "name": .string(name),
            "projected": [
                "defaultMode": 420,
                "sources": [
                    ["serviceAccountToken": ["expirationSeconds": 3607, "path": "token"]],
                    [
                        "configMap": [
                            "name": "kube-root-ca.crt", "items": [["key": "ca.crt", "path": "ca.crt"]],
                        ]
                    ],
                    [
                        "downwardAPI": [
                            "items": [
                                [
                                    "fieldRef": ["apiVersion": "v1", "fieldPath": "metadata.namespace"],
                                    "path": "namespace",
                                ]
                            ]
                        ]
                    ],
                ],
            ],
        ]
    }
}
