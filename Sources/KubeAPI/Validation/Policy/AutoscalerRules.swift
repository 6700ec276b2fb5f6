import Documents
import KubeModel

/// Source: pkg/apis/autoscaling/validation/validation.go
enum AutoscalerRules {
    static func check(_ scaler: Object, _ errors: inout FieldErrors) {
        let spec = scaler.part("spec")
        let least = spec.number("minReplicas")
        let most = spec.number("maxReplicas") ?? 0
        if let least, least < 1 {
            errors.invalid(FieldPath.spec["minReplicas"], least, "must be greater than or equal to 1")
        }
        let path = FieldPath.spec["maxReplicas"]
        if most == 0 {
            errors.required(path, "must be set and greater than 0")
        } else if most < 1 {
            errors.invalid(path, most, "must be greater than or equal to 1")
        }
        if let least, most < least {
            errors.invalid(path, most, "must be greater than or equal to `minReplicas`")
        }
        reference(spec.part("scaleTargetRef"), FieldPath.spec["scaleTargetRef"], &errors)
        for (index, metric) in spec.list("metrics").enumerated() {
            MetricRules.check(metric, FieldPath.spec["metrics"][index], &errors)
        }
        if least == 0, !spec.list("metrics").contains(where: { $0["object"] != nil || $0["external"] != nil }) {
            errors.forbidden(
                FieldPath.spec["metrics"],
                "must specify at least one Object or External metric to support scaling to zero replicas")
        }
        for direction in ["scaleUp", "scaleDown"] {
            if let rules = spec["behavior"]?[direction] {
                behavior(rules, FieldPath.spec["behavior"][direction], &errors)
            }
        }
    }

    static func reference(_ reference: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        for field in ["kind", "name"] {
            let text = reference.text(field)
            if text.isEmpty {
                errors.required(path[field])
            } else {
                errors.invalid(path[field], text, Names.pathSegmentProblems(text))
            }
        }
        let version = reference.text("apiVersion")
        let parts = version.split(separator: "/", omittingEmptySubsequences: false)
        if parts.count > 2 {
            errors.invalid(
                path["apiVersion"], version, "unexpected GroupVersion string: \(version)")
        } else if parts.count < 2, reference.text("kind") != "ReplicationController" {
            errors.invalid(path["apiVersion"], version, "apiVersion must specify API group")
        }
    }

    private static func behavior(_ rules: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        if let seconds = rules.number("stabilizationWindowSeconds") {
            let path = path["stabilizationWindowSeconds"]
            if seconds < 0 { errors.invalid(path, seconds, "must be greater than or equal to zero") }
            if seconds > 3600 { errors.invalid(path, seconds, "must be less than or equal to 3600") }
        }
        if let policy = rules["selectPolicy"]?.string {
            errors.oneOf(path["selectPolicy"], policy, ["Disabled", "Max", "Min"])
        }
        let policies = rules.list("policies")
        if policies.isEmpty { errors.required(path["policies"], "must specify at least one Policy") }
        for (index, policy) in policies.enumerated() {
            let path = path["policies"][index]
            errors.oneOf(path["type"], policy.text("type"), ["Percent", "Pods"])
            for field in ["value", "periodSeconds"] {
                let number = policy.number(field) ?? 0
                if number <= 0 { errors.invalid(path[field], number, "must be greater than zero") }
                if field == "periodSeconds", number > 1800 {
                    errors.invalid(path[field], number, "must be less than or equal to 1800")
                }
            }
        }
    }
}

/// What an autoscaler looks at.
enum MetricRules {
    private static let types = ["ContainerResource", "External", "Object", "Pods", "Resource"]
    private static let fields = ["object", "external", "pods", "resource", "containerResource"]
    private static let onlyOneTarget = "may not set both a target raw value and a target utilization"

    static func check(_ metric: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let type = metric.text("type")
        if type.isEmpty { errors.required(path["type"], "must specify a metric source type") }
        errors.oneOf(path["type"], type, types)
        let present = fields.filter { metric[$0] != nil }
        if let first = present.first { source(metric.part(first), first, path[first], &errors) }
        let expected = type.prefix(1).lowercased() + type.dropFirst()
        if types.contains(type), !present.contains(expected) {
            errors.required(path[expected], "must populate information for the given metric source")
        }
        if present.count != 1 {
            for field in present.sorted() where field != expected {
                errors.forbidden(path[field], "must populate the given metric source only")
            }
        }
    }

    private static func source(_ source: Value, _ kind: String, _ path: FieldPath, _ errors: inout FieldErrors) {
        let target = source.part("target")
        switch kind {
        case "resource", "containerResource":
            if source.text("name").isEmpty { errors.required(path["name"], "must specify a resource name") }
            if kind == "containerResource", source.text("container").isEmpty {
                errors.required(path["container"], "must specify a container")
            }
            self.target(target, path["target"], &errors)
            utilization(target, path["target"], &errors)
        case "pods":
            identifier(source.part("metric"), path["metric"], &errors)
            self.target(target, path["target"], &errors)
            if (Quantity(target["averageValue"]) ?? .zero) <= .zero {
                errors.required(path["target"]["averageValue"], "must specify a positive target averageValue")
            }
        case "object":
            AutoscalerRules.reference(source.part("describedObject"), path["describedObject"], &errors)
            identifier(source.part("metric"), path["metric"], &errors)
            self.target(target, path["target"], &errors)
            if target["value"] == nil, target["averageValue"] == nil {
                errors.required(
                    path["target"]["averageValue"], "must set either a target value or averageValue")
            }
        default: external(source, target, path, &errors)
        }
    }

    private static func external(
        _ source: Value, _ target: Value, _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        identifier(source.part("metric"), path["metric"], &errors)
        self.target(target, path["target"], &errors)
        if target["value"] == nil, target["averageValue"] == nil {
            errors.required(
                path["target"]["averageValue"], "must set either a target value for metric or a per-pod target")
        }
        if target["value"] != nil, target["averageValue"] != nil {
            errors.forbidden(
                path["target"]["value"], "may not set both a target value for metric and a per-pod target")
        }
    }

    private static func utilization(_ target: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let hasUtilization = target["averageUtilization"] != nil
        let hasValue = target["averageValue"] != nil
        if !hasUtilization, !hasValue {
            errors.required(
                path["averageUtilization"], "must set either a target raw value or a target utilization")
        } else if hasUtilization, hasValue {
            errors.forbidden(path["averageValue"], onlyOneTarget)
        }
    }

    private static func identifier(_ metric: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let name = metric.text("name")
        if name.isEmpty {
            errors.required(path["name"], "must specify a metric name")
        } else {
            errors.invalid(path["name"], name, Names.pathSegmentProblems(name))
        }
    }

    private static func target(_ target: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let type = target.text("type")
        if type.isEmpty { errors.required(path["type"], "must specify a metric target type") }
        if !["Utilization", "Value", "AverageValue"].contains(type) {
            errors.invalid(path["type"], type, "must be either Utilization, Value, or AverageValue")
        }
        for field in ["value", "averageValue"] {
            if let amount = Quantity(target[field]), amount <= .zero {
                errors.invalid(path[field], amount.description, "must be positive")
            }
        }
        if let percent = target.number("averageUtilization"), percent < 1 {
            errors.invalid(path["averageUtilization"], percent, "must be greater than 0")
        }
    }
}
