import Documents
import KubeAPI
import KubeModel

extension Command {
    static let create = Command(
        name: "create", group: .beginner, usage: "-f FILENAME",
        summary: "Create a resource from a file or from stdin.",
        details: "JSON and YAML formats are accepted.",
        examples: """
            # What a file describes
            kubectl create -f ./pod.yaml

            # What another command writes
            kubectl create deployment web --image=nginx:1.27 --dry-run=client -o yaml | kubectl create -f -
            """,
        flags: Flag.filename("to use to create the resource") + Flag.printing + [
            .saveConfig, .validate, .dryRun, .fieldManager("kubectl-create"), .selector, .record,
            .bool("edit", "Edit the API resource before creating"),
            .text("raw", "Raw URI to POST to the server."),
            .bool("windows-line-endings", "Only relevant if --edit=true. Line endings of Windows in the editor."),
        ],
        subcommands: [
            .createClusterRole, .createClusterRoleBinding, .createConfigMap, .createCronJob, .createDeployment,
            .createIngress, .createJob, .createNamespace, .createPodDisruptionBudget, .createPriorityClass,
            .createQuota, .createRole, .createRoleBinding, .createSecret, .createService, .createServiceAccount,
            .createToken,
        ],
        action: .run { context throws(KubectlError) in try context.createFromFiles() })
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/create/create.go`.
    fileprivate mutating func createFromFiles() throws(KubectlError) {
        if !flags.text("raw").isEmpty { return try sendRaw(.create) }
        var query = query([])
        if !arguments.isEmpty { throw .usage("Unexpected args: \(Self.goList(arguments))") }
        if query.files.isEmpty { throw .message("must specify one of -f and -k") }
        if flags.bool("edit") { return try editBeforeCreating() }
        let options = try writeOptions()
        query.validates = options.validation != .ignore
        var printer = try printer(operation: "created", dryRun: options.dryRun)
        var result = try find(query)
        for info in result.infos {
            do { try create(info, options, &printer) } catch {
                result.errors.append(error.during("creating", source: info.source))
            }
        }
        if let error = KubectlError.joined(result.errors) { throw error }
        if result.infos.isEmpty { throw .message("no objects passed to create") }
    }

    private mutating func create(_ info: ResourceInfo, _ options: WriteOptions, _ printer: inout Printer)
        throws(KubectlError)
    {
        guard var object = info.object else { return }
        if flags.bool("save-config") { object.rememberAsApplied(object.lastAppliedText) }
        if flags.bool("record") { object.annotations["kubernetes.io/change-cause"] = .string(changeCause) }
        if options.dryRun != .client { object = try create(object, info, options) }
        try show(object, with: &printer)
    }

    private mutating func editBeforeCreating() throws(KubectlError) {
        throw .message("create --edit is not simulated: write the manifest with --dry-run=client -o yaml and edit that")
    }
}

extension KubectlContext {
    /// The command line as `--record` keeps it: the arguments, then the flags by name.
    ///
    /// Source: `k8s.io/kubectl/pkg/cmd/util` `parseCommandArguments`.
    var changeCause: String {
        var words = [call.path] + arguments
        for flag in call.command.flags where flags.isSet(flag.name) {
            words.append("--\(flag.name)=\(recorded(flag))")
        }
        return words.joined(separator: " ")
    }

    private func recorded(_ flag: Flag) -> String {
        switch flag.kind {
        case .bool: String(flags.bool(flag.name))
        case .integer: String(flags.integer(flag.name))
        case .text: flags.text(flag.name)
        case .list, .array: "[\(flags.list(flag.name).joined(separator: ","))]"
        case .duration: flags.duration(flag.name).goText
        }
    }
}

extension Object {
    /// The manifest as the annotation keeps it: without the annotation itself.
    var lastAppliedText: String {
        var copy = self
        var annotations = copy["metadata"]?["annotations"]?.object ?? [:]
        annotations[Self.lastAppliedAnnotation] = nil
        copy["metadata", "annotations"] = .object(annotations)
        return JSON.encode(.object(copy))
    }
}
