import Documents
import KubeModel

extension APIServer {
    /// Answers the resources that are questions rather than objects; `nil` for all others.
    func reviewResponse(_ request: APIRequest) -> APIResponse? {
        guard case .object(var review) = request.body else { return nil }
        switch request.resource.plural {
        case "selfsubjectaccessreviews":
            review["status"] = status(of: review, user: request.user)
        case "subjectaccessreviews", "localsubjectaccessreviews":
            let groups = review["spec"]?["groups"]?.array?.compactMap(\.string) ?? []
            review["status"] = status(
                of: review, user: UserInfo(name: review["spec"]?["user"]?.string ?? "", groups: groups))
        case "selfsubjectrulesreviews":
            review["status"] = .object(rulesStatus(request.user, review["spec"]?["namespace"]?.string ?? ""))
        case "selfsubjectreviews":
            review["status"] = [
                "userInfo": ["username": .string(request.user.name), "groups": Value(request.user.groups)]
            ]
        case "tokenreviews":
            review["status"] = ["authenticated": false, "error": "invalid bearer token"]
        default: return nil
        }
        review["apiVersion"] = .string(request.resource.apiVersion)
        review["kind"] = .string(request.resource.kind)
        return APIResponse(.object(review), isCreated: true)
    }

    private func status(of review: Object, user: UserInfo) -> Value {
        let spec = review["spec"]
        let wanted = spec?["resourceAttributes"]
        func text(_ name: String) -> String { wanted?[name]?.string ?? "" }
        var attributes = RequestAttributes(
            user: user, verb: text("verb"), group: text("group"), resource: text("resource"),
            subresource: text("subresource"),
            namespace: text("namespace"), name: text("name"))
        if let other = spec?["nonResourceAttributes"] {
            attributes = RequestAttributes(
                user: user, verb: other["verb"]?.string ?? "", path: other["path"]?.string ?? "")
        }
        let (isAllowed, reason) = decision(attributes)
        var status: Object = ["allowed": .bool(isAllowed)]
        if !reason.isEmpty { status["reason"] = .string(reason) }
        return .object(status)
    }

    private func rulesStatus(_ user: UserInfo, _ namespace: String) -> Object {
        let rules = rules(of: user, namespace: namespace)
        let resources = rules.filter { $0.paths.isEmpty }.map { rule -> Value in
            var object: Object = [
                "verbs": Value(rule.verbs), "apiGroups": Value(rule.groups), "resources": Value(rule.resources),
            ]
            if !rule.names.isEmpty { object["resourceNames"] = Value(rule.names) }
            return .object(object)
        }
        let others = rules.filter { !$0.paths.isEmpty }.map { rule -> Value in
            ["verbs": Value(rule.verbs), "nonResourceURLs": Value(rule.paths)]
        }
        return ["incomplete": false, "resourceRules": .array(resources), "nonResourceRules": .array(others)]
    }
}
