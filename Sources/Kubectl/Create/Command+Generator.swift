import Documents
import KubeAPI
import KubeModel

extension Command {
    /// A command that makes one object from its flags and creates it.
    static func generator(
        _ name: String, aliases: [String] = [], usage: String, summary: String, details: String = "", examples: String,
        flags: [Flag], failure: String = "",
        make: @escaping @Sendable (inout KubectlContext) throws(KubectlError) -> Object
    ) -> Command {
        Command(
            name: name, aliases: aliases, group: .subcommands, usage: usage, summary: summary, details: details,
            examples: examples,
            flags: Flag.printing + [.saveConfig, .validate, .dryRun, .fieldManager("kubectl-create")] + flags,
            action: .run { context throws(KubectlError) in
                let options = try context.writeOptions()
                var printer = try context.printer(operation: "created", dryRun: options.dryRun)
                var object = try make(&context)
                if context.call.isNamespaceExplicit, context.isNamespaced(object) {
                    object.namespace = context.namespace
                }
                if context.flags.bool("save-config") { object.rememberAsApplied(context.typedText(of: object)) }
                if options.dryRun != .client { object = try context.createGenerated(object, options, failure) }
                try context.show(object, with: &printer, isTyped: true)
            })
    }
}

extension KubectlContext {
    func writeOptions() throws(KubectlError) -> WriteOptions {
        WriteOptions(dryRun: try dryRun(), fieldManager: flags.text("field-manager"), validation: try validation())
    }

    /// The only argument, or those before `--`.
    ///
    /// Source: `k8s.io/kubectl/pkg/cmd/create` `NameFromCommandArgs`.
    func nameArgument() throws(KubectlError) -> String {
        let count = call.dashIndex ?? arguments.count
        guard count == 1 else { throw .usage("exactly one NAME is required, got \(count)") }
        return arguments[0]
    }

    func isNamespaced(_ object: Object) -> Bool {
        connection.resources.type(apiVersion: object.apiVersion, kind: object.kind)?.isNamespaced ?? false
    }

    func info(ofGenerated object: Object) throws(KubectlError) -> ResourceInfo {
        guard let type = connection.resources.type(apiVersion: object.apiVersion, kind: object.kind) else {
            throw .message("no matches for kind \(object.kind.goQuoted) in version \(object.apiVersion.goQuoted)")
        }
        return ResourceInfo(
            type: type, namespace: object.namespace.isEmpty ? namespace : object.namespace, name: object.name)
    }

    /// Creates an object; `failure` stands before the words of the server: `failed to create deployment: `.
    fileprivate mutating func createGenerated(_ object: Object, _ options: WriteOptions, _ failure: String)
        throws(KubectlError) -> Object
    {
        do { return try create(object, try info(ofGenerated: object), options) } catch {
            if failure.isEmpty { throw error }
            throw .message(failure + error.text)
        }
    }
}

extension Object {
    static let lastAppliedAnnotation = "kubectl.kubernetes.io/last-applied-configuration"

    /// Keeps a manifest in the object, for the next `kubectl apply`.
    mutating func rememberAsApplied(_ manifest: String) {
        annotations[Self.lastAppliedAnnotation] = .string(manifest + "\n")
    }
}
