import Documents
import KubeModel

extension Command {
    static let setSubject = Command(
        name: "subject", group: .subcommands,
        usage:
            "(-f FILENAME | TYPE NAME) [--user=username] [--group=groupname] [--serviceaccount=namespace:serviceaccountname] [--dry-run=server|client|none]",
        summary: "Update the user, group, or service account in a role binding or cluster role binding.",
        examples: """
            # One more user
            kubectl set subject rolebinding readers --user=jane

            # A service account and a group
            kubectl set subject clusterrolebinding admins --serviceaccount=default:builder --group=ops
            """,
        flags: Flag.setting("the resource to update the subjects") + Subjects.flags,
        completion: .objects,
        action: .run { context throws(KubectlError) in try context.runSetSubject() })
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/set/set_subject.go`.
    fileprivate mutating func runSetSubject() throws(KubectlError) {
        let dryRun = try dryRun()
        let infos = try settable(arguments)
        try checkSetFlags(dryRun)
        let accounts = flags.list("serviceaccount")
        if flags.list("user").isEmpty, flags.list("group").isEmpty, accounts.isEmpty {
            throw .message("you must specify at least one value of user, group or serviceaccount")
        }
        for account in accounts {
            let parts = account.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[1].isEmpty else {
                throw .message("serviceaccount must be <namespace>:<name>")
            }
            if parts[0].isEmpty, infos.contains(where: { $0.type.kind == "ClusterRoleBinding" }) {
                throw .message("serviceaccount must be <namespace>:<name>, namespace must be specified")
            }
        }
        let subjects = self.subjects
        let operation = SetOperation(name: "subjects updated", failure: "failed to patch subjects to rolebinding: ")
        try change(infos, operation) { object, info, _ throws(KubectlError) in
            guard info.type.kind == "RoleBinding" || info.type.kind == "ClusterRoleBinding" else {
                throw .message(
                    "error: \(info.resourceName) setting subjects is only supported for RoleBinding/ClusterRoleBinding\n"
                )
            }
            let existing = object["subjects"]?.array ?? []
            let added = subjects.filter { !existing.contains($0) }
            if !added.isEmpty { object["subjects"] = .array(existing + added) }
        }
    }

    /// Each kind in the order of the names.
    private var subjects: [Value] {
        func names(_ flag: String) -> [String] { Set(flags.list(flag)).sorted() }
        let named = [("User", "user"), ("Group", "group")].flatMap { kind, flag in
            names(flag).map { name -> Value in
                ["apiGroup": "rbac.authorization.k8s.io", "kind": .string(kind), "name": .string(name)]
            }
        }
        return named
            + names("serviceaccount").map { account in
                let parts = account.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
                let place = parts[0].isEmpty ? namespace : parts[0]
                return ["kind": "ServiceAccount", "name": .string(parts[1]), "namespace": .string(place)]
            }
    }
}
