extension Kubectl {
    /// The first words of all commands, also those by other names.
    package static var verbs: Set<String> {
        Set(Command.root.subcommands.flatMap { [$0.name] + $0.aliases })
    }
}
