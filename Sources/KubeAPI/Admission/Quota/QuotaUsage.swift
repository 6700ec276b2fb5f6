package import Documents
package import KubeModel

/// What an object takes from a namespace's quota.
///
/// Source: `pkg/quota/v1/evaluator/core` and the object count evaluator.
package enum QuotaUsage {
    /// The resources that a quota names but counts as objects.
    private static let counted: [String: String] = [
        "configmaps": "configmaps", "persistentvolumeclaims": "persistentvolumeclaims",
        "replicationcontrollers": "replicationcontrollers", "resourcequotas": "resourcequotas", "secrets": "secrets",
        "services": "services",
    ]

    /// The amounts that one object uses, by the names that quotas use.
    package static func usage(of object: Object, resource: ResourceType) -> [String: Quantity] {
        var usage: [String: Quantity] = ["count/\(resource.groupResource)": Quantity(1)]
        if resource.group.isEmpty, let name = counted[resource.plural] { usage[name] = Quantity(1) }
        switch (resource.group, resource.plural) {
        case ("", "pods"): addPod(object, to: &usage)
        case ("", "services"): addService(object, to: &usage)
        case ("", "persistentvolumeclaims"): addClaim(object, to: &usage)
        default: break
        }
        return usage
    }

    private static func addPod(_ pod: Object, to usage: inout [String: Quantity]) {
        guard !Pod(pod).isFinished else { return }
        usage["pods"] = Quantity(1)
        for (name, quantity) in PodAmounts.requests(of: pod) {
            usage["requests.\(name)"] = quantity
            if ["cpu", "memory", "ephemeral-storage"].contains(name) || name.hasPrefix("hugepages-") {
                usage[name] = quantity
            }
        }
        for (name, quantity) in PodAmounts.limits(of: pod) { usage["limits.\(name)"] = quantity }
    }

    private static func addService(_ service: Object, to usage: inout [String: Quantity]) {
        let ports = service["spec"]?["ports"]?.array ?? []
        switch service["spec"]?["type"]?.string {
        case "LoadBalancer":
            usage["services.loadbalancers"] = Quantity(1)
            usage["services.nodeports"] = Quantity(
                Int64(service["spec"]?["allocateLoadBalancerNodePorts"]?.bool == false ? 0 : ports.count))
        case "NodePort": usage["services.nodeports"] = Quantity(Int64(ports.count))
        default: break
        }
    }

    private static func addClaim(_ claim: Object, to usage: inout [String: Quantity]) {
        guard let storage = Quantity(claim["spec"]?["resources"]?["requests"]?["storage"]) else { return }
        usage["requests.storage"] = storage
        guard let name = claim["spec"]?["storageClassName"]?.string, !name.isEmpty else { return }
        usage["\(name).storageclass.storage.k8s.io/requests.storage"] = storage
        usage["\(name).storageclass.storage.k8s.io/persistentvolumeclaims"] = Quantity(1)
    }

    /// Whether a quota with scopes counts an object at all.
    package static func isInScope(_ quota: Object, _ object: Object, resource: ResourceType) -> Bool {
        var selectors = (quota["spec"]?["scopes"]?.array ?? []).map { scope -> Value in
            ["scopeName": scope, "operator": "Exists"]
        }
        selectors += quota["spec"]?["scopeSelector"]?["matchExpressions"]?.array ?? []
        guard !selectors.isEmpty else { return true }
        guard resource.plural == "pods" else { return false }
        return selectors.allSatisfy { matches($0, object) }
    }

    private static func matches(_ selector: Value, _ pod: Object) -> Bool {
        let deadline = pod["spec"]?["activeDeadlineSeconds"] != nil
        switch selector["scopeName"]?.string {
        case "Terminating": return deadline
        case "NotTerminating": return !deadline
        case "BestEffort": return QualityOfService.of(pod) == .bestEffort
        case "NotBestEffort": return QualityOfService.of(pod) != .bestEffort
        case "CrossNamespacePodAffinity": return reachesOtherNamespaces(pod)
        case "PriorityClass":
            let name = pod["spec"]?["priorityClassName"]?.string ?? ""
            let values = selector["values"]?.array?.compactMap(\.string) ?? []
            return switch selector["operator"]?.string {
            case "In": values.contains(name)
            case "NotIn": !values.contains(name)
            case "DoesNotExist": name.isEmpty
            default: !name.isEmpty
            }
        default: return false
        }
    }

    /// Whether a pod wants to be near, or far from, pods of other namespaces.
    private static func reachesOtherNamespaces(_ pod: Object) -> Bool {
        ["podAffinity", "podAntiAffinity"].contains { kind in
            let affinity = pod["spec"]?["affinity"]?[kind] ?? .null
            let terms =
                affinity.list("requiredDuringSchedulingIgnoredDuringExecution")
                + affinity.list("preferredDuringSchedulingIgnoredDuringExecution").map { $0.part("podAffinityTerm") }
            return terms.contains { !$0.list("namespaces").isEmpty || $0["namespaceSelector"] != nil }
        }
    }

    /// What all objects of a namespace use of what a quota limits.
    package static func total(for quota: Object, api: borrowing APIServer) -> [String: Quantity] {
        let hard = quota["spec"]?["hard"]?.object?.names ?? []
        var total: [String: Quantity] = [:]
        for name in hard { total[name] = .zero }
        for resource in resources(limitedBy: hard, api.resources) {
            for object in api.list(resource, namespace: quota.namespace)
            where isInScope(quota, object, resource: resource) {
                for (name, quantity) in usage(of: object, resource: resource) {
                    if let sum = total[name] { total[name] = sum + quantity }
                }
            }
        }
        return total
    }

    /// The resources whose objects can use any of the names.
    private static func resources(limitedBy names: [String], _ registry: ResourceRegistry) -> [ResourceType] {
        let wanted = Set(names)
        let isAboutPods = names.contains { name in
            name == "pods" || name.hasPrefix("requests.") || name.hasPrefix("limits.")
                || ["cpu", "memory", "ephemeral-storage"].contains(name)
        }
        return registry.types.filter { type in
            guard type.isNamespaced, type.verbs.contains("list") else { return false }
            if wanted.contains("count/\(type.groupResource)") { return true }
            guard type.group.isEmpty else { return false }
            return switch type.plural {
            case "pods": isAboutPods
            case "services": names.contains { $0.hasPrefix("services") }
            case "persistentvolumeclaims":
                names.contains { $0.contains("storage") || $0.contains("persistentvolumeclaims") }
            default: wanted.contains(type.plural)
            }
        }
    }
}
