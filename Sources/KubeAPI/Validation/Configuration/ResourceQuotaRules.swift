import Documents
import KubeModel

/// Source: pkg/apis/core/validation/validation.go, `ValidateResourceQuotaSpec`.
enum ResourceQuotaRules {
    private static let scopes: Set<String> = [
        "Terminating", "NotTerminating", "BestEffort", "NotBestEffort", "PriorityClass", "CrossNamespacePodAffinity",
        "VolumeAttributesClass",
    ]
    private static let compute: Set<String> = [
        "cpu", "memory", "limits.cpu", "limits.memory", "requests.cpu", "requests.memory",
    ]

    static func check(_ quota: Object, _ errors: inout FieldErrors) {
        let spec = quota.part("spec")
        for (name, amount) in spec.map("hard") {
            let path = FieldPath.spec["hard"].key(name)
            ResourceRules.resourceName(name, path, &errors)
            if !name.contains("/"), Names.qualifiedNameProblems(name).isEmpty,
                !ResourceName.isStandardForQuota(name)
            {
                errors.invalid(path, name, "must be a standard resource for quota")
            }
            ResourceRules.quantity(name, amount, path, &errors)
        }
        scopeNames(spec, &errors)
        scopeSelector(spec, &errors)
    }

    /// Whether a scope can narrow down what is counted of a resource.
    private static func applies(_ scope: String, to resource: String) -> Bool {
        switch scope {
        case "Terminating", "NotTerminating", "NotBestEffort", "PriorityClass", "CrossNamespacePodAffinity":
            resource == "pods" || compute.contains(resource)
        case "BestEffort": resource == "pods"
        case "VolumeAttributesClass": resource == "persistentvolumeclaims" || resource == "requests.storage"
        default: true
        }
    }

    private static func misapplied(_ scope: String, _ spec: Value) -> Bool {
        spec.map("hard").names.contains { ResourceName.isStandardForQuota($0) && !applies(scope, to: $0) }
    }

    private static func scopeNames(_ spec: Value, _ errors: inout FieldErrors) {
        let names = spec.texts("scopes")
        guard !names.isEmpty else { return }
        let path = FieldPath.spec["scopes"]
        let shown = BadValue.value(Value(names))
        for name in names {
            if !scopes.contains(name) { errors.invalid(path, shown, "unsupported scope") }
            if misapplied(name, spec) { errors.invalid(path, shown, "unsupported scope applied to resource") }
        }
        conflicts(names, path, shown, &errors)
    }

    private static func conflicts(
        _ names: [String], _ path: FieldPath, _ shown: BadValue, _ errors: inout FieldErrors
    ) {
        for pair in [["BestEffort", "NotBestEffort"], ["Terminating", "NotTerminating"]]
        where pair.allSatisfy(names.contains) {
            errors.invalid(path, shown, "conflicting scopes")
        }
    }

    private static func scopeSelector(_ spec: Value, _ errors: inout FieldErrors) {
        let expressions = spec["scopeSelector"]?.list("matchExpressions") ?? []
        let path = FieldPath.spec["scopeSelector"]["matchExpressions"]
        for expression in expressions {
            let scope = expression.text("scopeName")
            if !scopes.contains(scope) { errors.invalid(path["scopeName"], scope, "unsupported scope") }
            if misapplied(scope, spec) {
                errors.invalid(path, shown(expressions), "unsupported scope applied to resource")
            }
            requirement(expression, scope, path, &errors)
        }
        conflicts(
            expressions.map { $0.text("scopeName") }, path, BadValue(spec["scopes"]), &errors)
    }

    private static let withoutValues: Set<String> = [
        "BestEffort", "NotBestEffort", "Terminating", "NotTerminating", "CrossNamespacePodAffinity",
    ]

    private static func requirement(
        _ expression: Value, _ scope: String, _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        let operation = expression.text("operator")
        if withoutValues.contains(scope), operation != "Exists" {
            errors.invalid(
                path["operator"], operation,
                "must be 'Exist' when scope is any of ResourceQuotaScopeTerminating, ResourceQuotaScopeNotTerminating, "
                    + "ResourceQuotaScopeBestEffort, ResourceQuotaScopeNotBestEffort or "
                    + "ResourceQuotaScopeCrossNamespacePodAffinity")
        }
        let values = expression.list("values")
        switch operation {
        case "In", "NotIn":
            if values.isEmpty {
                errors.required(
                    path["values"],
                    "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector")
            }
        case "Exists", "DoesNotExist":
            if !values.isEmpty {
                errors.invalid(
                    path["values"], .array(values),
                    "must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope selector")
            }
        default: errors.invalid(path["operator"], operation, "not a valid selector operator")
        }
    }

    /// The selector as the server's struct shows it.
    private static func shown(_ expressions: [Value]) -> BadValue {
        .members([
            .init(
                "MatchExpressions",
                .list(
                    expressions.map { expression in
                        .members([
                            .init("ScopeName", .string(expression.text("scopeName"))),
                            .init("Operator", .string(expression.text("operator"))),
                            .init("Values", BadValue(expression["values"])),
                        ])
                    }))
        ])
    }

    static func checkUpdate(_ new: Object, _ old: Object, _ errors: inout FieldErrors) {
        let scopes = Set(new.part("spec").texts("scopes"))
        if scopes != Set(old.part("spec").texts("scopes")) {
            errors.invalid(FieldPath.spec["scopes"], BadValue(new["spec"]?["scopes"]), "field is immutable")
        }
    }
}
