import Documents
import KubeModel

/// Nobody grants what they do not have themselves.
///
/// Source: `pkg/registry/rbac/validation/rule.go` and `pkg/registry/rbac/*/policybased/storage.go`.
enum EscalationCheck {
    static func validate(_ object: Object, _ request: APIRequest, _ api: APIServer) throws(APIError) {
        guard request.resource.group == ResourceType.roles.group, !request.user.isSystem,
            !request.user.groups.contains("system:masters")
        else { return }
        let rules: [PolicyRule]
        if request.resource.plural.hasSuffix("bindings") {
            guard !isAllowed("bind", object["roleRef"]?["name"]?.string ?? "", roleResource(object), request, api)
            else { return }
            rules = try grantedRules(object, api)
        } else {
            guard !isAllowed("escalate", object.name, request.resource.plural, request, api) else { return }
            rules = object["rules"]?.array?.map(PolicyRule.init) ?? []
        }
        try confirm(rules, object, request, api)
        try confirmAggregation(object, request, api)
    }

    private static func confirm(
        _ rules: [PolicyRule], _ object: Object, _ request: APIRequest, _ api: APIServer
    ) throws(APIError) {
        let owned = api.rules(of: request.user, namespace: object.namespace)
        let missing = rules.flatMap(\.single).filter { rule in !owned.contains { $0.covers(rule) } }
        guard !missing.isEmpty else { return }
        let groups = request.user.groups.map { GoText.quoted($0) }.joined(separator: " ")
        let lines = Set(PolicyRule.compact(missing).map(\.compactDescription)).sorted()
        throw .forbidden(
            request.resource.groupResource, name: object.name,
            message:
                "user \(GoText.quoted(request.user.name)) (groups=[\(groups)]) is attempting to grant RBAC permissions not currently held:\n"
                + lines.joined(separator: "\n"))
    }

    /// Rules that are gathered later could be any.
    private static func confirmAggregation(
        _ object: Object, _ request: APIRequest, _ api: APIServer
    ) throws(APIError) {
        guard object["aggregationRule"] != nil else { return }
        let owned = api.rules(of: request.user, namespace: "")
        let everything = [
            PolicyRule(["verbs": ["*"], "apiGroups": ["*"], "resources": ["*"]]),
            PolicyRule(["verbs": ["*"], "nonResourceURLs": ["*"]]),
        ]
        guard everything.contains(where: { rule in !owned.contains { $0.covers(rule) } }) else { return }
        throw .forbidden(
            request.resource.groupResource, name: object.name,
            message: "must have cluster-admin privileges to use an aggregationRule")
    }

    private static func roleResource(_ binding: Object) -> String {
        binding["roleRef"]?["kind"]?.string == "Role" ? "roles" : "clusterroles"
    }

    private static func isAllowed(
        _ verb: String, _ name: String, _ resource: String, _ request: APIRequest, _ api: APIServer
    ) -> Bool {
        api.decision(
            RequestAttributes(
                user: request.user, verb: verb, group: request.resource.group, resource: resource,
                namespace: request.namespace, name: name)
        ).isAllowed
    }

    private static func grantedRules(_ binding: Object, _ api: APIServer) throws(APIError) -> [PolicyRule] {
        let isCluster = roleResource(binding) == "clusterroles"
        let type = isCluster ? ResourceType.clusterRoles : .roles
        let key = ObjectKey(
            namespace: isCluster ? "" : binding.namespace, name: binding["roleRef"]?["name"]?.string ?? "")
        guard let role = api.get(type, key) else { throw .notFound(type.groupResource, name: key.name) }
        return role["rules"]?.array?.map(PolicyRule.init) ?? []
    }
}
