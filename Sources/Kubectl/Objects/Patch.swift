import Documents
import KubeAPI
import KubeModel
import Shell

extension Command {
    static let patch = Command(
        name: "patch", group: .advanced, usage: "(-f FILENAME | TYPE NAME) [-p PATCH|--patch-file FILE]",
        summary: "Update fields of a resource using strategic merge patch, a JSON merge patch, or a JSON patch.",
        details: "JSON and YAML formats are accepted.",
        examples: """
            # One field, with a strategic merge patch
            kubectl patch node node-1 -p '{"spec":{"unschedulable":true}}'

            # Replace a list whole, with a merge patch
            kubectl patch deployment web --type=merge -p '{"spec":{"template":{"spec":{"tolerations":[]}}}}'

            # One place in the object, with a JSON patch
            kubectl patch pod web --type=json -p='[{"op":"replace","path":"/spec/containers/0/image","value":"nginx:1.27"}]'

            # The scale of a deployment
            kubectl patch deployment web --subresource='scale' --type='merge' -p '{"spec":{"replicas":2}}'
            """,
        flags: Flag.filename("identifying the resource to update") + Flag.printing + [
            .dryRun, .fieldManager("kubectl-patch"), .local, .record,
            .text("patch", "p", "The patch to be applied to the resource JSON file."),
            .text("patch-file", "A file containing a patch to be applied to the resource.").offering(.files),
            .text("type", default: "strategic", "The type of patch being provided; one of [json merge strategic]")
                .offering(.words(["json", "merge", "strategic"])),
            .subresource(["status", "scale", "resize"]),
        ],
        completion: .objects,
        action: .run { context throws(KubectlError) in try context.runPatch() })
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/patch/patch.go`.
    fileprivate mutating func runPatch() throws(KubectlError) {
        let dryRun = try dryRun()
        try checkPatchFlags(dryRun)
        let type = try patchType()
        let body = try patchBody()
        var query = query()
        query.fetchesLatest = true
        query.subresource = flags.text("subresource")
        var result = try find(query)
        if result.infos.isEmpty, result.errors.isEmpty { throw .message("no objects passed to patch") }
        for info in result.infos {
            do { try patch(info, type, body, dryRun) } catch { result.errors.append(error) }
        }
        if let error = KubectlError.joined(result.errors) { throw error }
    }

    private func checkPatchFlags(_ dryRun: DryRun) throws(KubectlError) {
        if !flags.text("patch").isEmpty, !flags.text("patch-file").isEmpty {
            throw .message("cannot specify --patch and --patch-file together")
        }
        if flags.text("patch").isEmpty, flags.text("patch-file").isEmpty {
            throw .message("must specify --patch or --patch-file containing the contents of the patch")
        }
        if flags.bool("local"), arguments.count > 0, flags.list("filename").isEmpty {
            throw .message("cannot specify --local and server resources")
        }
        if flags.bool("local"), dryRun == .server {
            throw .message("cannot specify --local and --dry-run=server - did you mean --dry-run=client?")
        }
    }

    private func patchType() throws(KubectlError) -> PatchType {
        switch flags.text("type").lowercased() {
        case "strategic", "": return .strategicMerge
        case "merge": return .merge
        case "json": return .json
        default: throw .message("--type must be one of [json merge strategic], not \(flags.text("type").goQuoted)")
        }
    }

    /// JSON that does not parse is the server's to complain of; YAML that does not is ours.
    private func patchBody() throws(KubectlError) -> Value {
        var bytes = Array(flags.text("patch").utf8)
        let path = flags.text("patch-file")
        if !path.isEmpty {
            do { bytes = try readFile(path) } catch {
                throw .message("unable to read patch file: open \(path): \(error.goReason)")
            }
        }
        let first = bytes.first { $0 > 32 }
        do {
            return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
                ? try JSON.parse(bytes) : try YAML.parse(bytes)
        } catch {
            if case .json = error { throw .server(.badRequest(error.message)) }
            throw .message("unable to parse \(String(decoding: bytes, as: UTF8.self).goQuoted): \(error.yamlMessage)")
        }
    }

    private mutating func patch(_ info: ResourceInfo, _ type: PatchType, _ body: Value, _ dryRun: DryRun)
        throws(KubectlError)
    {
        let original = info.object ?? Object()
        var object = original
        var info = info
        info.subresource = flags.text("subresource")
        if dryRun == .client || flags.bool("local") {
            object = try patched(original, by: body, type: flags.text("type"), resource: info.type)
        } else {
            object = try sent(info, type, body, dryRun)
            if flags.bool("record"), dryRun == .none { try recordCause(of: info) }
        }
        let operation = object == original ? "patched (no change)" : "patched"
        // What changes nothing is not said to have been only tried.
        var printer = try printer(operation: operation, dryRun: object == original ? .none : dryRun)
        try show(object, with: &printer)
    }

    /// A kind that cannot be patched in this way is named, with the server's reason behind it.
    private mutating func sent(_ info: ResourceInfo, _ type: PatchType, _ body: Value, _ dryRun: DryRun)
        throws(KubectlError) -> Object
    {
        let options = WriteOptions(dryRun: dryRun, fieldManager: flags.text("field-manager"), validation: .warn)
        do { return try patch(info, type, body, options) } catch .server(.unsupportedMediaType(let message), _) {
            let kind = info.type.groupVersionKind
            let name = "\(kind.apiVersion), Kind=\(kind.kind)"
            throw .message("\(type.rawValue) is not supported by \(name): \(message)")
        }
    }
}

extension KubectlContext {
    /// An object with a patch applied here rather than by the server.
    func patched(_ object: Object, by patch: Value, type: String, resource: ResourceType? = nil) throws(KubectlError)
        -> Object
    {
        let resource = resource ?? connection.resources.type(apiVersion: object.apiVersion, kind: object.kind)
        let result: Value
        switch type {
        case "json":
            do { result = try JSONPatch.apply(patch, to: .object(object)) } catch { throw .message(error.message) }
        case "strategic", "":
            guard let resource, let schema = Schema.builtIn.patchSchema(for: resource) else {
                throw .message("strategic merge patch is not supported for \(object.kind)")
            }
            do { result = try StrategicMergePatch.apply(patch, to: .object(object), schema: schema) } catch {
                throw .message(error.message)
            }
        case "merge": result = MergePatch.apply(patch, to: .object(object))
        default: throw .message("invalid override type: \(type)")
        }
        return result.object ?? object
    }
}

extension DocumentError {
    /// The sentence without kubectl's own beginning.
    fileprivate var yamlMessage: String {
        let beginning = "error converting YAML to JSON: "
        return message.hasPrefix(beginning) ? String(message.dropFirst(beginning.count)) : message
    }
}
