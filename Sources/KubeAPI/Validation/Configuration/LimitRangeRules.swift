import Documents
import KubeModel

/// Source: pkg/apis/core/validation/validation.go, `ValidateLimitRange`.
enum LimitRangeRules {
    static func check(_ range: Object, _ errors: inout FieldErrors) {
        var types: Set<String> = []
        for (index, limit) in range.part("spec").list("limits").enumerated() {
            let path = FieldPath.spec["limits"][index]
            let type = limit.text("type")
            typeName(type, path["type"], &errors)
            if !types.insert(type).inserted { errors.duplicate(path["type"], .string(type)) }
            names(limit, type, path, &errors)
            let resources = Set(
                ["max", "min", "default", "defaultRequest", "maxLimitRequestRatio"].flatMap { limit.map($0).names })
            for resource in resources.sorted() { Bounds(limit, resource, path).check(&errors) }
        }
    }

    private static func typeName(_ type: String, _ path: FieldPath, _ errors: inout FieldErrors) {
        let problems = Names.qualifiedNameProblems(type)
        errors.invalid(path, type, problems)
        if problems.isEmpty, !type.contains("/"), !["Pod", "Container", "PersistentVolumeClaim"].contains(type) {
            errors.invalid(path, type, "must be a standard limit type or fully qualified")
        }
    }

    private static func names(_ limit: Value, _ type: String, _ path: FieldPath, _ errors: inout FieldErrors) {
        for kind in ["max", "min"] { names(limit, kind, type, path, &errors) }
        for kind in ["default", "defaultRequest"] {
            if type != "Pod" {
                names(limit, kind, type, path, &errors)
            } else if !limit.map(kind).isEmpty {
                errors.forbidden(path[kind], "may not be specified when `type` is 'Pod'")
            }
        }
        if type == "PersistentVolumeClaim", limit.map("min")["storage"] == nil, limit.map("max")["storage"] == nil {
            errors.required(
                path["limits"], "either minimum or maximum storage value is required, but neither was provided")
        }
        names(limit, "maxLimitRequestRatio", type, path, &errors)
    }

    private static func names(
        _ limit: Value, _ kind: String, _ type: String, _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        for name in limit.map(kind).names {
            if type == "Pod" || type == "Container" {
                ResourceRules.containerName(name, path[kind].key(name), &errors)
            } else {
                ResourceRules.resourceName(name, path[kind].key(name), &errors)
            }
        }
    }
}

/// The amounts of one resource in one limit, which must be in order.
private struct Bounds {
    let resource: String
    let path: FieldPath
    let min: Quantity?
    let max: Quantity?
    let limit: Quantity?
    let request: Quantity?
    let ratio: Quantity?

    init(_ limit: Value, _ resource: String, _ path: FieldPath) {
        self.resource = resource
        self.path = path
        min = Quantity(limit.map("min")[resource])
        max = Quantity(limit.map("max")[resource])
        self.limit = Quantity(limit.map("default")[resource])
        request = Quantity(limit.map("defaultRequest")[resource])
        ratio = Quantity(limit.map("maxLimitRequestRatio")[resource])
    }

    func check(_ errors: inout FieldErrors) {
        if let min, let max, min > max {
            errors.invalid(place("min"), min.description, "min value \(min) is greater than max value \(max)")
        }
        requests(&errors)
        if let limit, let min, min > limit {
            errors.invalid(
                place("default"), min.description, "min value \(min) is greater than default value \(limit)")
        }
        if let limit, let max, limit > max {
            errors.invalid(
                place("default"), max.description, "default value \(limit) is greater than max value \(max)")
        }
        ratios(&errors)
        if let limit, let request, limit != request, !ResourceName.isOvercommitAllowed(resource) {
            errors.invalid(
                place("defaultRequest"), request.description,
                "default value \(limit) must equal to defaultRequest value \(request) in \(resource)")
        }
    }

    private func place(_ kind: String) -> FieldPath { path[kind].key(resource) }

    private func requests(_ errors: inout FieldErrors) {
        guard let request else { return }
        let place = place("defaultRequest")
        if let min, min > request {
            errors.invalid(
                place, request.description, "min value \(min) is greater than default request value \(request)")
        }
        if let max, request > max {
            errors.invalid(
                place, request.description, "default request value \(request) is greater than max value \(max)")
        }
        if let limit, request > limit {
            errors.invalid(
                place, request.description,
                "default request value \(request) is greater than default limit value \(limit)")
        }
    }

    private func ratios(_ errors: inout FieldErrors) {
        guard let ratio else { return }
        let place = place("maxLimitRequestRatio")
        if ratio < Quantity(1) { errors.invalid(place, ratio.description, "ratio \(ratio) is less than 1") }
        guard let min, let max, !min.isZero else { return }
        let most = max.approximate / min.approximate
        if ratio.approximate > most {
            errors.invalid(
                place, ratio.description,
                "ratio \(ratio) is greater than max/min = \(Self.sixDigits(most))")
        }
    }

    /// A number as `%f` prints it.
    private static func sixDigits(_ number: Double) -> String {
        let millionths = Int64((number * 1_000_000).rounded())
        let fraction = String(millionths % 1_000_000)
        return "\(millionths / 1_000_000)." + String(repeating: "0", count: 6 - fraction.count) + fraction
    }
}
