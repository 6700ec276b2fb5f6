import Documents
import Shell

extension Command {
    static let configUseContext = Command(
        name: "use-context", aliases: ["use"], group: .subcommands, usage: "CONTEXT_NAME",
        summary: "Set the current-context in a kubeconfig file.",
        examples: "# Another cluster\nkubectl config use-context staging", completion: .contexts,
        action: .run { context throws(KubectlError) in
            let name = try context.onlyArgument()
            var configuration = try context.kubeconfig()
            if configuration.contexts[name] == nil {
                throw .message("no context exists with the name: \(name.goQuoted)")
            }
            configuration.currentContext = name
            try context.save(configuration)
            context.writeLine("Switched to context \(name.goQuoted).")
        })

    static let configSetContext = Command(
        name: "set-context", group: .subcommands,
        usage: "[NAME | --current] [--cluster=cluster_nickname] [--user=user_nickname] [--namespace=namespace]",
        summary: "Set a context entry in kubeconfig.",
        details:
            "Specifying a name that already exists will merge new fields on top of existing values for those fields.",
        examples: """
            # Another namespace from now on
            kubectl config set-context --current --namespace=dev
            """,
        flags: [
            .text("cluster", "The cluster of the context").offering(.clusters),
            .bool("current", "Modify the current context"),
            .text("namespace", "n", "The namespace of the context").offering(.namespaces),
            .text("user", "The user of the context").offering(.users),
        ], completion: .contexts,
        action: .run { context throws(KubectlError) in try context.setContext() })

    static let configSetCluster = Command(
        name: "set-cluster", group: .subcommands,
        usage:
            "NAME [--server=server] [--certificate-authority=path/to/certificate/authority] [--insecure-skip-tls-verify=true] [--tls-server-name=example.com]",
        summary: "Set a cluster entry in kubeconfig.",
        examples: "# The address of a cluster\nkubectl config set-cluster staging --server=https://staging.example.com",
        flags: [
            .text("certificate-authority", "Path to the certificate authority of the cluster").offering(.files),
            .bool("insecure-skip-tls-verify", "Do not check the certificate of the cluster"),
            .text("server", "The address of the cluster"),
            .text("tls-server-name", "The name that the certificate of the cluster is for"),
            .bool("embed-certs", "if true, embed certs for the cluster entry in kubeconfig"),
            .text("proxy-url", "proxy-url for the cluster entry in kubeconfig"),
        ],
        completion: .clusters,
        action: .run { context throws(KubectlError) in
            let name = try context.onlyArgument()
            var configuration = try context.kubeconfig()
            if context.flags.bool("insecure-skip-tls-verify"), !context.flags.text("certificate-authority").isEmpty {
                throw .message("you cannot specify a certificate authority and insecure mode at the same time")
            }
            var entry = configuration.clusters[name] ?? [:]
            for field in ["server", "tls-server-name", "proxy-url"] where context.flags.isSet(field) {
                entry[field] = .string(context.flags.text(field))
            }
            try context.setFile("certificate-authority", in: &entry)
            configuration.clusters[name] = entry
            if context.flags.isSet("insecure-skip-tls-verify") {
                configuration.clusters[name, "insecure-skip-tls-verify"] =
                    context.flags.bool("insecure-skip-tls-verify") ? true : nil
            }
            try context.save(configuration)
            context.writeLine("Cluster \(name.goQuoted) set.")
        })

    static let configSetCredentials = Command(
        name: "set-credentials", group: .subcommands,
        usage:
            "NAME [--client-certificate=path/to/certfile] [--client-key=path/to/keyfile] [--token=bearer_token] [--username=basic_user] [--password=basic_password] [--auth-provider=provider_name] [--auth-provider-arg=key=value] [--exec-command=exec_command] [--exec-api-version=exec_api_version] [--exec-arg=arg] [--exec-env=key=value]",
        summary: "Set a user entry in kubeconfig.",
        examples: "# A token\nkubectl config set-credentials builder --token=TOKEN",
        flags: [
            .text("client-certificate", "Path to the certificate of the user").offering(.files),
            .text("client-key", "Path to the key of the user").offering(.files),
            .text("exec-interactive-mode", "Whether the exec credential plugin may ask: Never, IfAvailable or Always")
                .offering(.words(["Never", "IfAvailable", "Always"])),
            .bool("exec-provide-cluster-info", "Tell the exec credential plugin about the cluster"),
            .text("password", "The password of the user"),
            .text("token", "The token of the user"),
            .text("username", "The name of the user at the cluster"),
            .bool("embed-certs", "Embed client cert/key for the user entry in kubeconfig"),
            .text("auth-provider", "Auth provider for the user entry in kubeconfig"),
            .array("auth-provider-arg", "'key=value' arguments for the auth provider"),
            .text("exec-api-version", "API version of the exec credential plugin for the user entry in kubeconfig"),
            .array("exec-arg", "New arguments for the exec credential plugin command for the user entry in kubeconfig"),
            .text("exec-command", "Command for the exec credential plugin for the user entry in kubeconfig"),
            .array("exec-env", "'key=value' environment values for the exec credential plugin"),
        ],
        completion: .users,
        action: .run { context throws(KubectlError) in
            let name = try context.onlyArgument()
            try context.checkCredentialFlags()
            var configuration = try context.kubeconfig()
            var entry = configuration.users[name] ?? [:]
            for field in ["token", "username", "password"] where context.flags.isSet(field) {
                entry[field] = .string(context.flags.text(field))
            }
            for field in ["client-certificate", "client-key"] { try context.setFile(field, in: &entry) }
            if let provider = context.authenticationProvider() { entry["auth-provider"] = provider }
            if let plugin = context.credentialPlugin() { entry["exec"] = plugin }
            configuration.users[name] = entry
            try context.save(configuration)
            context.writeLine("User \(name.goQuoted) set.")
        })

    static let configRenameContext = Command(
        name: "rename-context", group: .subcommands, usage: "CONTEXT_NAME NEW_NAME",
        summary: "Rename a context from the kubeconfig file.",
        examples: "# A better name\nkubectl config rename-context eks work", completion: .contexts,
        action: .run { context throws(KubectlError) in
            guard context.arguments.count == 2 else { throw context.helpWithUnexpectedArguments() }
            let (old, new) = (context.arguments[0], context.arguments[1])
            var configuration = try context.kubeconfig()
            guard let entry = configuration.contexts[old] else {
                throw .message("cannot rename the context \(old.goQuoted), it's not in \(context.configPath)")
            }
            if configuration.contexts[new] != nil {
                throw .message(
                    "cannot rename the context \(old.goQuoted), the context \(new.goQuoted) already exists in \(context.configPath)"
                )
            }
            configuration.contexts[old] = nil
            configuration.contexts[new] = entry
            if configuration.currentContext == old { configuration.currentContext = new }
            try context.save(configuration)
            context.writeLine("Context \(old.goQuoted) renamed to \(new.goQuoted).")
        })

    static let configDeleteContext = Command(
        name: "delete-context", group: .subcommands, usage: "NAME",
        summary: "Delete the specified context from the kubeconfig.",
        examples: "# No longer needed\nkubectl config delete-context staging", completion: .contexts,
        action: .run { context throws(KubectlError) in
            guard context.arguments.count == 1, let name = context.arguments.first else {
                return context.write(Help.text(of: context.call.command, path: context.call.path))
            }
            var configuration = try context.kubeconfig()
            if configuration.contexts[name] == nil {
                throw .message("cannot delete context \(name), not in \(context.configPath)")
            }
            if configuration.currentContext == name {
                context.printError(
                    "warning: this removed your active context, use \"kubectl config use-context\" to select a different one"
                )
            }
            configuration.contexts[name] = nil
            try context.save(configuration)
            context.writeLine("deleted context \(name) from \(context.configPath)")
        })

    static let configDeleteCluster = Command(
        name: "delete-cluster", group: .subcommands, usage: "NAME",
        summary: "Delete the specified cluster from the kubeconfig.",
        examples: "# No longer needed\nkubectl config delete-cluster staging", completion: .clusters,
        action: .run { context throws(KubectlError) in
            guard context.arguments.count == 1, let name = context.arguments.first else {
                return context.write(Help.text(of: context.call.command, path: context.call.path))
            }
            var configuration = try context.kubeconfig()
            if configuration.clusters[name] == nil {
                throw .message("cannot delete cluster \(name), not in \(context.configPath)")
            }
            configuration.clusters[name] = nil
            try context.save(configuration)
            context.writeLine("deleted cluster \(name) from \(context.configPath)")
        })

    static let configDeleteUser = Command(
        name: "delete-user", group: .subcommands, usage: "NAME",
        summary: "Delete the specified user from the kubeconfig.",
        examples: "# No longer needed\nkubectl config delete-user jane", completion: .users,
        action: .run { context throws(KubectlError) in
            guard let name = context.arguments.first else { throw .usage("user to delete is required") }
            var configuration = try context.kubeconfig()
            if configuration.users[name] == nil {
                throw .message("cannot delete user \(name), not in \(context.configPath)")
            }
            configuration.users[name] = nil
            try context.save(configuration)
            context.writeLine("deleted user \(name) from \(context.configPath)")
        })

    static let configSet = Command(
        name: "set", group: .subcommands, usage: "PROPERTY_NAME PROPERTY_VALUE",
        summary: "Set an individual value in a kubeconfig file.",
        details:
            "PROPERTY_NAME is a dot delimited name whose parts are attribute names or map keys; map keys may not contain dots.",
        examples: "# The address of a cluster\nkubectl config set clusters.eks.server https://1.2.3.4",
        flags: [
            .bool(
                "set-raw-bytes",
                "When writing a []byte PROPERTY_VALUE, write the given string directly without base64 decoding.")
        ],
        action: .run { context throws(KubectlError) in
            guard context.arguments.count == 2 else { throw context.helpWithUnexpectedArguments() }
            try context.setProperty(context.arguments[0], to: context.arguments[1])
            context.writeLine("Property \(context.arguments[0].goQuoted) set.")
        })

    static let configUnset = Command(
        name: "unset", group: .subcommands, usage: "PROPERTY_NAME",
        summary: "Unset an individual value in a kubeconfig file.",
        examples: "# No current context\nkubectl config unset current-context",
        action: .run { context throws(KubectlError) in
            let name = try context.onlyArgument()
            try context.setProperty(name, to: nil)
            context.writeLine("Property \(name.goQuoted) unset.")
        })
}

extension KubectlContext {
    /// The only argument; anything else shows the help.
    fileprivate mutating func onlyArgument() throws(KubectlError) -> String {
        guard arguments.count == 1 else { throw helpWithUnexpectedArguments() }
        return arguments[0]
    }

    /// Shows the help of the command; the error says what it did not expect.
    fileprivate mutating func helpWithUnexpectedArguments() -> KubectlError {
        write(Help.text(of: call.command, path: call.path))
        let beginning = call.command.name == "set-credentials" ? "unexpected" : "Unexpected"
        return .message("\(beginning) args: \(Self.goList(arguments))")
    }

    /// What the `--exec-` flags say about a program for credentials, which is kept but never started.
    fileprivate func credentialPlugin() -> Value? {
        let command = flags.text("exec-command")
        guard !command.isEmpty else { return nil }
        var plugin: Object = [
            "apiVersion": .string(flags.text("exec-api-version")), "command": .string(command),
            "provideClusterInfo": .bool(flags.bool("exec-provide-cluster-info")),
        ]
        let mode = flags.text("exec-interactive-mode")
        if !mode.isEmpty { plugin["interactiveMode"] = .string(mode) }
        let words = flags.list("exec-arg")
        plugin["args"] = words.isEmpty ? .null : Value(words)
        let variables = flags.list("exec-env").compactMap(KeyValueSources.split)
        plugin["env"] =
            variables.isEmpty
            ? .null : .array(variables.map { ["name": .string($0.0), "value": .string($0.1)] })
        return .object(plugin)
    }

    /// Where messages say that the configuration is.
    fileprivate var configPath: String {
        flags.text("kubeconfig").isEmpty ? (variable("HOME") ?? "/root") + "/.kube/config" : flags.text("kubeconfig")
    }

    /// Source: `k8s.io/kubectl/pkg/cmd/config/create_context.go`.
    fileprivate mutating func setContext() throws(KubectlError) {
        var configuration = try kubeconfig()
        if flags.bool("current"), !arguments.isEmpty {
            throw .message("you cannot specify both a context name and --current")
        }
        if !flags.bool("current"), arguments.count != 1 {
            throw arguments.isEmpty
                ? .message("you must specify a non-empty context name or --current")
                : helpWithUnexpectedArguments()
        }
        let name = arguments.first ?? configuration.currentContext
        if name.isEmpty { throw .message("no current context is set") }
        let isKnown = configuration.contexts[name] != nil
        if !isKnown { configuration.contexts[name] = ["cluster": "", "user": ""] }
        for field in ["cluster", "user", "namespace"] where flags.isSet(field) {
            let value = flags.text(field)
            configuration.contexts[name, field] = field == "namespace" && value.isEmpty ? nil : .string(value)
        }
        try save(configuration)
        writeLine("Context \(name.goQuoted) \(isKnown ? "modified" : "created").")
    }
}
