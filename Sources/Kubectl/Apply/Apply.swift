import Documents
import KubeAPI
import KubeModel

extension Command {
    static let apply = Command(
        name: "apply", group: .advanced, usage: "(-f FILENAME | -k DIRECTORY)",
        summary: "Apply a configuration to a resource by file name or stdin.",
        details: """
            The resource name must be specified. An object that does not exist yet is created. To use apply later, always \
            create objects with apply or with create --save-config. JSON and YAML formats are accepted.
            """,
        examples: """
            # What a file describes
            kubectl apply -f ./deployment.yaml

            # A folder with a kustomization.yaml
            kubectl apply -k overlays/production

            # Let the server merge, and take over fields of others
            kubectl apply --server-side --force-conflicts -f ./deployment.yaml

            # Remove what is no longer in the files
            kubectl apply --prune -f manifests/ -l app=web
            """,
        flags: Flag.filename("that contains the configuration to apply") + Flag.printing + Flag.secondaryDeletion + [
            .validate, .dryRun, .selector, .fieldManager("kubectl-client-side-apply"), .record,
            .bool("server-side", "If true, apply runs in the server instead of the client."),
            .bool("force-conflicts", "If true, server-side apply will force the changes against conflicts."),
            .bool(
                "overwrite", default: true,
                "Automatically resolve conflicts between the modified and live configuration by using values from the modified configuration"
            ),
            .bool(
                "openapi-patch", default: true,
                "If true, use openapi to calculate diff when the openapi presents and the resource can be found in the openapi spec."
            ),
            .bool(
                "prune",
                "Automatically delete resource objects that do not appear in the configs and were made by apply."),
            .array("prune-allowlist", "Overwrite the default allowlist with <group/version/kind> for --prune"),
            .all("Select all resources in the namespace of the specified resource types."),
            .text("applyset", "[alpha] The name of the ApplySet that tracks which resources are being managed.").hidden,
            .subresource(["status", "scale", "resize"]),
        ],
        subcommands: [.applyEditLastApplied, .applySetLastApplied, .applyViewLastApplied],
        action: .run { context throws(KubectlError) in try context.runApply() })
}

/// How one run of apply works.
struct Applying {
    var options: WriteOptions
    var isServerSide: Bool
    var deletion: Deletion
    /// Objects are printed whole at the end rather than each as it is done.
    var printsObjects: Bool
    /// What was applied, for printing and pruning.
    var visited: [ResourceInfo] = []
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/apply/apply.go`.
    fileprivate mutating func runApply() throws(KubectlError) {
        if !arguments.isEmpty { throw .usage("Unexpected args: \(Self.goList(arguments))") }
        var applying = try applying()
        var query = query([])
        if query.files.isEmpty { throw .message("must specify one of -f and -k") }
        try checkApplyFlags(applying)
        query.selectsAll = false
        query.validates = applying.options.validation != .ignore
        var result = try find(query)
        if result.infos.isEmpty, result.errors.isEmpty { throw .message("no objects passed to apply") }
        for info in result.infos {
            do { try apply(info, &applying) } catch { result.errors.append(error) }
        }
        if let error = KubectlError.joined(result.errors) { throw error }
        if applying.printsObjects { try showApplied(applying) }
        if flags.bool("prune") { try prune(applying) }
    }

    private func applying() throws(KubectlError) -> Applying {
        let isServerSide = flags.bool("server-side")
        let dryRun = try dryRun()
        if flags.bool("force-conflicts"), !isServerSide {
            throw .message("--force-conflicts only works with --server-side")
        }
        if isServerSide, dryRun == .client {
            throw .message("--dry-run=client doesn't work with --server-side (did you mean --dry-run=server instead?)")
        }
        var options = WriteOptions(dryRun: dryRun, validation: try validation())
        options.forcesConflicts = isServerSide && flags.bool("force-conflicts")
        options.fieldManager =
            isServerSide && !flags.isSet("field-manager") ? "kubectl" : flags.text("field-manager")
        let output = flags.text("output")
        return Applying(
            options: options, isServerSide: isServerSide, deletion: try deletion(),
            printsObjects: !(output.isEmpty && flags.text("template").isEmpty) && output != "name")
    }

    private func checkApplyFlags(_ applying: Applying) throws(KubectlError) {
        if flags.bool("force"), applying.isServerSide { throw .message("--force cannot be used with --server-side") }
        if flags.bool("force"), applying.options.dryRun == .server {
            throw .message("--dry-run=server cannot be used with --force")
        }
        if flags.bool("all"), !flags.text("selector").isEmpty {
            throw .message("cannot set --all and --selector at the same time")
        }
        for text in flags.list("prune-allowlist") { _ = try prunedType(text) }
        if flags.bool("prune"), !flags.bool("all"), flags.text("selector").isEmpty {
            throw .message(
                "all resources selected for prune without explicitly passing --all. To prune all resources, pass the --all flag. If you did not mean to prune all resources, specify a label selector"
            )
        }
    }

    private mutating func apply(_ info: ResourceInfo, _ applying: inout Applying) throws(KubectlError) {
        var info = info
        guard var object = info.object else { return }
        if flags.bool("record") { object.annotations["kubernetes.io/change-cause"] = .string(changeCause) }
        if info.name.isEmpty, let generated = object["metadata"]?["generateName"]?.string, !generated.isEmpty {
            throw .message("from \(generated): cannot use generate name with apply")
        }
        info.object = object
        if applying.isServerSide { return try applyServerSide(info, &applying) }
        let current: Object?
        do { current = try getIfPresent(info) } catch {
            throw error.during(
                "retrieving current configuration of:\n\(info.goDescription)\nfrom server for:", source: info.source)
        }
        guard let current else { return try applyCreating(info, &applying) }
        try applyPatching(info, current, &applying)
    }

    private mutating func applyCreating(_ info: ResourceInfo, _ applying: inout Applying) throws(KubectlError) {
        var info = info
        guard var object = info.object else { return }
        object.rememberAsApplied(object.lastAppliedText)
        if applying.options.dryRun != .client {
            do { object = try create(object, info, applying.options) } catch {
                throw error.during("creating", source: info.source)
            }
        }
        info.object = object
        try report(info, "created", &applying)
    }

    private mutating func applyPatching(_ info: ResourceInfo, _ current: Object, _ applying: inout Applying)
        throws(KubectlError)
    {
        var info = info
        let manifest = info.object ?? Object()
        info.object = current
        if applying.options.dryRun == .client { return try report(info, "configured", &applying) }
        if current.annotations[Object.lastAppliedAnnotation] == nil {
            warn(
                "resource \(info.resourceName) is missing the kubectl.kubernetes.io/last-applied-configuration annotation which is required by kubectl apply. kubectl apply should only be used on resources created declaratively by either kubectl create --save-config or kubectl apply. The missing annotation will be patched automatically."
            )
        }
        var patcher = ApplyPatcher(info: info, manifest: manifest, applying: applying)
        let (object, isChanged) = try patcher.apply(to: current, in: &self)
        info.object = object
        warnIfDeleting(info)
        try report(info, isChanged ? "configured" : "unchanged", &applying)
    }

    private mutating func applyServerSide(_ info: ResourceInfo, _ applying: inout Applying) throws(KubectlError) {
        var info = info
        do {
            info.object = try patch(info, .apply, .object(info.object ?? Object()), applying.options)
        } catch  where error.reason == "Conflict" {
            throw .message(error.text + Self.conflictHelp)
        }
        warnIfDeleting(info)
        try report(info, "serverside-applied", &applying)
    }

    private mutating func report(_ info: ResourceInfo, _ operation: String, _ applying: inout Applying)
        throws(KubectlError)
    {
        applying.visited.append(info)
        if applying.printsObjects { return }
        var printer = try printer(operation: operation, dryRun: applying.options.dryRun)
        try show(info.object ?? Object(), with: &printer)
    }

    private mutating func warnIfDeleting(_ info: ResourceInfo) {
        guard info.object?.isTerminating == true else { return }
        warn("Detected changes to resource \(info.name) which is currently being deleted.")
    }

    private mutating func showApplied(_ applying: Applying) throws(KubectlError) {
        var printer = try printer(operation: "", dryRun: applying.options.dryRun)
        let objects = applying.visited.map { $0.object ?? Object() }
        if objects.count == 1 { return try show(objects[0], with: &printer) }
        let list: Object = [
            "apiVersion": "v1", "items": .array(objects.map(Value.object)), "kind": "List",
            "metadata": ["resourceVersion": ""],
        ]
        try show(list, with: &printer)
    }

    static let conflictHelp = """

        Please review the fields above--they currently have other managers. Here
        are the ways you can resolve this warning:
        * If you intend to manage all of these fields, please re-run the apply
          command with the `--force-conflicts` flag.
        * If you do not intend to manage all of the fields, please edit your
          manifest to remove references to the fields that should keep their
          current managers.
        * You may co-own fields by updating your manifest to match the existing
          value; in this case, you'll become the manager if the other manager(s)
          stop managing the field (remove it from their configuration).
        See https://kubernetes.io/docs/reference/using-api/server-side-apply/#conflicts
        """
}

extension ResourceInfo {
    /// The two lines by which apply's errors name an object.
    var goDescription: String {
        "Resource: \(type.goDescription.goQuoted), GroupVersionKind: \(type.goKindDescription.goQuoted)\nName: \(name.goQuoted), Namespace: \(namespace.goQuoted)"
    }
}
