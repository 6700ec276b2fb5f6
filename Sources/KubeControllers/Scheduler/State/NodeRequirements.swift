import Documents
import KubeModel

/// The nodes that something may use: `nodeSelector` and the terms of a required node affinity.
///
/// Source: `k8s.io/component-helpers/scheduling/corev1/nodeaffinity`.
struct NodeRequirements: Hashable, Sendable {
    /// All of these labels.
    var labels = Object()
    /// At least one of these terms; `nil` when there are none to satisfy.
    var terms: [NodeTerm]?
}

/// Conditions on the labels and the name of a node that must all hold.
struct NodeTerm: Hashable, Sendable {
    let labels: LabelSelector
    /// The names that `matchFields` allows and forbids.
    let names: [LabelRequirement]
    /// A term without conditions selects nothing.
    let isEmpty: Bool

    init(_ term: Value) {
        let expressions = term["matchExpressions"]?.array ?? []
        let fields = term["matchFields"]?.array ?? []
        labels = LabelSelector(requirements: expressions.map(LabelRequirement.init(expression:)))
        names = fields.map(LabelRequirement.init(expression:))
        isEmpty = expressions.isEmpty && fields.isEmpty
    }

    func matches(labels nodeLabels: Object, name: String) -> Bool {
        guard !isEmpty, labels.matches(nodeLabels) else { return false }
        return names.allSatisfy { requirement in
            let isIn = requirement.values.contains(name)
            return requirement.operation == .notIn || requirement.operation == .notEquals ? !isIn : isIn
        }
    }
}

extension NodeRequirements {
    /// What a pod requires.
    init(pod spec: Value?) {
        labels = spec?["nodeSelector"]?.object ?? Object()
        let required = spec?["affinity"]?["nodeAffinity"]?["requiredDuringSchedulingIgnoredDuringExecution"]
        terms = required?["nodeSelectorTerms"]?.array?.map(NodeTerm.init)
    }

    /// Where a volume can be reached: a `nodeAffinity` with `required`.
    init(volume spec: Value?) {
        terms = spec?["nodeAffinity"]?["required"]?["nodeSelectorTerms"]?.array?.map(NodeTerm.init)
    }

    var isEmpty: Bool { labels.isEmpty && terms == nil }

    func matches(_ node: Object) -> Bool { matches(labels: node.labels, name: node.name) }

    func matches(labels nodeLabels: Object, name: String) -> Bool {
        guard labels.allSatisfy({ nodeLabels[$0.0] == $0.1 }) else { return false }
        return terms?.contains { $0.matches(labels: nodeLabels, name: name) } ?? true
    }

    /// The only nodes that can match, when every term names nodes: as the pods of a DaemonSet do.
    var onlyNames: Set<String>? {
        guard let terms, !terms.isEmpty else { return nil }
        var names: Set<String> = []
        for term in terms {
            guard let wanted = term.names.first(where: { $0.operation == .isIn }) else { return nil }
            names.formUnion(wanted.values)
        }
        return names
    }
}
