import Documents
import KubeModel

/// Nothing is created in a namespace that is not there or is going, and the first namespaces stay.
///
/// Source: `staging/src/k8s.io/apiserver/pkg/admission/plugin/namespace/lifecycle/admission.go`.
enum NamespaceLifecycle {
    static let immortal: Set<String> = ["default", "kube-system", "kube-public"]

    static func admitCreate(_ object: Object, _ request: APIRequest, _ api: APIServer) throws(APIError) {
        guard request.resource.isNamespaced else { return }
        guard let namespace = api.get(.namespaces, ObjectKey(name: request.namespace)) else {
            throw .notFound(ResourceType.namespaces.groupResource, name: request.namespace)
        }
        guard !namespace.isTerminating else {
            throw .forbidden(
                request.resource.groupResource, name: object.name,
                message: "unable to create new content in namespace \(request.namespace) because it is being terminated"
            )
        }
    }

    static func admitDelete(_ object: Object, _ request: APIRequest) throws(APIError) {
        guard request.resource.plural == "namespaces", immortal.contains(object.name) else { return }
        throw .forbidden(
            request.resource.groupResource, name: object.name, message: "this namespace may not be deleted")
    }
}
