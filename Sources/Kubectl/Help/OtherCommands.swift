import Documents

/// Commands about kubectl itself.
extension Command {
    static let options = Command(
        name: "options", summary: "Print the list of flags inherited by all commands.",
        examples: "# All global flags\nkubectl options", isHidden: true,
        action: .run { context throws(KubectlError) in context.write(Help.globalOptions) })

    static let help = Command(
        name: "help", usage: "[command] [flags]", summary: "Help about any command.",
        details: "Help provides help for any command in the application.", isHidden: true,
        action: .run { context throws(KubectlError) in
            var command = Command.root
            var path = "kubectl"
            for word in context.arguments {
                guard let next = command.subcommand(word) else {
                    if path == "kubectl" { return context.showUnknownTopic() }
                    break
                }
                command = next
                path += " " + next.name
            }
            context.write(Help.text(of: command, path: path))
        })

    static let completion = Command(
        name: "completion", group: .settings, usage: "SHELL",
        summary: "Output shell completion code for the specified shell (bash, zsh, fish, or powershell).",
        details: "At this prompt the Tab key completes already, so that there is nothing to load.",
        examples: "# What a shell profile would load\nsource <(kubectl completion bash)",
        completion: .words(["bash", "fish", "powershell", "zsh"]),
        action: .run { context throws(KubectlError) in
            guard let shell = context.arguments.first else {
                throw .usage("Shell not specified.")
            }
            if context.arguments.count > 1 { throw .usage("Too many arguments. Expected only the shell type.") }
            guard ["bash", "zsh", "fish", "powershell"].contains(shell) else {
                throw .usage("Unsupported shell type \(shell.goQuoted).")
            }
            context.writeLine("# kubectl completion for \(shell): built into this prompt, nothing to load")
        })

    static let plugin = Command(
        name: "plugin", usage: "[flags]", summary: "Provides utilities for interacting with plugins.",
        details: "Plugins are programs, and no programs are started here.",
        examples: "# All plugins\nkubectl plugin list",
        subcommands: [
            Command(
                name: "list", group: .subcommands, summary: "List all visible plugin executables on a user's PATH.",
                examples: "# All plugins\nkubectl plugin list",
                flags: [
                    .bool(
                        "name-only", "If true, display only the binary name of each plugin, rather than its full path")
                ],
                action: .run { context throws(KubectlError) in
                    throw .message("unable to find any kubectl plugins in your PATH")
                })
        ],
        action: .group)

    static let proxy = Command(
        name: "proxy", group: .troubleshooting,
        usage: "[--port=PORT] [--www=static-dir] [--www-prefix=prefix] [--api-prefix=prefix]",
        summary: "Run a proxy to the Kubernetes API server.",
        details: "There is no network between this prompt and the cluster, so that there is nothing to proxy.",
        examples: "# What it would be\nkubectl proxy --port=8001",
        flags: [
            .text(
                "accept-hosts", default: "^localhost$,^127\\.0\\.0\\.1$,^\\[::1\\]$",
                "Regular expression for hosts that the proxy should accept."),
            .text("accept-paths", default: "^.*", "Regular expression for paths that the proxy should accept."),
            .text("address", default: "127.0.0.1", "The IP address on which to serve on."),
            .text("api-prefix", default: "/", "Prefix to serve the proxied API under."),
            .bool(
                "append-server-path",
                "If true, enables automatic path appending of the kube context server path to each request."),
            .bool("disable-filter", "If true, disable request filtering in the proxy."),
            .duration("keepalive", "keepalive specifies the keep-alive period for an active network connection."),
            .integer("port", "p", default: 8001, "The port on which to run the proxy."),
            .text("reject-methods", default: "^$", "Regular expression for HTTP methods that the proxy should reject."),
            .text(
                "reject-paths", default: "^/api/.*/pods/.*/exec,^/api/.*/pods/.*/attach",
                "Regular expression for paths that the proxy should reject."),
            .text("unix-socket", "u", "Unix socket on which to run the proxy."),
            .text("www", "w", "Also serve static files from the given directory under the specified prefix.").offering(
                .files),
            .text(
                "www-prefix", "P", default: "/static/",
                "Prefix to serve static files under, if static file directory is specified."),
        ],
        action: .run { context throws(KubectlError) in
            throw .message(
                "kubectl proxy is not simulated; use kubectl get --raw PATH to ask the API server for an address")
        })

    static let alpha = Command(
        name: "alpha", summary: "Commands for features in alpha.", isHidden: true,
        action: .run { context throws(KubectlError) in
            context.writeLine("No alpha commands are available in this version of kubectl")
        })
}

extension KubectlContext {
    /// Source: `github.com/spf13/cobra` `Command.InitDefaultHelpCmd`.
    fileprivate mutating func showUnknownTopic() {
        printError("Unknown help topic [\(arguments.map { "`\($0)`" }.joined(separator: " "))]\n")
        printError("\n" + Help.usage(of: .root, path: "kubectl").dropLast())
    }
}
