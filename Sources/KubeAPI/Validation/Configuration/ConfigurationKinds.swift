import Documents
import KubeModel

extension Validator {
    static let configuration: [String: Validator] = [
        "ConfigMap": Validator(
            name: MetadataRules.subdomain, rules: ConfigMapRules.check, updateRules: ConfigMapRules.checkUpdate,
            looksAtUpdateFirst: true),
        "Secret": Validator(
            name: MetadataRules.subdomain, rules: SecretRules.check, updateRules: SecretRules.checkUpdate,
            looksAtUpdateFirst: true),
        "ServiceAccount": Validator(name: MetadataRules.subdomain),
        "Namespace": Validator(name: MetadataRules.label),
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
