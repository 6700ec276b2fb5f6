import Documents
import KubeAPI

extension Command {
    static let createClusterRole = generator(
        "clusterrole",
        usage:
            "NAME --verb=verb --resource=resource.group [--resource-name=resourcename] [--dry-run=server|client|none]",
        summary: "Create a cluster role.",
        examples: """
            # Look at nodes
            kubectl create clusterrole node-reader --verb=get,list,watch --resource=nodes

            # A path of the API that is no resource
            kubectl create clusterrole health --verb=get --non-resource-url=/healthz

            # Joined from all cluster roles with a label
            kubectl create clusterrole monitoring --aggregation-rule="example.com/aggregate-to-monitoring=true"
            """,
        flags: Flag.policyRules + [
            Flag.list("non-resource-url", "A partial url that user should have access to."),
            Flag.list("aggregation-rule", "An aggregation label selector for combining ClusterRoles.").withPlainDefault,
        ]
    ) { context throws(KubectlError) in
        let name = try context.nameArgument()
        var role: Object = [
            "apiVersion": "rbac.authorization.k8s.io/v1", "kind": "ClusterRole", "metadata": ["name": .string(name)],
        ]
        let aggregation = context.flags.list("aggregation-rule")
        let rules = PolicyRules(context.flags)
        let addresses = context.flags.list("non-resource-url")
        guard aggregation.isEmpty else {
            if !rules.verbs.isEmpty || !addresses.isEmpty || !rules.resources.isEmpty || !rules.resourceNames.isEmpty {
                throw .message(
                    "aggregation rule must be specified without nonResourceURLs, verbs, resources or resourceNames")
            }
            role["aggregationRule"] = ["clusterRoleSelectors": [["matchLabels": .object(try labels(aggregation))]]]
            role["rules"] = .null
            return role
        }
        try check(rules, addresses, in: &context)
        role["rules"] = .array(rules.rules(context.connection.resources) + addressRules(addresses, rules.verbs))
        return role
    }

    /// Source: `k8s.io/kubectl/pkg/cmd/create/create_clusterrole.go`.
    private static func check(_ rules: PolicyRules, _ addresses: [String], in context: inout KubectlContext)
        throws(KubectlError)
    {
        if rules.verbs.isEmpty { throw .message("at least one verb must be specified") }
        if rules.resources.isEmpty, addresses.isEmpty {
            throw .message("one of resource or nonResourceURL must be specified")
        }
        if !rules.resources.isEmpty { try rules.check(in: &context) }
        let allowed = ["*", "get", "post", "put", "delete", "patch", "head", "options"]
        if !addresses.isEmpty, let verb = rules.verbs.first(where: { !allowed.contains($0) }) {
            throw .message("invalid verb: '\(verb)' for nonResourceURL")
        }
        for address in addresses where address != "*" {
            if address.isEmpty || !address.hasPrefix("/") { throw .message("nonResourceURL should start with /") }
            if address.dropLast().contains("*") {
                throw .message("nonResourceURL only supports wildcard matches when '*' is at the end")
            }
        }
    }

    private static func addressRules(_ addresses: [String], _ verbs: [String]) -> [Value] {
        addresses.isEmpty ? [] : [["nonResourceURLs": Value(addresses), "verbs": Value(verbs)]]
    }

    private static func labels(_ pairs: [String]) throws(KubectlError) -> Object {
        var labels = Object()
        for pair in pairs {
            guard let (key, value) = KeyValueSources.split(pair) else {
                throw .flag(
                    .invalidValue(
                        pair, names: "--aggregation-rule", reason: "malformed pair, expect string=string"))
            }
            labels[key] = .string(value)
        }
        return labels
    }
}
