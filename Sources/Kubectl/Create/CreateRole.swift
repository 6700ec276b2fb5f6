import Documents
import KubeAPI

extension Flag {
    static let policyRules: [Flag] = [
        .list("verb", "Verb that applies to the resources contained in the rule"),
        .list("resource", "Resource that the rule applies to"),
        .array(
            "resource-name", "Resource in the white list that the rule applies to, repeat this flag for multiple items"),
    ]
}

extension Command {
    static let createRole = generator(
        "role",
        usage:
            "NAME --verb=verb --resource=resource.group/subresource [--resource-name=resourcename] [--dry-run=server|client|none]",
        summary: "Create a role with single rule.",
        examples: """
            # Look at pods
            kubectl create role pod-reader --verb=get,list,watch --resource=pods

            # Scale deployments
            kubectl create role scaler --verb=patch --resource=deployments.apps/scale
            """,
        flags: Flag.policyRules
    ) { context throws(KubectlError) in
        let name = try context.nameArgument()
        let rules = PolicyRules(context.flags)
        if rules.verbs.isEmpty { throw .message("at least one verb must be specified") }
        if rules.resources.isEmpty { throw .message("at least one resource must be specified") }
        try rules.check(in: &context)
        return [
            "apiVersion": "rbac.authorization.k8s.io/v1", "kind": "Role", "metadata": ["name": .string(name)],
            "rules": .array(rules.rules(context.connection.resources)),
        ]
    }
}
