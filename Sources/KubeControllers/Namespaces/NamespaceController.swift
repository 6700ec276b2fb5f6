import Documents
package import KubeAPI
package import KubeModel

/// Empties namespaces that are being deleted, says what is still in them, and lets them go.
///
/// Source: `pkg/controller/namespace/deletion/namespaced_resources_deleter.go`.
package struct NamespaceController: Controller {
    package let name = "namespace-controller"
    package let watched: [ResourceType]? = nil

    package init() {}
}

extension NamespaceController {
    package func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        let isNamespace = change.resource.plural == "namespaces"
        let key = ObjectKey(name: isNamespace ? change.object.name : change.object.namespace)
        guard !key.name.isEmpty, change.action != .added, change.resource.plural != "events",
            let namespace = api.get(.namespaces, key), namespace.isTerminating
        else { return [] }
        guard isNamespace else { return [Wakeup(key)] }
        return change.old?.isTerminating == true ? [] : [Wakeup(key, after: Timing.namespaceDeletionGrace)]
    }

    package func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration? {
        guard let namespace = api.get(.namespaces, key), namespace.isTerminating else { return nil }
        let age = api.now - (namespace.deletionTimestamp ?? api.now)
        guard age >= Timing.namespaceDeletionGrace else { return Timing.namespaceDeletionGrace - age }
        let remaining = try deleteContents(of: key.name, api: &api)
        guard !remaining.isEmpty else {
            var emptied = namespace
            emptied["spec", "finalizers"] = []
            try api.finalize(emptied, as: user)
            return nil
        }
        var updated = namespace
        for condition in NamespaceConditions(remaining).all { updated.setTransition(condition, now: api.now) }
        if updated != namespace { try api.updateStatus(.namespaces, updated, as: user) }
        return .seconds(Timing.finalizerEstimateSeconds)
    }

    /// Asks for the deletion of everything in the namespace; returns what is still there.
    private func deleteContents(of namespace: String, api: inout APIServer) throws(APIError) -> [RemainingContent] {
        var remaining: [RemainingContent] = []
        var seen: Set<GroupResource> = []
        for type in api.resources.types where type.isNamespaced && type.verbs.contains("delete") {
            guard seen.insert(type.groupResource).inserted else { continue }
            for object in api.list(type, namespace: namespace) where !object.isTerminating {
                var options = RequestOptions()
                options.propagationPolicy = .background
                try api.delete(type, object.key, options: options, as: user)
            }
            let left = api.list(type, namespace: namespace)
            if !left.isEmpty { remaining.append(RemainingContent(resource: type.groupResource, objects: left)) }
        }
        return remaining
    }
}

/// Objects of one resource that are still in a namespace.
struct RemainingContent {
    let resource: GroupResource
    let objects: [Object]
}

/// What the status of a namespace says while it is being emptied.
struct NamespaceConditions {
    private let remaining: [RemainingContent]

    init(_ remaining: [RemainingContent]) {
        self.remaining = remaining
    }

    var all: [Object] {
        [
            condition(
                "NamespaceDeletionDiscoveryFailure", false, "ResourcesDiscovered",
                "All resources successfully discovered"),
            condition(
                "NamespaceDeletionGroupVersionParsingFailure", false, "ParsedGroupVersions",
                "All legacy kube types successfully parsed"),
            condition(
                "NamespaceDeletionContentFailure", false, "ContentDeleted",
                "All content successfully deleted, may be waiting on finalization"),
            content, finalizers,
        ]
    }

    private var content: Object {
        let parts = remaining.map {
            "\($0.resource.resource).\($0.resource.group) has \($0.objects.count) resource instances"
        }
        return condition(
            "NamespaceContentRemaining", true, "SomeResourcesRemain",
            "Some resources are remaining: \(parts.sorted().joined(separator: ", "))")
    }

    private var finalizers: Object {
        var counts: [String: Int] = [:]
        for object in remaining.flatMap(\.objects) {
            for finalizer in object.finalizers { counts[finalizer, default: 0] += 1 }
        }
        guard !counts.isEmpty else {
            return condition(
                "NamespaceFinalizersRemaining", false, "ContentHasNoFinalizers",
                "All content-preserving finalizers finished")
        }
        let parts = counts.sorted { $0.key < $1.key }.map { "\($0.key) in \($0.value) resource instances" }
        return condition(
            "NamespaceFinalizersRemaining", true, "SomeFinalizersRemain",
            "Some content in the namespace has finalizers remaining: \(parts.joined(separator: ", "))")
    }

    private func condition(_ type: String, _ status: Bool, _ reason: String, _ message: String) -> Object {
        [
            "type": .string(type), "status": status ? "True" : "False", "reason": .string(reason),
            "message": .string(message),
        ]
    }
}

extension Object {
    /// Sets a condition; its time changes only with its status.
    fileprivate mutating func setTransition(_ condition: Object, now: Instant) {
        var condition = condition
        let old = self.condition(condition["type"]?.string ?? "")
        condition["lastTransitionTime"] =
            old?["status"] == condition["status"] ? old?["lastTransitionTime"] : .string(now.rfc3339)
        setCondition(condition)
    }
}
