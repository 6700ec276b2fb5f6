import Documents

extension Command {
    static let setServiceAccount = Command(
        name: "serviceaccount", aliases: ["sa"], group: .subcommands,
        usage: "(-f FILENAME | TYPE NAME) SERVICE_ACCOUNT",
        summary: "Update the service account of pod template resources.",
        examples: """
            # Run the pods of a deployment as another service account
            kubectl set serviceaccount deployment web builder
            """,
        flags: Flag.setting("identifying the resource to get from a server.").filter { $0.name != "selector" } + [
            .record
        ],
        completion: .objects,
        action: .run { context throws(KubectlError) in try context.runSetServiceAccount() })
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/set/set_serviceaccount.go`.
    fileprivate mutating func runSetServiceAccount() throws(KubectlError) {
        guard let account = arguments.last else { throw .message("serviceaccount is required") }
        let dryRun = try dryRun()
        try checkSetFlags(dryRun)
        let infos = try settable(Array(arguments.dropLast()))
        let operation = SetOperation(
            name: "serviceaccount updated", failure: "failed to patch ServiceAccountName ", records: true)
        try change(infos, operation) { object, info, _ throws(KubectlError) in
            let path = try PodSpecPath.required(info)
            object[path: path + ["serviceAccountName"]] = .string(account)
        }
    }
}
