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
            if rules.contains(where: { $0.allows(attributes) }) { return (true, reason(of: binding, attributes.user)) }
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

    /// `RBAC: allowed by RoleBinding "read/shop" of Role "reader" to User "jane"`
    private func reason(of binding: Object, _ user: UserInfo) -> String {
        let role = binding["roleRef"]
        let isCluster = binding.namespace.isEmpty
        let place = isCluster ? binding.name : "\(binding.name)/\(binding.namespace)"
        let subject = binding["subjects"]?.array?.first { Self.names($0, user, in: binding) }
        var name = subject?["name"]?.string ?? ""
        if subject?["kind"]?.string == "ServiceAccount" {
            name += "/" + (subject?["namespace"]?.string ?? binding.namespace)
        }
        return "RBAC: allowed by \(isCluster ? "ClusterRoleBinding" : "RoleBinding") \"\(place)\""
            + " of \(role?["kind"]?.string ?? "") \"\(role?["name"]?.string ?? "")\""
            + " to \(subject?["kind"]?.string ?? "") \"\(name)\""
    }

    private static func joined(_ messages: [String]) -> String {
        messages.count == 1 ? messages[0] : "[" + messages.joined(separator: ", ") + "]"
    }
}
