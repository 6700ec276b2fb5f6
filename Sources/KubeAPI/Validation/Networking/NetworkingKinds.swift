import KubeModel

extension Validator {
    static let networking: [String: Validator] = [
        "Service": Validator(
            name: MetadataRules.label, rules: ServiceRules.check, updateRules: ServiceUpdateRules.check,
            looksAtUpdateFirst: true),
        "Endpoints": Validator(name: MetadataRules.subdomain, rules: EndpointsRules.check),
        "EndpointSlice": Validator(
            name: MetadataRules.subdomain, rules: EndpointSliceRules.check,
            updateRules: EndpointSliceRules.checkUpdate),
        "Ingress": Validator(name: MetadataRules.subdomain, rules: IngressRules.check),
        "IngressClass": Validator(
            name: MetadataRules.subdomain, rules: IngressClassRules.check,
            updateRules: IngressClassRules.checkUpdate),
        "NetworkPolicy": Validator(name: MetadataRules.subdomain, rules: NetworkPolicyRules.check),
    ]
}
