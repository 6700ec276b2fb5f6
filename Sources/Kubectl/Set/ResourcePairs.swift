/// Arguments that name objects first and then give `KEY=VALUE` or `KEY-`.
///
/// Source: `k8s.io/kubectl/pkg/cmd/util` `GetResourcesAndPairs`, `ParsePairs`.
struct ResourcePairs {
    private(set) var resources: [String] = []
    private(set) var pairs: [String] = []

    /// `what` names the pairs in messages: `label`, `image`.
    init(_ arguments: [String], what: String) throws(KubectlError) {
        for argument in arguments {
            let isPair = Self.isAssignment(argument) || Self.isRemoval(argument)
            if isPair {
                pairs.append(argument)
            } else if pairs.isEmpty {
                resources.append(argument)
            } else {
                throw .message("all resources must be specified before \(what) changes: \(argument)")
            }
        }
    }

    /// Assignments in the order given, the later of two for one key, and keys to remove.
    func parsed(what: String, canRemove: Bool) throws(KubectlError) -> (
        set: [(key: String, value: String)], removed: [String]
    ) {
        var set: [(key: String, value: String)] = []
        var removed: [String] = []
        var invalid: [String] = []
        for pair in pairs {
            if Self.isAssignment(pair), let (key, value) = KeyValueSources.split(pair) {
                set.removeAll { $0.key == key }
                set.append((key: key, value: value))
            } else if canRemove, Self.isRemoval(pair) {
                removed.append(String(pair.dropLast()))
            } else {
                invalid.append(pair)
            }
        }
        if !invalid.isEmpty { throw .message("invalid \(what) format: \(invalid.joined(separator: ", "))") }
        return (set, removed)
    }

    static func isAssignment(_ word: String) -> Bool { word.contains("=") && !word.hasPrefix("=") }
    static func isRemoval(_ word: String) -> Bool { word.hasSuffix("-") && word != "-" }
}
