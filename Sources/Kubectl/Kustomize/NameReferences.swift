import Documents
import KubeModel

/// Names in objects that mean other objects, brought to the names that those have now.
///
/// Source: `sigs.k8s.io/kustomize/api/internal/konfig/builtinpluginconsts/namereference.go`.
enum NameReferences {
    static func fix(_ resources: inout [KustomizeResource]) {
        let renamed = resources.filter { !$0.earlierNames.isEmpty }
        guard !renamed.isEmpty else { return }
        for index in resources.indices {
            let fixer = Fixer(renamed: renamed, referrer: resources[index].object)
            resources[index].object =
                fixer.fixed(.object(resources[index].object), path: []).object ?? resources[index].object
        }
    }

    private struct Fixer {
        let renamed: [KustomizeResource]
        let referrer: Object

        func fixed(_ value: Value, path: [String]) -> Value {
            switch value {
            case .array(let elements): return .array(elements.map { fixed($0, path: path) })
            case .object(let object):
                var result = Object()
                for (key, child) in object {
                    if let name = child.string, let kinds = kinds(path, key, object), let new = newName(name, kinds) {
                        result[key] = .string(new)
                    } else {
                        result[key] = fixed(child, path: path + [key])
                    }
                }
                return .object(result)
            case .null, .bool, .integer, .double, .string: return value
            }
        }

        private func newName(_ name: String, _ kinds: [String]) -> String? {
            renamed.first { resource in
                kinds.contains(resource.object.kind) && resource.earlierNames.contains(name)
                    && (referrer.namespace.isEmpty || resource.object.namespace.isEmpty
                        || resource.object.namespace == referrer.namespace)
            }?.object.name
        }

        /// The kinds of objects that a string at this place names; `nil` when it names none.
        private func kinds(_ path: [String], _ key: String, _ parent: Object) -> [String]? {
            switch (path.last ?? "", key) {
            case ("configMapRef", "name"), ("configMapKeyRef", "name"), ("configMap", "name"): ["ConfigMap"]
            case ("secretRef", "name"), ("secretKeyRef", "name"), ("secret", "secretName"), ("secret", "name"),
                ("imagePullSecrets", "name"), ("secrets", "name"), ("tls", "secretName"):
                ["Secret"]
            case ("persistentVolumeClaim", "claimName"): ["PersistentVolumeClaim"]
            case ("service", "name") where referrer.kind == "Ingress": ["Service"]
            case ("spec", "serviceName") where referrer.kind == "StatefulSet": ["Service"]
            case ("spec", "serviceAccountName"), ("spec", "serviceAccount"): ["ServiceAccount"]
            case ("subjects", "name"): parent["kind"]?.string == "ServiceAccount" ? ["ServiceAccount"] : nil
            case ("roleRef", "name"), ("scaleTargetRef", "name"): parent["kind"]?.string.map { [$0] }
            case ("spec", "volumeName") where referrer.kind == "PersistentVolumeClaim": ["PersistentVolume"]
            case ("spec", "storageClassName"): ["StorageClass"]
            case ("spec", "priorityClassName"): ["PriorityClass"]
            case ("spec", "ingressClassName"): ["IngressClass"]
            default: nil
            }
        }
    }
}
