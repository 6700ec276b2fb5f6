import KubeModel

extension Validator {
    static let cluster: [String: Validator] = [
        "Node": Validator(
            name: MetadataRules.subdomain, rules: NodeRules.check, updateRules: NodeRules.checkUpdate),
        "FlowSchema": Validator(name: MetadataRules.subdomain, rules: FlowSchemaRules.check),
        "PriorityLevelConfiguration": Validator(name: MetadataRules.subdomain, rules: PriorityLevelRules.check),
        "ServiceCIDR": Validator(name: MetadataRules.subdomain, rules: AddressKindRules.range),
        "IPAddress": Validator(name: AddressKindRules.addressName, rules: AddressKindRules.address),
        "resource.v1.ResourceClaim": Validator(
            name: MetadataRules.subdomain, rules: DeviceRules.claim, updateRules: DeviceRules.checkUpdate),
        "ResourceClaimTemplate": Validator(
            name: MetadataRules.subdomain, rules: DeviceRules.template, updateRules: DeviceRules.checkUpdate),
        "DeviceClass": Validator(name: MetadataRules.subdomain, rules: DeviceRules.deviceClass),
        "core.v1.Event": Validator(rules: EventRules.check),
        "CertificateSigningRequest": Validator(
            name: MetadataRules.subdomain, rules: CertificateRequestRules.check,
            updateRules: CertificateRequestRules.checkUpdate),
    ]
}
