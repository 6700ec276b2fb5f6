import Documents
import KubeModel

extension APIServer {
    /// Answers a request to a part of an object; what runs in a node (log, exec, attach, port-forward) is not here.
    mutating func handleSubresource(_ request: APIRequest) throws(APIError) -> APIResponse {
        guard request.resource.subresources.contains(request.subresource) else { throw .unknownResource }
        return switch (request.subresource, request.verb) {
        case ("status", .get): APIResponse(.object(try getObject(request)))
        case ("status", .update): try updateStatusObject(request)
        case ("status", .patch), ("resize", .patch), ("ephemeralcontainers", .patch), ("approval", .patch):
            try patchObject(request)
        case ("resize", .update), ("ephemeralcontainers", .update), ("approval", .update): try updateObject(request)
        case ("scale", _): try handleScale(request)
        case ("binding", .create): try bindPod(request)
        case ("eviction", .create): try evictPod(request)
        case ("finalize", .update): try finalizeNamespace(request)
        case ("token", .create): try requestToken(request)
        default: throw .methodNotSupported(request.resource.groupResource, verb: request.verb.rawValue)
        }
    }

    /// The cluster's own parts write whole, well-formed statuses: only the status is taken, and nothing is decoded anew.
    private mutating func updateStatusObject(_ request: APIRequest) throws(APIError) -> APIResponse {
        guard request.user.isSystem, case .object(let object) = request.body else { return try updateObject(request) }
        guard let old = store.get(Conversion.place(of: request.resource), request.key) else {
            throw notFound(request.resource, request.key)
        }
        return try replace(old, with: object, request, warnings: [])
    }

    /// Takes the last finalizer of a namespace's spec away, when its contents are gone.
    private mutating func finalizeNamespace(_ request: APIRequest) throws(APIError) -> APIResponse {
        guard let old = store.get(Conversion.place(of: request.resource), request.key) else {
            throw notFound(request.resource, request.key)
        }
        var object = old
        let finalizers = request.body["spec"]?["finalizers"]?.array ?? []
        object["spec", "finalizers"] = finalizers.isEmpty ? nil : .array(finalizers)
        if object["spec"]?.object?.isEmpty == true { object["spec"] = [:] }
        if object.isTerminating, finalizers.isEmpty, object.finalizers.isEmpty {
            erase(object, request.resource)
            return APIResponse(.object(object))
        }
        return APIResponse(.object(try write(object, request)))
    }
}

extension UserInfo {
    /// A part of the cluster itself rather than a person or a workload.
    package var isSystem: Bool {
        name.hasPrefix("system:") && !name.hasPrefix("system:serviceaccount:")
            || name.hasPrefix("system:serviceaccount:kube-system:")
    }

    package static func controller(_ name: String) -> UserInfo {
        UserInfo(
            name: "system:serviceaccount:kube-system:\(name)",
            groups: ["system:serviceaccounts", "system:serviceaccounts:kube-system", "system:authenticated"])
    }

    package static let scheduler = UserInfo(name: "system:kube-scheduler", groups: ["system:authenticated"])

    package static func node(_ name: String) -> UserInfo {
        UserInfo(name: "system:node:\(name)", groups: ["system:nodes", "system:authenticated"])
    }
}
