import KubeModel

extension Validator {
    static let pods: [String: Validator] = [
        "Pod": Validator(
            name: MetadataRules.subdomain, rules: PodRules.newPod, updateRules: PodUpdateRules.check,
            hasOwnUpdate: true),
        "PodTemplate": Validator(
            name: MetadataRules.subdomain,
            rules: { PodRules.template($0.part("template"), FieldPath(text: "template"), &$1) }),
    ]
}
