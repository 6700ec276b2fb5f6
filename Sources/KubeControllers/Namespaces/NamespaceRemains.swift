import Documents
import KubeModel

/// What is left in a namespace after everything in it was deleted.
struct NamespaceRemains {
    /// How many objects of each resource: `configmaps.` and its number.
    private var resources: [String: Int] = [:]
    private var finalizers: [String: Int] = [:]
    private(set) var estimateSeconds = 0

    var isEmpty: Bool { resources.isEmpty }
}

extension NamespaceRemains {
    mutating func count(_ resource: ResourceType, _ objects: [Object], now: Instant) {
        guard !objects.isEmpty else { return }
        resources["\(resource.plural).\(resource.group)", default: 0] += objects.count
        for object in objects {
            for finalizer in object.finalizers { finalizers[finalizer, default: 0] += 1 }
            estimateSeconds = max(estimateSeconds, Self.estimate(object, now: now))
        }
    }

    /// The conditions in the server's order, with the transition times of those that say the same as before.
    func conditions(of namespace: Object, now: Instant) -> [Value] {
        let facts: [(type: String, status: Bool, reason: String, message: String)] = [
            (
                "NamespaceDeletionDiscoveryFailure", false, "ResourcesDiscovered",
                "All resources successfully discovered"
            ),
            (
                "NamespaceDeletionGroupVersionParsingFailure", false, "ParsedGroupVersions",
                "All legacy kube types successfully parsed"
            ),
            (
                "NamespaceDeletionContentFailure", false, "ContentDeleted",
                "All content successfully deleted, may be waiting on finalization"
            ),
            content, finalization,
        ]
        return facts.map { fact in
            let entry = condition(fact.type, fact.status, reason: fact.reason, message: fact.message, now: now)
            let old = namespace.condition(fact.type)
            let isSame = ["status", "reason", "message"].allSatisfy { old?[$0] == entry[$0] }
            return isSame ? old ?? .object(entry) : .object(entry)
        }
    }

    private var content: (String, Bool, String, String) {
        guard !resources.isEmpty else {
            return ("NamespaceContentRemaining", false, "ContentRemoved", "All content successfully removed")
        }
        let list = resources.map { "\($0.key) has \($0.value) resource instances" }.sorted().joined(separator: ", ")
        return ("NamespaceContentRemaining", true, "SomeResourcesRemain", "Some resources are remaining: \(list)")
    }

    private var finalization: (String, Bool, String, String) {
        guard !finalizers.isEmpty else {
            return (
                "NamespaceFinalizersRemaining", false, "ContentHasNoFinalizers",
                "All content-preserving finalizers finished"
            )
        }
        let list = finalizers.map { "\($0.key) in \($0.value) resource instances" }.sorted().joined(separator: ", ")
        return (
            "NamespaceFinalizersRemaining", true, "SomeFinalizersRemain",
            "Some content in the namespace has finalizers remaining: \(list)"
        )
    }

    /// How long an object is expected to stay: its grace period, or what finalizers usually take.
    private static func estimate(_ object: Object, now: Instant) -> Int {
        if let grace = object["metadata"]?["deletionGracePeriodSeconds"]?.int, grace > 0 { return grace }
        return object.finalizers.isEmpty ? 0 : Timing.finalizerEstimateSeconds
    }
}
