import Documents

/// Who a binding gives a role to: `--user`, `--group`, `--serviceaccount`.
enum Subjects {
    static let flags: [Flag] = [
        .array("user", "Usernames to bind to the role. The flag can be repeated to add multiple users."),
        .array("group", "Groups to bind to the role. The flag can be repeated to add multiple groups."),
        .array(
            "serviceaccount",
            "Service accounts to bind to the role, in the format <namespace>:<name>. The flag can be repeated to add multiple service accounts."
        ),
    ]

    static func parse(_ flags: ParsedFlags) throws(KubectlError) -> [Value] {
        let named = [("User", "user"), ("Group", "group")].flatMap { kind, flag in
            flags.list(flag).map { name -> Value in
                ["apiGroup": "rbac.authorization.k8s.io", "kind": .string(kind), "name": .string(name)]
            }
        }
        return named + (try serviceAccounts(flags.list("serviceaccount")))
    }

    private static func serviceAccounts(_ words: [String]) throws(KubectlError) -> [Value] {
        var subjects: [Value] = []
        for word in words {
            let parts = word.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
                throw .message("serviceaccount must be <namespace>:<name>")
            }
            subjects.append(["kind": "ServiceAccount", "name": .string(parts[1]), "namespace": .string(parts[0])])
        }
        return subjects
    }
}

extension Command {
    static let createRoleBinding = generator(
        "rolebinding",
        usage:
            "NAME --clusterrole=NAME|--role=NAME [--user=username] [--group=groupname] [--serviceaccount=namespace:serviceaccountname] [--dry-run=server|client|none]",
        summary: "Create a role binding for a particular role or cluster role.",
        examples: """
            # A role of this namespace for a user
            kubectl create rolebinding jane-reads --role=pod-reader --user=jane

            # A cluster role, in this namespace only, for a service account
            kubectl create rolebinding builder-views --clusterrole=view --serviceaccount=default:builder
            """,
        flags: Subjects.flags + [
            .text("clusterrole", "ClusterRole this RoleBinding should reference"),
            .text("role", "Role this RoleBinding should reference"),
        ], failure: "failed to create rolebinding: "
    ) { context throws(KubectlError) in
        let name = try context.nameArgument()
        let role = context.flags.text("role"), clusterRole = context.flags.text("clusterrole")
        guard role.isEmpty != clusterRole.isEmpty else {
            throw .message("exactly one of clusterrole or role must be specified")
        }
        return try binding(
            "RoleBinding", name, roleKind: role.isEmpty ? "ClusterRole" : "Role", role: role + clusterRole, context)
    }

    static let createClusterRoleBinding = generator(
        "clusterrolebinding",
        usage:
            "NAME --clusterrole=NAME [--user=username] [--group=groupname] [--serviceaccount=namespace:serviceaccountname] [--dry-run=server|client|none]",
        summary: "Create a cluster role binding for a particular cluster role.",
        examples: """
            # Everything, for two users and a group
            kubectl create clusterrolebinding admins --clusterrole=cluster-admin --user=jane --user=bob --group=ops
            """,
        flags: Subjects.flags + [
            Flag.text("clusterrole", "ClusterRole this ClusterRoleBinding should reference").required
        ],
        failure: "failed to create clusterrolebinding: "
    ) { context throws(KubectlError) in
        let name = try context.nameArgument()
        return try binding(
            "ClusterRoleBinding", name, roleKind: "ClusterRole", role: context.flags.text("clusterrole"), context)
    }

    private static func binding(
        _ kind: String, _ name: String, roleKind: String, role: String, _ context: KubectlContext
    ) throws(KubectlError) -> Object {
        var object: Object = [
            "apiVersion": "rbac.authorization.k8s.io/v1", "kind": .string(kind), "metadata": ["name": .string(name)],
            "roleRef": ["apiGroup": "rbac.authorization.k8s.io", "kind": .string(roleKind), "name": .string(role)],
        ]
        let subjects = try Subjects.parse(context.flags)
        if !subjects.isEmpty { object["subjects"] = .array(subjects) }
        return object
    }
}
