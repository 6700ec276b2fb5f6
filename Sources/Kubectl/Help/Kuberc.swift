/// Preferences of kubectl itself, which this prompt does not keep.
extension Command {
    static let kuberc = Command(
        name: "kuberc", usage: "SUBCOMMAND", summary: "Manage kuberc configuration files.",
        details: "A kuberc file holds aliases and default flags for kubectl. None is read here.",
        examples: """
            # What a kuberc file says
            kubectl kuberc view
            """,
        subcommands: [.kubercSet, .kubercView], action: .group)

    private static let kubercFile = Flag.text("kuberc", "Path to the kuberc file.").offering(.files)

    private static let kubercSet = Command(
        name: "set", group: .subcommands, usage: "--section (defaults|aliases) --command COMMAND",
        summary: "Set values in the kuberc configuration.",
        examples: """
            # Ask before every delete
            kubectl kuberc set --section defaults --command delete --option interactive=true
            """,
        flags: [
            .array("allowlist-entry", "A credential plugin that may run; may be repeated."),
            .array("appendarg", "An argument put behind those of an alias; may be repeated."),
            .text("command", "The command that the default or alias is for."), kubercFile,
            .text("name", "The name of the alias."),
            .array("option", "A flag and its value, as name=value; may be repeated."),
            .bool("overwrite", "Replace what is there already."),
            .text("policy", "Which credential plugins may run."),
            .array("prependarg", "An argument put before those of an alias; may be repeated."),
            .text("section", "What to set: defaults or aliases.").offering(.words(["defaults", "aliases"])),
        ],
        action: .run { _ throws(KubectlError) in throw kubercRefusal })

    private static let kubercView = Command(
        name: "view", group: .subcommands, usage: "", summary: "Display the current kuberc configuration.",
        examples: "# What a kuberc file says\nkubectl kuberc view",
        flags: [
            kubercFile,
            .text("output", "o", default: "yaml", "Output format. One of: (json, yaml).").offering(
                .words(["json", "yaml"])),
        ] + Flag.templates,
        action: .run { _ throws(KubectlError) in throw kubercRefusal })

    private static let kubercRefusal = KubectlError.message("kubectl kuberc is not simulated; no kuberc file is read")
}
