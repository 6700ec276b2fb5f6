import KubeModel

/// What a request wants, as the authorizer sees it.
package struct RequestAttributes: Hashable, Sendable {
    package var user: UserInfo
    package var verb: String
    package var group: String
    package var resource: String
    package var subresource: String
    package var namespace: String
    package var name: String
    /// `/healthz` for requests that are not about resources; empty otherwise.
    package var path = ""

    package init(
        user: UserInfo, verb: String, group: String = "", resource: String = "", subresource: String = "",
        namespace: String = "", name: String = "", path: String = ""
    ) {
        self.user = user
        self.verb = verb
        self.group = group
        self.resource = resource
        self.subresource = subresource
        self.namespace = namespace
        self.name = name
        self.path = path
    }

    init(_ request: APIRequest) {
        self.init(
            user: request.user, verb: request.verb.rawValue, group: request.resource.group,
            resource: request.resource.plural,
            subresource: request.subresource, namespace: request.resource.isNamespaced ? request.namespace : "",
            name: request.name)
    }
}

extension RequestAttributes {
    /// `pods/log`
    var fullResource: String { subresource.isEmpty ? resource : "\(resource)/\(subresource)" }

    /// `User "jane" cannot list resource "pods" in API group "" in the namespace "shop"`
    ///
    /// Source: `k8s.io/apiserver/pkg/endpoints/handlers/responsewriters/errors.go`.
    func refusal(reason: String) -> String {
        guard path.isEmpty else { return "User \"\(user.name)\" cannot \(verb) path \"\(path)\"" }
        let place = namespace.isEmpty ? "at the cluster scope" : "in the namespace \"\(namespace)\""
        let text =
            "User \"\(user.name)\" cannot \(verb) resource \"\(fullResource)\" in API group \"\(group)\" \(place)"
        return reason.isEmpty ? text : "\(text): \(reason)"
    }
}
