import KubeModel

/// Arguments that name objects, taken apart but not yet looked up.
///
/// Source: `k8s.io/cli-runtime/pkg/resource` `Builder.ResourceTypeOrNameArgs`.
struct ResourceArguments {
    struct Pair: Hashable {
        /// As it was typed: `deploy`, `deployments.apps`.
        var type: String
        var name: String
    }

    /// Types without names, as they were typed.
    private(set) var types: [String] = []
    /// Names of objects of the one type in `types`.
    private(set) var names: [String] = []
    private(set) var pairs: [Pair] = []

    init(_ arguments: [String], defaultType: String?, registry: ResourceRegistry) throws(KubectlError) {
        if let defaultType {
            for argument in arguments {
                pairs.append(try Self.pair(argument) ?? Pair(type: defaultType, name: argument))
            }
            return
        }
        let arguments = Self.multiplied(arguments)
        let withSlash = arguments.filter { $0.contains("/") }.count
        guard withSlash == 0 || withSlash == arguments.count else {
            throw .message(
                "there is no need to specify a resource type as a separate argument when passing arguments in resource/name form (e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'"
            )
        }
        if withSlash > 0 {
            for argument in arguments {
                if let pair = try Self.pair(argument) { pairs.append(pair) }
            }
            return
        }
        guard let first = arguments.first else { return }
        types = Self.unique(Self.expand(first, registry))
        names = Array(arguments.dropFirst())
    }
}

extension ResourceArguments {
    /// `a,b name` stands for `a/name b/name`.
    private static func multiplied(_ arguments: [String]) -> [String] {
        guard arguments.count >= 2 else { return arguments }
        let types = unique(split(arguments[0]))
        guard types.count > 1 else { return arguments }
        return types.flatMap { type in arguments.dropFirst().map { "\(type)/\($0)" } }
    }

    /// `type/name`; `nil` for a word without a slash.
    static func pair(_ argument: String) throws(KubectlError) -> Pair? {
        guard argument.contains("/") else { return nil }
        let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else {
            throw .message("arguments in resource/name form may not have more than one slash")
        }
        guard !parts[0].isEmpty, !parts[1].isEmpty, unique(split(parts[0])).count == 1 else {
            throw .message("arguments in resource/name form must have a single resource and name")
        }
        return Pair(type: parts[0], name: parts[1])
    }

    /// Types separated by commas, categories such as `all` replaced by what they stand for.
    private static func expand(_ argument: String, _ registry: ResourceRegistry) -> [String] {
        split(argument).flatMap { word in
            registry.resources(inCategory: word)?.map { $0.groupResource.description } ?? [word]
        }
    }

    private static func split(_ argument: String) -> [String] {
        argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }

    private static func unique(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        return words.filter { seen.insert($0).inserted }
    }
}
