import Documents
import KubeAPI
import KubeModel
import KubePrinting

extension Command {
    static let authWhoAmI = Command(
        name: "whoami", group: .subcommands, usage: "",
        summary: "Experimental: Check who you are and your attributes (groups, extra).",
        examples: """
            # As whom the server sees you
            kubectl auth whoami
            """,
        flags: Flag.printing,
        action: .run { context throws(KubectlError) in
            let body: Value = ["apiVersion": "authentication.k8s.io/v1", "kind": "SelfSubjectReview", "metadata": [:]]
            let answer = try context.object(of: APIRequest(.create, .selfSubjectReviews, body: body))
            guard context.flags.text("output").isEmpty else {
                var printer = try context.printer(operation: "", dryRun: .none)
                return try context.show(answer, with: &printer, isTyped: true)
            }
            let user = answer["status"]?["userInfo"]
            var rows = [["ATTRIBUTE", "VALUE"], ["Username", user?["username"]?.string ?? ""]]
            if let uid = user?["uid"]?.string { rows.append(["UID", uid]) }
            let groups = user?["groups"]?.array?.compactMap(\.string) ?? []
            if !groups.isEmpty { rows.append(["Groups", KubectlContext.goList(groups)]) }
            var writer = TabWriter.table
            context.write(writer.align(rows.map { $0.joined(separator: "\t") + "\n" }.joined()))
        })

    static let authReconcile = Command(
        name: "reconcile", group: .subcommands, usage: "-f FILENAME",
        summary: "Reconciles rules for RBAC role, role binding, cluster role, and cluster role binding objects.",
        details: "Missing objects are made, and missing rules and subjects are added to existing ones.",
        examples: """
            # The roles of a file
            kubectl auth reconcile -f roles.yaml
            """,
        flags: Flag.filename("identifying the resource to reconcile.") + Flag.printing + [
            .dryRun, .bool("remove-extra-permissions", "If true, removes extra permissions added to roles"),
            .bool("remove-extra-subjects", "If true, removes extra subjects added to rolebindings"),
        ],
        action: .run { context throws(KubectlError) in try context.reconcileRoles() })
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/auth/reconcile.go`.
    fileprivate mutating func reconcileRoles() throws(KubectlError) {
        let query = query([])
        if query.files.isEmpty { throw .message("must specify one of -f and -k") }
        let dryRun = try dryRun()
        var printer = try printer(operation: "reconciled", dryRun: dryRun)
        let kinds = ["Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding"]
        for info in try find(query).checked().infos {
            guard info.type.group == "rbac.authorization.k8s.io", kinds.contains(info.type.kind),
                let wanted = info.object
            else {
                throw .message(
                    "only rbac.authorization.k8s.io/v1 is supported: not *\(info.type.version).\(info.type.kind)")
            }
            let options = WriteOptions(dryRun: dryRun, fieldManager: "kubectl", validation: .warn)
            var object = wanted
            if let existing = try getIfPresent(info) {
                object = merged(existing, wanted)
                if dryRun != .client, object != existing { object = try replace(object, info, options) }
            } else if dryRun != .client {
                object = try create(wanted, info, options)
            }
            try show(object, with: &printer)
        }
    }

    private func merged(_ existing: Object, _ wanted: Object) -> Object {
        var object = existing
        for (field, flag) in [("rules", "remove-extra-permissions"), ("subjects", "remove-extra-subjects")] {
            guard let list = wanted[field]?.array else { continue }
            let old = existing[field]?.array ?? []
            object[field] = .array(flags.bool(flag) ? list : old + list.filter { !old.contains($0) })
        }
        return object
    }
}
