import Documents
import KubeAPI
import KubeModel

extension Command {
    static let replace = Command(
        name: "replace", group: .advanced, usage: "-f FILENAME",
        summary: "Replace a resource by file name or stdin.",
        details: """
            JSON and YAML formats are accepted. The complete resource must be given, as kubectl get TYPE NAME -o yaml prints \
            it. With --force it is deleted and made again.
            """,
        examples: """
            # What a file describes
            kubectl replace -f ./pod.yaml

            # Delete it and make it again
            kubectl replace --force -f ./pod.yaml
            """,
        flags: Flag.filename("to use to replace the resource.") + Flag.printing + Flag.secondaryDeletion + [
            .dryRun, .fieldManager("kubectl-replace"), .saveConfig, .validate,
            .text("raw", "Raw URI to PUT to the server."),
            .subresource(["status", "scale", "resize"]),
        ],
        action: .run { context throws(KubectlError) in try context.runReplace() })
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/replace/replace.go`.
    fileprivate mutating func runReplace() throws(KubectlError) {
        if !flags.text("raw").isEmpty, !flags.list("filename").isEmpty { return try sendRaw(.update) }
        let options = try writeOptions()
        var deletion = try deletion()
        if flags.integer("grace-period") >= 0, !flags.bool("force") {
            throw .message("--grace-period must have --force specified")
        }
        if flags.duration("timeout") != .zero, !flags.bool("force") {
            throw .message("--timeout must have --force specified")
        }
        if flags.list("filename").isEmpty, flags.text("kustomize").isEmpty {
            throw .message("must specify one of -f and -k")
        }
        var query = query([])
        query.validates = options.validation != .ignore
        let result = try find(query)
        if flags.bool("force") {
            if !flags.isSet("grace-period") { deletion.gracePeriod = -1 }
            return try forceReplace(result, options, deletion)
        }
        var printer = try printer(operation: "replaced", dryRun: options.dryRun)
        for var info in result.infos {
            info.subresource = flags.text("subresource")
            guard var object = info.object else { continue }
            if flags.bool("save-config") || object.annotations[Object.lastAppliedAnnotation] != nil {
                object.rememberAsApplied(object.lastAppliedText)
            }
            if options.dryRun != .client {
                do { object = try replace(object, info, options) } catch {
                    throw error.during("replacing", source: info.source)
                }
            }
            try show(object, with: &printer)
        }
        if let error = KubectlError.joined(result.errors) { throw error }
    }

    private mutating func forceReplace(_ result: ResourceResult, _ options: WriteOptions, _ deletion: Deletion)
        throws(KubectlError)
    {
        if let error = KubectlError.joined(result.errors) { throw error }
        var deletion = deletion
        deletion.dryRun = options.dryRun
        deletion.waits = true
        var deleted: [(ResourceInfo, uid: String)] = []
        for info in result.infos {
            do { deleted.append((info, uid: try delete(info, deletion))) } catch  where error.isNotFound { continue }
        }
        try waitForDeletion(of: deleted, deletion)
        var printer = try printer(operation: "replaced", dryRun: options.dryRun)
        for info in result.infos {
            guard var object = info.object else { continue }
            if flags.bool("save-config") { object.rememberAsApplied(object.lastAppliedText) }
            if options.dryRun != .client {
                object["metadata", "resourceVersion"] = nil
                object = try create(object, info, options)
            }
            try show(object, with: &printer)
        }
        if result.infos.isEmpty { throw .message("no objects passed to replace") }
    }
}
