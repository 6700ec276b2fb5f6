import Documents
import KubeModel

extension APIServer {
    /// The `Scale` view of a workload: how many replicas it has and should have.
    mutating func handleScale(_ request: APIRequest) throws(APIError) -> APIResponse {
        guard let object = store.get(request.resource.groupResource, request.key) else {
            throw notFound(request.resource, request.key)
        }
        let current = Self.scale(of: object)
        let wanted: Value
        switch request.verb {
        case .get: return APIResponse(.object(current))
        case .update: wanted = request.body
        case .patch: wanted = try patch(current, request)
        case .list, .watch, .create, .delete, .deletecollection:
            throw .methodNotSupported(request.resource.groupResource, verb: request.verb.rawValue)
        }
        if let version = wanted["metadata"]?["resourceVersion"]?.string, !version.isEmpty,
            version != object.resourceVersion
        {
            throw .conflict(
                request.resource.groupResource, name: object.name,
                message: "the object has been modified; please apply your changes to the latest version and try again")
        }
        let replicas = wanted["spec"]?["replicas"]?.int ?? 0
        guard replicas >= 0 else {
            throw .invalid(
                GroupVersionKind(group: "autoscaling", version: "v1", kind: "Scale"), name: object.name,
                [FieldError("spec.replicas", .invalid(BadValue(Value(replicas)), "must be greater than or equal to 0"))]
            )
        }
        var changed = object
        changed["spec", "replicas"] = Value(replicas)
        let response = try replace(object, with: changed, request, warnings: [])
        guard case .object(let result) = response.payload else { return response }
        return APIResponse(.object(Self.scale(of: result)), warnings: response.warnings)
    }

    static func scale(of object: Object) -> Object {
        var metadata: Object = ["name": .string(object.name), "namespace": .string(object.namespace)]
        for field in ["uid", "resourceVersion", "creationTimestamp"] { metadata[field] = object["metadata"]?[field] }
        var status: Object = ["replicas": object["status"]?["replicas"] ?? 0]
        let selector = object["spec"]?["selector"] ?? .null
        status["selector"] = .string(
            LabelSelector(selector: selector, isPlainMap: object.kind == "ReplicationController").description)
        return [
            "apiVersion": "autoscaling/v1", "kind": "Scale", "metadata": .object(metadata),
            "spec": ["replicas": object["spec"]?["replicas"] ?? 0], "status": .object(status),
        ]
    }
}
