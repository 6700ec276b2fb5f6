import Documents
import KubeAPI
import KubeModel

extension KubectlContext {
    /// Deletes what earlier runs of apply made and this one did not name.
    ///
    /// Source: `k8s.io/kubectl/pkg/cmd/apply/prune.go`, `k8s.io/kubectl/pkg/util/prune`.
    mutating func prune(_ applying: Applying) throws(KubectlError) {
        let visited = Set(applying.visited.compactMap { $0.object?.uid })
        let namespaces = Set(applying.visited.map(\.namespace)).subtracting([""])
        for type in try prunedTypes(hasNamespaces: !namespaces.isEmpty) {
            for namespace in type.isNamespaced ? namespaces.sorted() : [""] {
                let objects = try list(type, namespace: namespace, labels: flags.text("selector"))
                for object in objects where !visited.contains(object.uid) && !object.isTerminating {
                    guard object.annotations[Object.lastAppliedAnnotation] != nil else { continue }
                    try prune(ResourceInfo(object, type: type), applying)
                }
            }
        }
    }

    private mutating func prune(_ info: ResourceInfo, _ applying: Applying) throws(KubectlError) {
        var deletion = applying.deletion
        deletion.dryRun = applying.options.dryRun
        deletion.isQuiet = true
        _ = try delete(info, deletion)
        writeLine("\(info.printedName) pruned\(applying.options.dryRun.suffix)")
    }

    private func prunedTypes(hasNamespaces: Bool) throws(KubectlError) -> [ResourceType] {
        let wanted = flags.list("prune-allowlist")
        guard wanted.isEmpty else {
            var types: [ResourceType] = []
            for text in wanted { types.append(try prunedType(text)) }
            return types
        }
        let kinds: [(String, String)] = [
            ("v1", "ConfigMap"), ("v1", "Endpoints"), ("v1", "PersistentVolumeClaim"), ("v1", "Pod"),
            ("v1", "ReplicationController"), ("v1", "Secret"), ("v1", "Service"), ("batch/v1", "Job"),
            ("batch/v1", "CronJob"), ("networking.k8s.io/v1", "Ingress"), ("apps/v1", "DaemonSet"),
            ("apps/v1", "Deployment"), ("apps/v1", "ReplicaSet"), ("apps/v1", "StatefulSet"),
        ]
        let clusterKinds =
            hasNamespaces && call.isNamespaceExplicit ? [] : [("v1", "Namespace"), ("v1", "PersistentVolume")]
        return (kinds + clusterKinds).compactMap { connection.resources.type(apiVersion: $0.0, kind: $0.1) }
    }

    /// `core/v1/Service`, `apps/v1/Deployment`
    func prunedType(_ text: String) throws(KubectlError) -> ResourceType {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3 else {
            throw .message("invalid GroupVersionKind format: \(text), please follow <group/version/kind>")
        }
        let kind = GroupVersionKind(group: parts[0] == "core" ? "" : parts[0], version: parts[1], kind: parts[2])
        guard let type = connection.resources.type(kind) else {
            throw .message("no matches for kind \(kind.kind.goQuoted) in version \(kind.apiVersion.goQuoted)")
        }
        return type
    }
}
