package import KubeModel

/// The names of a live cluster that completion offers.
package protocol CompletionSource {
    var resources: ResourceRegistry { get }
    func objects(of plural: String, namespace: String?) -> [String]
    func containers(ofPod name: String, namespace: String?) -> [String]
}

/// What can stand next on a command line of kubectl.
package enum KubectlCompletion {
    /// - Parameters:
    ///   - words: The words after `kubectl` before the one that is typed.
    ///   - typed: What has been typed of it.
    /// - Returns: Nothing where a file is expected.
    package static func candidates(_ words: [String], typed: String, source: some CompletionSource) -> [String] {
        var command = Command.root
        var arguments: [String] = []
        for word in words {
            if word.hasPrefix("-") { continue }
            if arguments.isEmpty, let next = command.subcommand(word) {
                command = next
            } else {
                arguments.append(word)
            }
        }
        let flags = command.allFlags
        if let last = words.last, let flag = flag(last, flags), flag.bareValue == nil {
            return values(of: flag, words, source)
        }
        if typed.hasPrefix("-") { return flags.filter { !$0.isHidden }.map { "--\($0.name)" }.sorted() }
        if arguments.isEmpty, !command.subcommands.isEmpty {
            return command.subcommands.filter { !$0.isHidden }.map(\.name)
        }
        return values(of: command.completion, arguments, typed, namespace(words), source)
    }

    /// The flag of a word such as `-n` or `--namespace`, when its value comes as the next word.
    private static func flag(_ word: String, _ flags: [Flag]) -> Flag? {
        guard word.hasPrefix("-"), !word.contains("=") else { return nil }
        if word.hasPrefix("--") { return flags.first { $0.name == word.dropFirst(2) } }
        return flags.first { $0.shorthand.map(String.init) == String(word.dropFirst()) }
    }

    private static func namespace(_ words: [String]) -> String? {
        for (index, word) in words.enumerated() {
            if word == "-n" || word == "--namespace" { return index + 1 < words.count ? words[index + 1] : nil }
            if word.hasPrefix("--namespace=") { return String(word.dropFirst("--namespace=".count)) }
        }
        return nil
    }

    private static func values(of flag: Flag, _ words: [String], _ source: some CompletionSource) -> [String] {
        switch flag.values {
        case .namespaces: source.objects(of: "namespaces", namespace: nil)
        case .containers:
            words.flatMap {
                source.containers(
                    ofPod: $0.split(separator: "/").last.map(String.init) ?? $0, namespace: namespace(words))
            }
        case .words(let words): words
        case .contexts: ["eks"]
        case .none, .files, .clusters, .users: []
        }
    }

    private static func values(
        of completion: Command.Completion, _ arguments: [String], _ typed: String, _ namespace: String?,
        _ source: some CompletionSource
    ) -> [String] {
        switch completion {
        case .none, .files, .clusters, .users: return []
        case .contexts: return ["eks"]
        case .words(let words): return words
        case .kinds: return arguments.isEmpty ? kinds(source) : []
        case .objects:
            guard let kind = arguments.first else {
                return typed.contains("/") ? slashed(typed, namespace, source) : kinds(source)
            }
            return names(of: kind, namespace, source)
        case .names(let kind):
            return typed.contains("/") ? slashed(typed, namespace, source) : names(of: kind, namespace, source)
        }
    }

    private static func kinds(_ source: some CompletionSource) -> [String] {
        Set(source.resources.types.filter { $0.verbs.contains("list") }.map(\.plural)).sorted() + ["all"]
    }

    private static func names(of kind: String, _ namespace: String?, _ source: some CompletionSource) -> [String] {
        let word = kind.split(separator: ",").last.map(String.init) ?? kind
        let type = source.resources.types.first {
            $0.plural == word || $0.singular == word || $0.shortNames.contains(word)
                || "\($0.plural).\($0.group)" == word
        }
        return type.map { source.objects(of: $0.plural, namespace: namespace) } ?? []
    }

    /// `deploy/we` becomes `deploy/web`.
    private static func slashed(_ typed: String, _ namespace: String?, _ source: some CompletionSource) -> [String] {
        let kind = String(typed.prefix { $0 != "/" })
        return names(of: kind, namespace, source).map { "\(kind)/\($0)" }
    }
}

extension Kubectl {
    /// The first words of all commands, also those by other names.
    package static var verbs: Set<String> {
        Set(Command.root.subcommands.flatMap { [$0.name] + $0.aliases })
    }
}
