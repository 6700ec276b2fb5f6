import KubeModel

extension Validator {
    static let storage: [String: Validator] = [
        "PersistentVolume": Validator(
            name: MetadataRules.subdomain, rules: PersistentVolumeRules.check,
            updateRules: PersistentVolumeRules.checkUpdate),
        "PersistentVolumeClaim": Validator(
            name: MetadataRules.subdomain, rules: ClaimRules.check, updateRules: ClaimRules.checkUpdate),
        "StorageClass": Validator(
            name: MetadataRules.subdomain, rules: StorageClassRules.check,
            updateRules: StorageClassRules.checkUpdate),
        "CSIDriver": Validator(name: MetadataRules.subdomain),
        "VolumeAttachment": Validator(name: MetadataRules.subdomain),
    ]
}
