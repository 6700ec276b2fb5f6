import Documents
import KubeAPI
import KubeModel

/// Which pods to be near to or far from, and what counts as near.
struct AffinityTerm: Hashable, Sendable {
    /// `nil` for all namespaces.
    var namespaces: Set<String>?
    var selector: LabelSelector
    /// `kubernetes.io/hostname`, `topology.kubernetes.io/zone`
    var topologyKey: String
    /// How much it matters; zero for a requirement.
    var weight = 0
}

extension AffinityTerm {
    /// A term of `podAffinity` or `podAntiAffinity` of a pod.
    init(_ term: Value, of pod: Object, weight: Int = 0, api: borrowing APIServer) {
        var selector = term["labelSelector"] ?? .null
        Self.mergeKeys(term, pod.labels, &selector)
        self.selector = LabelSelector(selector: selector)
        topologyKey = term["topologyKey"]?.string ?? ""
        namespaces = Self.namespaces(term, of: pod, api)
        self.weight = weight
    }

    func selects(_ pod: PodFacts) -> Bool {
        (namespaces?.contains(pod.key.namespace) ?? true) && selector.matches(pod.labels)
    }

    /// `matchLabelKeys` and `mismatchLabelKeys` add the pod's own values to the selector.
    static func mergeKeys(_ term: Value, _ labels: Object, _ selector: inout Value) {
        var added: [Value] = []
        for (field, operation) in [("matchLabelKeys", "In"), ("mismatchLabelKeys", "NotIn")] {
            for key in term[field]?.array ?? [] {
                guard let name = key.string, let value = labels[name] else { continue }
                added.append(["key": .string(name), "operator": .string(operation), "values": [value]])
            }
        }
        guard !added.isEmpty else { return }
        selector["matchExpressions"] = .array((selector["matchExpressions"]?.array ?? []) + added)
    }

    private static func namespaces(_ term: Value, of pod: Object, _ api: borrowing APIServer) -> Set<String>? {
        let named = term["namespaces"]?.array?.compactMap(\.string) ?? []
        guard let selector = term["namespaceSelector"] else { return named.isEmpty ? [pod.namespace] : Set(named) }
        guard selector.object?.isEmpty == false else { return nil }
        let matching = LabelSelector(selector: selector)
        return Set(named + api.list(.namespaces).filter { matching.matches($0.labels) }.map(\.name))
    }
}

/// How evenly pods are to be spread over the values of a node label.
struct SpreadConstraint: Hashable, Sendable {
    var skewMax: Int
    var topologyKey: String
    var isRequired: Bool
    var selector: LabelSelector
    /// Fewer domains than this count as having an empty one.
    var domainsMin: Int
    var honoursAffinity: Bool
    var honoursTaints: Bool

    init(_ value: Value, labels: Object) {
        var selector = value["labelSelector"] ?? .null
        AffinityTerm.mergeKeys(value, labels, &selector)
        self.selector = LabelSelector(selector: selector)
        skewMax = value["maxSkew"]?.int ?? 1
        topologyKey = value["topologyKey"]?.string ?? ""
        isRequired = value["whenUnsatisfiable"]?.string != "ScheduleAnyway"
        domainsMin = value["minDomains"]?.int ?? 1
        honoursAffinity = value["nodeAffinityPolicy"]?.string != "Ignore"
        honoursTaints = value["nodeTaintsPolicy"]?.string == "Honor"
    }
}
