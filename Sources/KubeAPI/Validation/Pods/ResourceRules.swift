import Documents
import KubeModel

/// Amounts of resources. Source: pkg/apis/core/validation/validation.go, `ValidateResourceRequirements`.
enum ResourceRules {
    static func requirements(
        _ requirements: Value, _ path: FieldPath, claims: Set<String> = [], _ errors: inout FieldErrors
    ) {
        let limits = requirements.map("limits")
        let requests = requirements.map("requests")
        for (name, amount) in limits { container(name, amount, path["limits"].key(name), &errors) }
        for (name, amount) in requests {
            container(name, amount, path["requests"].key(name), &errors)
            compare(name, request: amount, limit: limits[name], path, &errors)
        }
        let names = limits.names + requests.names
        if names.contains(where: ResourceName.isHugePages), !names.contains("cpu"), !names.contains("memory") {
            errors.forbidden(path, "HugePages require cpu or memory")
        }
        for (index, claim) in requirements.list("claims").enumerated() {
            let name = claim.text("name")
            if name.isEmpty {
                errors.required(path["claims"][index]["name"])
            } else if !claims.contains(name) {
                errors.notFound(path["claims"][index]["name"], name)
            }
        }
    }

    /// The resources of a pod as a whole.
    static func podRequirements(_ requirements: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let limits = requirements.map("limits")
        for (kind, list) in [("limits", limits), ("requests", requirements.map("requests"))] {
            for (name, amount) in list {
                let path = path[kind].key(name)
                if name != "cpu", name != "memory", !ResourceName.isHugePages(name) {
                    errors.notSupported(path, name, ["cpu", "hugepages-", "memory"])
                }
                quantity(name, amount, path, &errors)
            }
        }
        for (name, amount) in requirements.map("requests") {
            compare(name, request: amount, limit: limits[name], path, &errors)
        }
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

    private static func container(_ name: String, _ amount: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        containerName(name, path, &errors)
        quantity(name, amount, path, &errors)
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
