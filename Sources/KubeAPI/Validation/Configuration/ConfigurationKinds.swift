import Documents
import KubeModel

extension Validator {
    static let configuration: [String: Validator] = [
        "ConfigMap": Validator(
            name: MetadataRules.subdomain, rules: ConfigMapRules.check, updateRules: ConfigMapRules.checkUpdate),
        "Secret": Validator(
            name: MetadataRules.subdomain, rules: SecretRules.check, updateRules: SecretRules.checkUpdate),
        "ServiceAccount": Validator(name: MetadataRules.subdomain),
        "Namespace": Validator(name: MetadataRules.label),
        "Node": Validator(name: MetadataRules.subdomain, rules: NodeRules.check),
        "LimitRange": Validator(name: MetadataRules.subdomain, rules: LimitRangeRules.check),
        "ResourceQuota": Validator(
            name: MetadataRules.subdomain, rules: ResourceQuotaRules.check,
            updateRules: ResourceQuotaRules.checkUpdate),
        "Lease": Validator(name: MetadataRules.subdomain, rules: LeaseRules.check),
    ]
}

/// Source: pkg/apis/coordination/validation/validation.go
enum LeaseRules {
    static func check(_ lease: Object, _ errors: inout FieldErrors) {
        let spec = lease.part("spec")
        if let seconds = spec.number("leaseDurationSeconds"), seconds <= 0 {
            errors.invalid(FieldPath.spec["leaseDurationSeconds"], seconds, "must be greater than 0")
        }
        errors.notNegative(FieldPath.spec["leaseTransitions"], spec.number("leaseTransitions"))
        if let strategy = spec["strategy"]?.string {
            errors.oneOf(FieldPath.spec["strategy"], strategy, ["OldestEmulationVersion"])
        }
    }
}

/// Source: pkg/apis/core/validation/validation.go, `ValidateNode`.
enum NodeRules {
    static func check(_ node: Object, _ errors: inout FieldErrors) {
        var seen: Set<[String]> = []
        for (index, taint) in node.part("spec").list("taints").enumerated() {
            let path = FieldPath.spec["taints"][index]
            let key = taint.text("key")
            errors.invalid(path["key"], key, Names.labelKeyProblems(key))
            let problems = Names.labelValueProblems(taint.text("value"))
            if !problems.isEmpty {
                errors.invalid(path["value"], taint.text("value"), problems.joined(separator: ";"))
            }
            let effect = taint.text("effect")
            if effect.isEmpty {
                errors.required(path["effect"])
            } else {
                errors.oneOf(path["effect"], effect, ["NoSchedule", "PreferNoSchedule", "NoExecute"])
            }
            if !seen.insert([key, effect]).inserted {
                errors.duplicate(
                    path,
                    .members([
                        .init("Key", .string(key)), .init("Value", .string(taint.text("value"))),
                        .init("Effect", .string(effect)), .init("TimeAdded", .null),
                    ]))
            }
        }
    }
}
