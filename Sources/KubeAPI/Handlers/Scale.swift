import Documents
import KubeModel

extension APIServer {
    /// The `Scale` view of a workload: how many replicas it has and should have.
    mutating func handleScale(_ request: APIRequest) throws(APIError) -> APIResponse {
        guard let object = store.get(Conversion.place(of: request.resource), request.key) else {
            throw notFound(request.resource, request.key)
        }
        let paths = ScalePaths(
            customVersion: request.resource.schemaType.isEmpty ? customVersion(of: request.resource) : nil)
        let current = Self.scale(of: object, paths)
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
        changed[path: paths.wanted] = Value(replicas)
        let response = try replace(object, with: changed, request, warnings: [])
        guard case .object(let result) = response.payload else { return response }
        return APIResponse(.object(Self.scale(of: result, paths)), warnings: response.warnings)
    }

    static func scale(of object: Object, _ paths: ScalePaths) -> Object {
        var metadata: Object = ["name": .string(object.name), "namespace": .string(object.namespace)]
        for field in ["uid", "resourceVersion", "creationTimestamp"] { metadata[field] = object["metadata"]?[field] }
        var status: Object = ["replicas": object[path: paths.present] ?? 0]
        if let selector = paths.selector {
            if let text = object[path: selector]?.string, !text.isEmpty { status["selector"] = .string(text) }
        } else {
            status["selector"] = .string(
                LabelSelector(
                    selector: object["spec"]?["selector"] ?? .null, isPlainMap: object.kind == "ReplicationController"
                ).description)
        }
        return [
            "apiVersion": "autoscaling/v1", "kind": "Scale", "metadata": .object(metadata),
            "spec": ["replicas": object[path: paths.wanted] ?? 0], "status": .object(status),
        ]
    }
}

/// Where an object keeps its numbers of replicas; a custom one says it in its definition.
struct ScalePaths {
    var wanted = ["spec", "replicas"]
    var present = ["status", "replicas"]
    /// Where a custom object keeps its selector as text; built-in ones have one in their spec.
    var selector: [String]?

    init(customVersion: Value?) {
        guard let customVersion else { return }
        let scale = customVersion["subresources"]?["scale"]
        func path(_ name: String) -> [String] {
            scale?[name]?.string?.split(separator: ".").map(String.init) ?? []
        }
        wanted = path("specReplicasPath")
        present = path("statusReplicasPath")
        selector = path("labelSelectorPath")
    }
}
