import Documents
import KubeModel

/// Amounts of resources. Source: pkg/apis/core/validation/validation.go, `ValidateResourceRequirements`.
enum ResourceRules {
    typealias NameRule = (_ name: String, _ path: FieldPath, _ errors: inout FieldErrors) -> Void

    static func requirements(
        _ requirements: Value, _ path: FieldPath, claims: Set<String> = [], name: NameRule = containerName,
        _ errors: inout FieldErrors
    ) {
        let limits = requirements.map("limits")
        let requests = requirements.map("requests")
        for (resource, amount) in limits {
            name(resource, path["limits"].key(resource), &errors)
            quantity(resource, amount, path["limits"].key(resource), &errors)
            pages(resource, amount, path["limits"].key(resource), &errors)
        }
        for (resource, amount) in requests {
            name(resource, path["requests"].key(resource), &errors)
            quantity(resource, amount, path["requests"].key(resource), &errors)
            compare(resource, request: amount, limit: limits[resource], path, &errors)
            pages(resource, amount, path["requests"].key(resource), &errors)
        }
        let names = limits.names + requests.names
        if names.contains(where: ResourceName.isHugePages), !names.contains("cpu"), !names.contains("memory") {
            errors.forbidden(path, "HugePages require cpu or memory")
        }
        claimNames(requirements.list("claims"), claims, path["claims"], &errors)
    }

    private static func claimNames(
        _ claims: [Value], _ known: Set<String>, _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        var used: Set<String> = []
        for (index, claim) in claims.enumerated() {
            let name = claim.text("name")
            guard !name.isEmpty else {
                errors.required(path[index])
                continue
            }
            let request = claim.text("request")
            if !request.isEmpty { errors.invalid(path[index]["request"], request, Names.labelProblems(request)) }
            let key = request.isEmpty ? name : name + "/" + request
            // A claim as a whole overlaps with each of its requests.
            if used.contains(name) || request.isEmpty && used.contains(where: { $0.hasPrefix(name + "/") }) {
                errors.duplicate(path[index], .string(name))
            } else if used.contains(key) {
                errors.duplicate(path[index], .string(key))
            }
            used.insert(key)
            guard !known.contains(name) else { continue }
            let those = known.isEmpty ? " which is empty" : ": " + known.sorted().joined(separator: ", ")
            errors.notFound(path[index], name, "must be one of the names in pod.spec.resourceClaims" + those)
        }
    }

    /// Pages are used whole.
    private static func pages(_ name: String, _ amount: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        guard ResourceName.isHugePages(name), let quantity = Quantity(amount) else { return }
        let size = Quantity(.string(String(name.dropFirst("hugepages-".count))))
        if let size, size > .zero, size.milliUnits % 1000 == 0, quantity.milliUnits % size.milliUnits == 0 { return }
        errors.invalid(
            path, quantity.description, "\(quantity) is not positive integer multiple of \(name)")
    }

    /// The resources of a pod as a whole.
    static func pod(_ resources: Value, _ spec: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        if resources["claims"] != nil {
            errors.forbidden(path["claims"], "claims cannot be set for Resources at pod-level")
        }
        let claims = Set(spec.list("resourceClaims").map { $0.text("name") })
        requirements(resources, path, claims: claims, name: podName, &errors)
        let limits = resources.map("limits")
        for (index, container) in spec.list("containers").enumerated() {
            for (name, amount) in container.part("resources").map("limits") {
                guard let limit = Quantity(amount), let whole = Quantity(limits[name]), limit > whole else { continue }
                errors.invalid(
                    path["containers"][index].key(name)["limits"], limit.description,
                    "must be less than or equal to pod limits of \(whole)")
            }
        }
    }

    private static func podName(_ name: String, _ path: FieldPath, _ errors: inout FieldErrors) {
        let count = errors.count
        resourceName(name, path, &errors)
        let isSupported = name == "cpu" || name == "memory" || ResourceName.isHugePages(name)
        if errors.count == count, !isSupported { errors.notSupported(path, name, ["cpu", "hugepages-", "memory"]) }
    }

    private static func compare(
        _ name: String, request: Value, limit: Value?, _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        guard let request = Quantity(request) else { return }
        guard let limit = Quantity(limit) else {
            if !ResourceName.isOvercommitAllowed(name) {
                errors.required(path["limits"], "Limit must be set for non overcommitable resources")
            }
            return
        }
        if request != limit, !ResourceName.isOvercommitAllowed(name) {
            errors.invalid(path["requests"], request.description, "must be equal to \(name) limit of \(limit)")
        } else if request > limit {
            errors.invalid(
                path["requests"], request.description, "must be less than or equal to \(name) limit of \(limit)")
        }
    }

    static func containerName(_ name: String, _ path: FieldPath, _ errors: inout FieldErrors) {
        resourceName(name, path, &errors)
        if !name.contains("/") {
            if !ResourceName.isStandardForContainers(name) {
                errors.invalid(path, name, "must be a standard resource for containers")
            }
        } else if !ResourceName.isNative(name), !ResourceName.isExtended(name) {
            errors.invalid(path, name, "doesn't follow extended resource name standard")
        }
    }

    static func resourceName(_ name: String, _ path: FieldPath, _ errors: inout FieldErrors) {
        let problems = Names.qualifiedNameProblems(name)
        errors.invalid(path, name, problems)
        if problems.isEmpty, !name.contains("/"), !ResourceName.isStandard(name) {
            errors.invalid(path, name, "must be a standard resource type or fully qualified")
        }
    }

    static func quantity(_ name: String, _ amount: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        guard let quantity = Quantity(amount) else { return }
        if quantity < .zero { errors.invalid(path, quantity.description, "must be greater than or equal to 0") }
        if ResourceName.isInteger(name), quantity.milliUnits % 1000 != 0 {
            errors.invalid(path, quantity.description, "must be an integer")
        }
    }
}

/// What kind of resource a name means. Source: pkg/apis/core/helper/helpers.go
enum ResourceName {
    private static let forContainers: Set<String> = ["cpu", "memory", "ephemeral-storage"]
    private static let objects: Set<String> = [
        "pods", "services", "replicationcontrollers", "resourcequotas", "secrets", "configmaps",
        "persistentvolumeclaims", "services.nodeports", "services.loadbalancers",
    ]
    private static let ofQuota: Set<String> = [
        "cpu", "memory", "ephemeral-storage", "requests.cpu", "requests.memory", "requests.storage",
        "requests.ephemeral-storage", "limits.cpu", "limits.memory", "limits.ephemeral-storage",
    ]

    static func isHugePages(_ name: String) -> Bool { name.hasPrefix("hugepages-") }

    static func isStandardForContainers(_ name: String) -> Bool {
        forContainers.contains(name) || isHugePages(name)
    }

    static func isStandard(_ name: String) -> Bool {
        ofQuota.contains(name) || objects.contains(name) || name == "storage" || isHugePages(name)
            || name.hasPrefix("requests.hugepages-")
    }

    static func isStandardForQuota(_ name: String) -> Bool {
        ofQuota.contains(name) || objects.contains(name) || isHugePages(name) || name.hasPrefix("requests.hugepages-")
    }

    static func isNative(_ name: String) -> Bool { !name.contains("/") || name.contains("kubernetes.io/") }

    static func isExtended(_ name: String) -> Bool {
        !isNative(name) && !name.hasPrefix("requests.") && Names.qualifiedNameProblems("requests." + name).isEmpty
    }

    static func isInteger(_ name: String) -> Bool { objects.contains(name) || isExtended(name) }

    static func isOvercommitAllowed(_ name: String) -> Bool { isNative(name) && !isHugePages(name) }
}
