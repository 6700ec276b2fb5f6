import Documents
import KubeAPI
import KubeModel

extension Command {
    static let diff = Command(
        name: "diff", group: .advanced, usage: "-f FILENAME",
        summary:
            "Diff configurations specified by file name or stdin between the current online configuration, and the configuration as it would be if applied.",
        details: """
            The output is always YAML. Exit status: 0 no differences were found, 1 differences were found, greater than 1 \
            kubectl failed with an error.
            """,
        examples: """
            # What an apply would change
            kubectl diff -f deployment.yaml
            """,
        flags: Flag.filename("contains the configuration to diff") + [
            .fieldManager("kubectl-client-side-apply"), .selector,
            .bool("force-conflicts", "If true, server-side apply will force the changes against conflicts."),
            .bool("server-side", "If true, apply runs in the server instead of the client."),
            .bool("show-secrets", "If true, show the values of secrets in the diff rather than asterisks."),
            .bool("show-managed-fields", "If true, include managed fields in the diff."),
            .integer(
                "concurrency", default: 1,
                "Number of objects to process in parallel when diffing against the live version."),
            .bool(
                "prune",
                "Include resources that would be deleted by pruning. Can be used with -l and default shows all resources would be pruned"
            ),
            .array("prune-allowlist", "Overwrite the default allowlist with <group/version/kind> for --prune"),
        ],
        action: .run { context throws(KubectlError) in try context.runDiff() }, errorCodeOffset: 1)
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/diff/diff.go`.
    fileprivate mutating func runDiff() throws(KubectlError) {
        if !arguments.isEmpty { throw .usage("Unexpected args: \(Self.goList(arguments))") }
        let query = query([])
        if query.files.isEmpty { throw .message("must specify one of -f and -k") }
        if flags.bool("force-conflicts"), !flags.bool("server-side") {
            throw .message("--force-conflicts only works with --server-side")
        }
        let result = try find(query)
        if let error = KubectlError.joined(result.errors) { throw error }
        var hasDifferences = false
        for info in result.infos {
            let live = try getIfPresent(info)
            var (old, new) = (live ?? Object(), try merged(info, live))
            if !flags.bool("show-managed-fields") {
                old["metadata", "managedFields"] = nil
                new["metadata", "managedFields"] = nil
            }
            if info.type.kind == "Secret" { Self.mask(&old, &new) }
            let texts = (live == nil ? "" : YAML.encode(.object(old)), YAML.encode(.object(new)))
            let lines = UnifiedDiff.lines(texts.0, texts.1)
            guard !lines.isEmpty else { continue }
            hasDifferences = true
            showDifference(lines, info)
        }
        if hasDifferences { throw .exit(code: 1) }
    }

    /// The object as the server would have it after an apply.
    private mutating func merged(_ info: ResourceInfo, _ live: Object?) throws(KubectlError) -> Object {
        let manifest = info.object ?? Object()
        var options = WriteOptions(dryRun: .server, fieldManager: flags.text("field-manager"), validation: .warn)
        if flags.bool("server-side") {
            if !flags.isSet("field-manager") { options.fieldManager = "kubectl" }
            options.forcesConflicts = flags.bool("force-conflicts")
            return try patch(info, .apply, .object(manifest), options)
        }
        guard let live else {
            var object = manifest
            object.rememberAsApplied(manifest.lastAppliedText)
            var created = try create(object, info, options)
            created.annotations[Object.lastAppliedAnnotation] = nil
            return created
        }
        let applying = Applying(options: options, isServerSide: false, deletion: Deletion(), printsObjects: false)
        let patch = try ApplyPatcher(info: info, manifest: manifest, applying: applying).patch(for: live)
        var change = patch
        // The annotation of apply always differs and tells nothing.
        change["metadata", "annotations", Object.lastAppliedAnnotation] = nil
        if change["metadata"]?["annotations"]?.object?.isEmpty ?? false { change["metadata", "annotations"] = nil }
        if change["metadata"]?.object?.isEmpty ?? false { change["metadata"] = nil }
        if change.isEmpty { return live }
        let type: PatchType = Schema.builtIn.patchSchema(for: info.type) == nil ? .merge : .strategicMerge
        return try self.patch(info, type, .object(change), options)
    }

    /// Values of secrets are not shown, only whether they differ.
    private static func mask(_ old: inout Object, _ new: inout Object) {
        let (before, after) = (old["data"]?.object ?? [:], new["data"]?.object ?? [:])
        for key in Set(before.names + after.names) {
            let isSame = before[key] == after[key]
            if before[key] != nil {
                old["data", key] = .string(isSame ? "***" : after[key] == nil ? "***" : "*** (before)")
            }
            if after[key] != nil {
                new["data", key] = .string(isSame ? "***" : before[key] == nil ? "***" : "*** (after)")
            }
        }
    }

    private mutating func showDifference(_ lines: [String], _ info: ResourceInfo) {
        let kind = (info.type.group.isEmpty ? "" : info.type.group + ".") + "\(info.type.version).\(info.type.kind)"
        let name = "\(kind).\(info.namespace).\(info.name)"
        let time = now.rfc3339.replacing("T", with: " ").replacing("Z", with: ".000000000 +0000")
        let suffix = String(UInt64(bitPattern: now.microseconds) % 4_000_000_000)
        writeLine("diff -u -N /tmp/LIVE-\(suffix)/\(name) /tmp/MERGED-\(suffix)/\(name)")
        writeLine("--- /tmp/LIVE-\(suffix)/\(name)\t\(time)")
        writeLine("+++ /tmp/MERGED-\(suffix)/\(name)\t\(time)")
        for line in lines { writeLine(line) }
    }
}
