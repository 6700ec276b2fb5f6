import KubeModel

extension Validator {
    static let policies: [String: Validator] = [
        "Role": Validator(name: MetadataRules.pathSegment, rules: { RoleRules.check($0, isNamespaced: true, &$1) }),
        "ClusterRole": Validator(
            name: MetadataRules.pathSegment, rules: { RoleRules.check($0, isNamespaced: false, &$1) }),
        "RoleBinding": Validator(
            name: MetadataRules.pathSegment, rules: { RoleBindingRules.check($0, isNamespaced: true, &$1) },
            updateRules: RoleBindingRules.checkUpdate),
        "ClusterRoleBinding": Validator(
            name: MetadataRules.pathSegment, rules: { RoleBindingRules.check($0, isNamespaced: false, &$1) },
            updateRules: RoleBindingRules.checkUpdate),
        "PodDisruptionBudget": Validator(rules: DisruptionBudgetRules.check),
        "autoscaling.v2.HorizontalPodAutoscaler": Validator(
            name: MetadataRules.subdomain, rules: AutoscalerRules.check),
        "autoscaling.v1.HorizontalPodAutoscaler": Validator(
            name: MetadataRules.subdomain, rules: AutoscalerRules.check),
        "PriorityClass": Validator(
            name: MetadataRules.subdomain, rules: PriorityClassRules.check,
            updateRules: PriorityClassRules.checkUpdate),
        "RuntimeClass": Validator(
            name: MetadataRules.subdomain, rules: RuntimeClassRules.check, updateRules: RuntimeClassRules.checkUpdate),
    ]
}
