import Documents
import KubeModel

/// Role-based access control over the roles and bindings in the store.
///
/// Source: `plugin/pkg/auth/authorizer/rbac/rbac.go`.
extension APIServer {
    func authorize(_ request: APIRequest) throws(APIError) {
        guard !request.user.groups.contains("system:masters"), !request.user.isSystem else { return }
        let attributes = RequestAttributes(request)
        let (isAllowed, reason) = decision(attributes)
        guard !isAllowed else { return }
        throw .forbidden(
            request.resource.groupResource, name: request.name, message: attributes.refusal(reason: reason))
    }

    /// Whether a request is allowed, and why: the binding that allows it, or what went wrong with a binding.
    package func decision(_ attributes: RequestAttributes) -> (isAllowed: Bool, reason: String) {
        if attributes.user.groups.contains("system:masters") { return (true, "") }
        var missing: [String] = []
        for binding in bindings(of: attributes.user, namespace: attributes.namespace) {
            guard let rules = rules(of: binding, missing: &missing) else { continue }
            if rules.contains(where: { $0.allows(attributes) }) { return (true, reason(of: binding, attributes)) }
        }
        return (false, missing.isEmpty ? "" : "RBAC: " + Self.joined(missing))
    }

    /// The rules of a user in a namespace, or of the whole cluster when the namespace is empty.
    package func rules(of user: UserInfo, namespace: String) -> [PolicyRule] {
        if user.groups.contains("system:masters") {
            return [
                PolicyRule(["verbs": ["*"], "apiGroups": ["*"], "resources": ["*"]]),
                PolicyRule(["verbs": ["*"], "nonResourceURLs": ["*"]]),
            ]
        }
        var missing: [String] = []
        return bindings(of: user, namespace: namespace).flatMap { rules(of: $0, missing: &missing) ?? [] }
    }

    private func bindings(of user: UserInfo, namespace: String) -> [Object] {
        var bindings = list(.clusterRoleBindings)
        if !namespace.isEmpty { bindings += list(.roleBindings, namespace: namespace) }
        return bindings.filter { binding in
            binding["subjects"]?.array?.contains { Self.names($0, user, in: binding) } ?? false
        }
    }

    private static func names(_ subject: Value, _ user: UserInfo, in binding: Object) -> Bool {
        let name = subject["name"]?.string ?? ""
        return switch subject["kind"]?.string {
        case "User": name == user.name
        case "Group": user.groups.contains(name)
        case "ServiceAccount":
            user.name == "system:serviceaccount:\(subject["namespace"]?.string ?? binding.namespace):\(name)"
        default: false
        }
    }

    private func rules(of binding: Object, missing: inout [String]) -> [PolicyRule]? {
        let name = binding["roleRef"]?["name"]?.string ?? ""
        let isCluster = binding["roleRef"]?["kind"]?.string == "ClusterRole"
        let type = isCluster ? ResourceType.clusterRoles : .roles
        let key = ObjectKey(namespace: isCluster ? "" : binding.namespace, name: name)
        guard let role = get(type, key) else {
            missing.append("\(type.singular).\(type.group) \"\(name)\" not found")
            return nil
        }
        return role["rules"]?.array?.map(PolicyRule.init) ?? []
    }

    private func reason(of binding: Object, _ attributes: RequestAttributes) -> String {
        let role = binding["roleRef"]
        let kind = role?["kind"]?.string ?? ""
        let place = binding.namespace.isEmpty ? "\"\(binding.name)\"" : "\"\(binding.name)/\(binding.namespace)\""
        let subject = attributes.user.name
        let bindingKind = binding.namespace.isEmpty ? "ClusterRoleBinding" : "RoleBinding"
        return
            "RBAC: allowed by \(bindingKind) \(place) of \(kind) \"\(role?["name"]?.string ?? "")\" to User \"\(subject)\""
    }

    private static func joined(_ messages: [String]) -> String {
        messages.count == 1 ? messages[0] : "[" + messages.joined(separator: ", ") + "]"
    }
}

/// Nobody grants what they do not have themselves.
///
/// Source: `pkg/registry/rbac/validation/rule.go` and the `escalate` and `bind` verbs of `pkg/registry/rbac/*/policybased`.
enum EscalationCheck {
    static func validate(_ object: Object, _ request: APIRequest, _ api: APIServer) throws(APIError) {
        guard request.resource.group == "rbac.authorization.k8s.io", !request.user.isSystem,
            !request.user.groups.contains("system:masters")
        else { return }
        let namespace = object.namespace
        let rules: [PolicyRule]
        if request.resource.plural.hasSuffix("bindings") {
            guard !isAllowed("bind", object["roleRef"]?["name"]?.string ?? "", roleResource(object), request, api)
            else { return }
            rules = grantedRules(object, api)
        } else {
            guard !isAllowed("escalate", object.name, request.resource.plural, request, api) else { return }
            rules = object["rules"]?.array?.map(PolicyRule.init) ?? []
        }
        let excess = rules.filter { rule in
            rule.permissions(of: request.user, namespace: namespace).contains { !api.decision($0).isAllowed }
        }
        guard !excess.isEmpty else { return }
        let groups = request.user.groups.map { "\"\($0)\"" }.joined(separator: " ")
        throw .forbidden(
            request.resource.groupResource, name: object.name,
            message:
                "user \"\(request.user.name)\" (groups=[\(groups)]) is attempting to grant RBAC permissions not currently held:\n"
                + excess.map(\.compactDescription).joined(separator: "\n"))
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

    private static func grantedRules(_ binding: Object, _ api: APIServer) -> [PolicyRule] {
        let isCluster = roleResource(binding) == "clusterroles"
        let key = ObjectKey(
            namespace: isCluster ? "" : binding.namespace, name: binding["roleRef"]?["name"]?.string ?? "")
        return api.get(isCluster ? .clusterRoles : .roles, key)?["rules"]?.array?.map(PolicyRule.init) ?? []
    }
}
