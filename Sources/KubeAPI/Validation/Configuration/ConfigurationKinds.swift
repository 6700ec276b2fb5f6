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
        "Namespace": Validator(name: MetadataRules.label, rules: NamespaceRules.check),
        "LimitRange": Validator(name: MetadataRules.subdomain, rules: LimitRangeRules.check),
        "ResourceQuota": Validator(
            name: MetadataRules.subdomain, rules: ResourceQuotaRules.check,
            updateRules: ResourceQuotaRules.checkUpdate),
        "Lease": Validator(name: MetadataRules.subdomain, rules: LeaseRules.check),
    ]
}

enum NamespaceRules {
    /// The finalizers that keep a namespace until it is empty. Source: pkg/apis/core/validation/validation.go
    static func check(_ namespace: Object, _ errors: inout FieldErrors) {
        MetadataRules.finalizers(
            namespace.part("spec").texts("finalizers"), FieldPath.spec["finalizers"], &errors)
    }
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
        if !spec.text("preferredHolder").isEmpty, spec.text("strategy").isEmpty {
            errors.forbidden(
                FieldPath.spec["preferredHolder"], "may only be specified if `strategy` is defined")
        }
    }
}
