import Documents

/// The version of the cluster that kubectl talks to, which is also its own.
enum ServerVersion {
    static let number = "v1.36.2"

    static let value: Value = [
        "major": "1", "minor": "36", "gitVersion": .string(number), "gitTreeState": "clean", "platform": "linux/amd64",
        "goVersion": "go1.26", "compiler": "gc",
    ]
}

extension Command {
    static let version = Command(
        name: "version", group: .other,
        summary: "Print the client and server version information for the current context.",
        examples: """
            # Both versions
            kubectl version
            """,
        flags: [
            .bool("client", "If true, shows client version only (no server required)."),
            .text("output", "o", "One of 'yaml' or 'json'.").offering(.words(["yaml", "json"])),
        ],
        action: .run { context throws(KubectlError) in try context.showVersion() })
}

extension KubectlContext {
    fileprivate mutating func showVersion() throws(KubectlError) {
        if !arguments.isEmpty { throw .message("extra arguments: \(Self.goList(arguments))") }
        let isClientOnly = flags.bool("client")
        var versions: Object = ["clientVersion": ServerVersion.value, "kustomizeVersion": "v5.8.1"]
        if !isClientOnly { versions["serverVersion"] = ServerVersion.value }
        switch flags.text("output") {
        case "":
            writeLine("Client Version: \(ServerVersion.number)")
            writeLine("Kustomize Version: v5.8.1")
            if !isClientOnly { writeLine("Server Version: \(ServerVersion.number)") }
        case "yaml": write(YAML.encode(.object(versions)))
        case "json": writeLine(JSON.encode(.object(versions), style: .indented(2)))
        default: throw .message("--output must be 'yaml' or 'json'")
        }
    }

    /// `[a b]`, as Go prints a list.
    static func goList(_ words: [String]) -> String { "[\(words.joined(separator: " "))]" }
}
