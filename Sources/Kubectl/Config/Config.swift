import Documents
import KubeModel
import KubePrinting
import Shell

extension Command {
    static let config = Command(
        name: "config", usage: "SUBCOMMAND",
        summary: "Modify kubeconfig files using subcommands like \"kubectl config set current-context my-context\".",
        details: "The configuration is that of this session; --kubeconfig names a file instead.",
        subcommands: [
            .configCurrentContext, .configDeleteCluster, .configDeleteContext, .configDeleteUser, .configGetClusters,
            .configGetContexts, .configGetUsers, .configRenameContext, .configSet, .configSetCluster, .configSetContext,
            .configSetCredentials, .configUnset, .configUseContext, .configView,
        ],
        action: .group)

    static let configView = Command(
        name: "view", group: .subcommands, usage: "[flags]",
        summary: "Display merged kubeconfig settings or a specified kubeconfig file.",
        details: "You can use --output jsonpath={...} to extract specific values using a jsonpath expression.",
        examples: """
            # All settings
            kubectl config view

            # The namespace of the current context
            kubectl config view --minify -o jsonpath='{..namespace}'
            """,
        flags: [
            .text(
                "output", "o", default: "yaml",
                "Output format. One of: (json, yaml, kyaml, name, go-template, go-template-file, template, templatefile, jsonpath, jsonpath-as-json, jsonpath-file)."
            )
            .offering(.words(OutputFormat.objectFormats)),
            .bool("flatten", "Flatten the resulting kubeconfig file into self-contained output"),
            .bool("merge", default: true, "Merge the full hierarchy of kubeconfig files"),
            .bool("minify", "Remove all information not used by current-context from the output"),
            .bool("raw", "Display raw byte data and sensitive data"),
        ] + Flag.templates,
        action: .run { context throws(KubectlError) in try context.viewConfig() })

    static let configCurrentContext = Command(
        name: "current-context", group: .subcommands, usage: "[flags]", summary: "Display the current-context.",
        examples: """
            # The current context
            kubectl config current-context
            """,
        action: .run { context throws(KubectlError) in
            let name = try context.kubeconfig().currentContext
            if name.isEmpty { throw .message("current-context is not set") }
            context.writeLine(name)
        })

    static let configGetContexts = Command(
        name: "get-contexts", group: .subcommands, usage: "[(-o|--output=)name)]",
        summary: "Describe one or many contexts.",
        examples: """
            # All contexts
            kubectl config get-contexts
            """,
        flags: [
            .bool(
                "no-headers",
                "When using the default or custom-column output format, don't print headers (default print headers)."),
            .text("output", "o", "Output format. One of: (name).").offering(.words(["name"])),
        ],
        completion: .contexts,
        action: .run { context throws(KubectlError) in try context.getContexts() })

    static let configGetClusters = Command(
        name: "get-clusters", group: .subcommands, summary: "Display clusters defined in the kubeconfig.",
        examples: "# All clusters\nkubectl config get-clusters",
        action: .run { context throws(KubectlError) in
            for line in ["NAME"] + (try context.kubeconfig().clusters.names) { context.writeLine(line) }
        })

    static let configGetUsers = Command(
        name: "get-users", group: .subcommands, summary: "Display users defined in the kubeconfig.",
        examples: "# All users\nkubectl config get-users",
        action: .run { context throws(KubectlError) in
            for line in ["NAME"] + (try context.kubeconfig().users.names) { context.writeLine(line) }
        })
}

extension KubectlContext {
    /// Source: `k8s.io/kubectl/pkg/cmd/config/view.go`.
    fileprivate mutating func viewConfig() throws(KubectlError) {
        if !arguments.isEmpty { throw .usage("unexpected arguments: \(Self.goList(arguments))") }
        if !flags.bool("merge"), flags.text("kubeconfig").isEmpty {
            throw .message("if merge==false a precise file must be specified")
        }
        var configuration = try kubeconfig()
        if !flags.text("context").isEmpty { configuration.currentContext = flags.text("context") }
        if flags.bool("minify") {
            if configuration.currentContext.isEmpty { throw .message("current-context must exist in order to minify") }
            if let missing = configuration.missingReference { throw .message("cannot locate \(missing)") }
            configuration = configuration.minified
        }
        if !flags.bool("raw") { configuration = configuration.redacted(keepsCertificates: flags.bool("flatten")) }
        let format = OutputFormat(flags)
        var printer = Printer(try style(format, allowed: OutputFormat.objectFormats), flags: flags)
        printer.order = Kubeconfig.memberOrder
        try show(configuration.document, with: &printer)
    }

    /// Source: `k8s.io/kubectl/pkg/cmd/config/get_contexts.go`.
    fileprivate mutating func getContexts() throws(KubectlError) {
        let output = flags.text("output")
        guard output.isEmpty || output == "name" else {
            throw .message(
                "--output \(output) is not available in kubectl config get-contexts; resetting to default output format"
            )
        }
        let configuration = try kubeconfig()
        let names = arguments.isEmpty ? configuration.contexts.names : arguments
        var rows: [[String]] = []
        var missing: [KubectlError] = []
        for name in names {
            guard let context = configuration.contexts[name] else {
                missing.append(.message("context \(name) not found"))
                continue
            }
            func text(_ key: String) -> String { context[key]?.string ?? "" }
            let mark = name == configuration.currentContext ? "*" : ""
            rows.append([mark, name, text("cluster"), text("user"), text("namespace")])
        }
        if output == "name" {
            for row in rows { writeLine(row[1]) }
        } else {
            let headings = flags.bool("no-headers") ? [] : [["CURRENT", "NAME", "CLUSTER", "AUTHINFO", "NAMESPACE"]]
            var writer = TabWriter.table
            write(writer.align((headings + rows).map { $0.joined(separator: "\t") + "\n" }.joined()))
        }
        if let error = KubectlError.joined(missing) { throw error }
    }

    /// Writes the configuration back to where it came from.
    mutating func save(_ configuration: Kubeconfig) throws(KubectlError) {
        let path = flags.text("kubeconfig")
        guard !path.isEmpty else {
            self.configuration = configuration
            return
        }
        do { try files.write(Array(YAML.encode(configuration.document).utf8), to: absolute(path), append: false) } catch
        {
            throw .message("open \(path): \(error.goReason)")
        }
    }
}
