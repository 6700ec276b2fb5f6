import Documents

/// The domains of one topology key, numbered, so that counting pods by domain needs no look at labels.
struct TopologyDomains: Sendable {
    /// The domain of each node by its place; `nil` for nodes without the label.
    private(set) var numbers: [Int?] = []
    private(set) var count = 0

    init(_ key: String, _ nodes: [NodeState]) {
        var known: [Value: Int] = [:]
        numbers = nodes.map { node in
            guard let value = node.labels[key] else { return nil }
            if let number = known[value] { return number }
            known[value] = known.count
            return known.count - 1
        }
        count = known.count
    }
}
