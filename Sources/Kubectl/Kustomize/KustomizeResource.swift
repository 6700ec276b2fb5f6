import Documents
import KubeModel

/// An object on its way through a kustomization.
struct KustomizeResource: Sendable {
    var object: Object
    /// The names that it had, the first one first, by which patches and references still find it.
    private(set) var earlierNames: [String] = []
    /// Its name gets a suffix that follows from its contents.
    var needsHash = false

    init(_ object: Object, needsHash: Bool = false) {
        self.object = object
        self.needsHash = needsHash
    }
}

extension KustomizeResource {
    var kind: GroupVersionKind { GroupVersionKind(apiVersion: object.apiVersion, kind: object.kind) }

    /// The resource of its kind; `nil` for custom resources.
    var type: ResourceType? { ResourceRegistry.builtIn.type(kind) }

    /// Custom resources are taken for namespaced.
    var isNamespaced: Bool { type?.isNamespaced ?? true }

    func isNamed(_ name: String) -> Bool { object.name == name || earlierNames.contains(name) }

    mutating func rename(_ name: String) {
        guard name != object.name else { return }
        earlierNames.append(object.name)
        object.name = name
    }

    /// `Deployment.v1.apps/web.[noNs]`, as messages name a resource.
    var identity: String {
        let group = kind.group.isEmpty ? "[noGrp]" : kind.group
        return
            "\(kind.kind).\(kind.version).\(group)/\(object.name).\(object.namespace.isEmpty ? "[noNs]" : object.namespace)"
    }
}

extension [KustomizeResource] {
    private static let kindsFirst = [
        "Namespace", "ResourceQuota", "StorageClass", "CustomResourceDefinition", "ServiceAccount", "PodSecurityPolicy",
        "Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding", "ConfigMap", "Secret", "Endpoints", "Service",
        "LimitRange", "PriorityClass", "PersistentVolume", "PersistentVolumeClaim", "Deployment", "StatefulSet",
        "CronJob",
        "PodDisruptionBudget",
    ]
    private static let kindsLast = ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"]

    /// What others need comes first, then by kind, namespace and name.
    ///
    /// Source: `sigs.k8s.io/kustomize/api/internal/builtins/SortOrderTransformer.go`, the `legacy` order.
    var inLegacyOrder: [KustomizeResource] {
        func rank(_ kind: String) -> Int {
            if let place = Self.kindsFirst.firstIndex(of: kind) { return place - Self.kindsFirst.count }
            return Self.kindsLast.firstIndex(of: kind).map { $0 + 1 } ?? 0
        }
        func key(_ resource: KustomizeResource) -> (Int, String, String, String) {
            let kind = resource.kind
            let name = [kind.kind, kind.version, kind.group].filter { !$0.isEmpty }.joined(separator: ".")
            return (rank(kind.kind), name, resource.object.namespace, resource.object.name)
        }
        return indices.sorted { left, right in
            let (a, b) = (key(self[left]), key(self[right]))
            return a == b ? left < right : a < b
        }.map { self[$0] }
    }
}
