import Documents
import KubeAPI
import KubeModel

/// The rules of a role from `--verb`, `--resource` and `--resource-name`.
///
/// Source: `k8s.io/kubectl/pkg/cmd/create/create_role.go`.
struct PolicyRules {
    struct Resource: Hashable {
        var group: String
        var name: String
        var subresource: String
    }

    var verbs: [String]
    var resources: [Resource]
    var resourceNames: [String]

    init(_ flags: ParsedFlags) {
        let verbs = flags.list("verb")
        self.verbs = verbs.contains("*") ? ["*"] : Self.unique(verbs)
        resources = []
        resourceNames = Self.unique(flags.list("resource-name"))
        for text in flags.list("resource") {
            let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let names = parts[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let resource = Resource(
                group: names.count == 2 ? names[1] : "", name: names[0], subresource: parts.count == 2 ? parts[1] : "")
            if text == "*" {
                resources = [resource]
                break
            }
            resources.append(resource)
        }
    }

    private static func unique(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        return words.filter { seen.insert($0).inserted }
    }
}

extension PolicyRules {
    private static let verbs = [
        "*", "get", "delete", "list", "create", "update", "patch", "watch", "proxy", "deletecollection", "use", "bind",
        "escalate", "impersonate",
    ]

    /// Verbs that only some resources know.
    private static let specialVerbs: [String: [GroupResource]] = [
        "bind": [
            GroupResource(group: "rbac.authorization.k8s.io", resource: "roles"),
            GroupResource(group: "rbac.authorization.k8s.io", resource: "clusterroles"),
        ],
        "escalate": [
            GroupResource(group: "rbac.authorization.k8s.io", resource: "roles"),
            GroupResource(group: "rbac.authorization.k8s.io", resource: "clusterroles"),
        ],
        "impersonate": [
            GroupResource(group: "", resource: "users"), GroupResource(group: "", resource: "serviceaccounts"),
            GroupResource(group: "", resource: "groups"),
            GroupResource(group: "authentication.k8s.io", resource: "userextras"),
        ],
    ]

    /// Warns of unknown verbs and refuses resources that the server does not have.
    func check(in context: inout KubectlContext) throws(KubectlError) {
        for verb in verbs where !Self.verbs.contains(verb) { context.warn("'\(verb)' is not a standard resource verb") }
        for resource in resources {
            if resource.name.isEmpty { throw .message("resource must be specified if apiGroup/subresource specified") }
            if resource.name == "*" { return }
            let found = context.connection.resources.resource(for: resource.word)
            let named = found?.groupResource ?? GroupResource(group: resource.group, resource: resource.name)
            var isKnown = found != nil
            for verb in verbs {
                guard let allowed = Self.specialVerbs[verb] else { continue }
                guard allowed.contains(named) else {
                    throw .message("can not perform '\(verb)' on '\(named.resource)' in group '\(named.group)'")
                }
                isKnown = true
            }
            if !isKnown { throw .noResourceType(resource.name, group: resource.group) }
        }
    }

    /// One rule for each API group, in the order of the groups.
    func rules(_ registry: ResourceRegistry) -> [Value] {
        var groups: [String: [String]] = [:]
        for resource in resources {
            let found = resource.name == "*" ? nil : registry.resource(for: resource.word)
            let group = found?.group ?? resource.group
            let name =
                (found?.plural ?? resource.name) + (resource.subresource.isEmpty ? "" : "/" + resource.subresource)
            if !groups[group, default: []].contains(name) { groups[group, default: []].append(name) }
        }
        return groups.keys.sorted().map { group in
            var rule: Object = [
                "apiGroups": [.string(group)], "resources": Value(groups[group] ?? []), "verbs": Value(verbs),
            ]
            if !resourceNames.isEmpty { rule["resourceNames"] = Value(resourceNames) }
            return .object(rule)
        }
    }
}

extension PolicyRules.Resource {
    /// As the command line names it, without the subresource.
    var word: String { group.isEmpty ? name : "\(name).\(group)" }
}
