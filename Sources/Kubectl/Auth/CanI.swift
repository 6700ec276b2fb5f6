import Documents
import KubeAPI
import KubeModel
import KubePrinting

extension Command {
    static let auth = Command(
        name: "auth", group: .troubleshooting, summary: "Inspect authorization.",
        subcommands: [.authCanI, .authReconcile, .authWhoAmI], action: .group)

    static let authCanI = Command(
        name: "can-i", group: .subcommands, usage: "VERB [TYPE | TYPE/NAME | NONRESOURCEURL]",
        summary: "Check whether an action is allowed.",
        details:
            "VERB is a verb of the API such as get, list, watch or delete; TYPE is a resource; NONRESOURCEURL is a path that begins with a slash.",
        examples: """
            # May I make pods in any namespace?
            kubectl auth can-i create pods --all-namespaces

            # May this service account list secrets?
            kubectl auth can-i list secrets --as=system:serviceaccount:default:builder

            # Everything I may do in this namespace
            kubectl auth can-i --list
            """,
        flags: [
            .bool("all-namespaces", "A", "If true, check the specified action in all namespaces."),
            .bool("list", "If true, prints all allowed actions."),
            .bool("no-headers", "If true, prints allowed actions without headers"),
            .bool("quiet", "q", "If true, suppress output and just return the exit code."),
            .text("subresource", "SubResource such as pod/log or deployment/scale"),
        ],
        completion: .words(["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"]),
        action: .run { context throws(KubectlError) in try context.canI() })
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/auth/cani.go`.
    fileprivate mutating func canI() throws(KubectlError) {
        if flags.bool("list") {
            if !arguments.isEmpty { throw .message("list option must be specified with no arguments") }
            return try listRules()
        }
        if flags.bool("quiet"), flags.bool("list") {
            throw .message("list option can't be specified with neither quiet option")
        }
        guard arguments.count == 2 || arguments.count == 3 else {
            throw .message(
                "you must specify two arguments: verb resource or verb resource/resourceName.\nSee 'kubectl auth can-i -h' for help and examples."
            )
        }
        let status = try review(try accessAttributes())
        let isAllowed = status?["allowed"]?.bool ?? false
        if flags.bool("quiet") {
            if !isAllowed { throw .exit(code: 1) }
            return
        }
        if isAllowed { return writeLine("yes") }
        let reason = status?["reason"]?.string ?? ""
        writeLine(reason.isEmpty ? "no" : "no - \(reason)")
        throw .exit(code: 1)
    }

    private mutating func review(_ attributes: Value) throws(KubectlError) -> Value? {
        let body: Value = [
            "apiVersion": "authorization.k8s.io/v1", "kind": "SelfSubjectAccessReview", "metadata": [:],
            "spec": attributes,
        ]
        return try object(of: APIRequest(.create, .selfSubjectAccessReviews, body: body))["status"]
    }

    private mutating func accessAttributes() throws(KubectlError) -> Value {
        let verb = arguments[0]
        if arguments[1].hasPrefix("/") {
            if arguments.count > 2 || !flags.text("subresource").isEmpty {
                throw .message("--subresource can not be used with NonResourceURL")
            }
            return ["nonResourceAttributes": ["verb": .string(verb), "path": .string(arguments[1])]]
        }
        if arguments.count == 3, arguments[1].contains("/") {
            throw .message(
                "you must specify two arguments: verb resource or verb resource/resourceName.\nSee 'kubectl auth can-i -h' for help and examples."
            )
        }
        let parts = arguments[1].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let name = arguments.count == 3 ? arguments[2] : parts.count == 2 ? parts[1] : ""
        var attributes: Object = [
            "verb": .string(verb), "namespace": .string(flags.bool("all-namespaces") ? "" : namespace),
            "name": .string(name),
            "subresource": .string(flags.text("subresource")),
        ]
        let type = parts[0] == "*" ? nil : connection.resources.resource(for: parts[0])
        if let type {
            attributes["group"] = .string(type.group)
            attributes["resource"] = .string(type.plural)
            if !type.isNamespaced, !flags.bool("all-namespaces") {
                attributes["namespace"] = ""
                printError(
                    "Warning: resource '\(type.plural)' is not namespace scoped\(type.group.isEmpty ? "" : " in group '\(type.group)'")\n"
                )
            }
        } else {
            let pieces = parts[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            attributes["resource"] = .string(pieces[0])
            attributes["group"] = .string(pieces.count == 2 ? pieces[1] : parts[0] == "*" ? "*" : "")
            if parts[0] != "*" {
                printError(
                    "Warning: the server doesn't have a resource type '\(pieces[0])'\(pieces.count == 2 ? " in group '\(pieces[1])'" : "")\n"
                )
            }
        }
        return ["resourceAttributes": .object(attributes)]
    }

    /// The table of `--list`.
    private mutating func listRules() throws(KubectlError) {
        let body: Value = [
            "apiVersion": "authorization.k8s.io/v1", "kind": "SelfSubjectRulesReview", "metadata": [:],
            "spec": ["namespace": .string(namespace)],
        ]
        let status = try object(of: APIRequest(.create, .selfSubjectRulesReviews, body: body))["status"]
        func list(_ rule: Value, _ field: String) -> [String] { rule[field]?.array?.compactMap(\.string) ?? [] }
        func goList(_ rule: Value, _ field: String) -> String { "[\(list(rule, field).joined(separator: " "))]" }
        var rows: [[String]] = []
        for rule in status?["resourceRules"]?.array ?? [] {
            for resource in list(rule, "resources") {
                for group in list(rule, "apiGroups") {
                    let name = group.isEmpty ? resource : "\(resource).\(group)"
                    rows.append([name, "[]", goList(rule, "resourceNames"), goList(rule, "verbs")])
                }
            }
        }
        rows.sort { ($0[0], $0[3]) < ($1[0], $1[3]) }
        for rule in status?["nonResourceRules"]?.array ?? [] {
            for path in list(rule, "nonResourceURLs").sorted() {
                rows.append(["", "[\(path)]", "[]", goList(rule, "verbs")])
            }
        }
        let headings = flags.bool("no-headers") ? [] : [["Resources", "Non-Resource URLs", "Resource Names", "Verbs"]]
        var writer = TabWriter.table
        write(writer.align((headings + rows).map { $0.joined(separator: "\t") + "\n" }.joined()))
    }
}
