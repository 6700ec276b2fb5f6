import Documents
import KubeAPI
package import KubeModel

/// What can stand at the end of a command line.
///
/// Words that no list can name (files, and names of objects) are told by kind, for the prompt to look up.
package enum Completion {
    package enum Candidates: Hashable, Sendable {
        case words([String])
        case files
        /// Names of objects of a resource: `pods`.
        case names(of: String)
        /// The containers of the pod that the line names.
        case containers
        /// `nginx=` for each container of the object that the line names.
        case containerAssignments
        /// Labels of the objects of a resource, `app=web`.
        case labels(of: String)
        case nothing
    }

    /// What may follow the words before `last`, which is the word that is being typed.
    package static func candidates(
        after words: [String], last: String, resources: ResourceRegistry, configuration: Kubeconfig
    )
        -> Candidates
    {
        let (command, rest) = descend(words)
        let flags = command.allFlags
        if rest.contains("--") { return .nothing }  // what follows is a command for the container
        if let flag = pendingFlag(rest, last, flags) {
            guard flag.name == "selector" else { return values(of: flag, configuration) }
            return labels(command, arguments(rest, flags), resources)
        }
        if last.hasPrefix("-") { return .words(flagWords(flags)) }
        if !command.subcommands.isEmpty, arguments(rest, flags).isEmpty {
            return .words(command.subcommands.filter { !$0.isHidden }.map(\.name).sorted())
        }
        return arguments(of: command, arguments(rest, flags), last, resources, configuration)
    }

    private static func descend(_ words: [String]) -> (Command, rest: [String]) {
        do {
            let found = try CommandLookup.find(words)
            return (found.command, found.rest)
        } catch {
            return (.root, words)  // a word that is no command has nothing to complete
        }
    }

    /// The flag whose value is being typed: `-n `, `--output=`.
    private static func pendingFlag(_ words: [String], _ last: String, _ flags: [Flag]) -> Flag? {
        if last.hasPrefix("-"), let equals = last.firstIndex(of: "=") {
            let name = last[..<equals]
            return flags.first { name == "--" + $0.name || $0.shorthand.map { name == "-\($0)" } ?? false }
        }
        guard let previous = words.last, previous.hasPrefix("-"), !previous.contains("=") else { return nil }
        let flag =
            previous.hasPrefix("--")
            ? flags.first { $0.name == previous.dropFirst(2) } : flags.first { $0.shorthand == previous.last }
        return flag?.bareValue == nil ? flag : nil
    }

    private static func values(of flag: Flag, _ configuration: Kubeconfig) -> Candidates {
        switch flag.values {
        case .words(let words): .words(words)
        case .files: .files
        case .namespaces: .names(of: "namespaces")
        case .contexts: .words(configuration.contexts.names)
        case .clusters: .words(configuration.clusters.names)
        case .users: .words(configuration.users.names)
        case .containers: .containers
        case .none: .nothing
        }
    }

    /// All flags; those that need a value end in `=`.
    package static func flagWords(_ flags: [Flag]) -> [String] {
        flags.filter { !$0.isHidden }.map { "--\($0.name)" + ($0.bareValue == nil ? "=" : "") }.sorted()
    }

    private static func arguments(_ words: [String], _ flags: [Flag]) -> [String] {
        var parser = FlagParser(flags: flags)
        do { try parser.parse(words) } catch { return parser.arguments }
        return parser.arguments
    }

    private static func arguments(
        of command: Command, _ given: [String], _ last: String, _ resources: ResourceRegistry,
        _ configuration: Kubeconfig
    ) -> Candidates {
        switch command.completion {
        case .none: return .nothing
        case .files: return .files
        case .contexts: return given.isEmpty ? .words(configuration.contexts.names) : .nothing
        case .clusters: return given.isEmpty ? .words(configuration.clusters.names) : .nothing
        case .users: return given.isEmpty ? .words(configuration.users.names) : .nothing
        case .words(let words): return given.isEmpty ? .words(words) : .nothing
        case .kinds: return .words(kinds(resources))
        case .names(let plural):
            guard let slash = last.firstIndex(of: "/") else { return .names(of: plural) }
            return names(of: String(last[..<slash]), resources)
        case .containerAssignments where hasObject(given): return .containerAssignments
        case .objects, .containerAssignments:
            if let slash = last.firstIndex(of: "/") { return names(of: String(last[..<slash]), resources) }
            guard let kind = given.first, !kind.contains("/") else { return .words(kinds(resources)) }
            return names(of: kind, resources)
        }
    }

    /// `deploy/web`, or `deploy web`.
    private static func hasObject(_ given: [String]) -> Bool {
        given.first.map { $0.contains("/") || given.count > 1 } ?? false
    }

    private static func labels(_ command: Command, _ given: [String], _ resources: ResourceRegistry) -> Candidates {
        if case .names(let plural) = command.completion { return .labels(of: plural) }
        return given.first.flatMap { resources.resource(for: $0) }.map { .labels(of: $0.groupResource.description) }
            ?? .nothing
    }

    private static func names(of word: String, _ resources: ResourceRegistry) -> Candidates {
        resources.resource(for: word).map { .names(of: $0.groupResource.description) } ?? .nothing
    }

    private static func kinds(_ resources: ResourceRegistry) -> [String] {
        resources.preferred.filter { $0.verbs.contains("get") }
            .map {
                $0.group.isEmpty || ResourceRegistry.builtIn.types.contains($0)
                    ? $0.plural : $0.groupResource.description
            }
    }
}
