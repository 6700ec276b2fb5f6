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
        "CSIDriver": Validator(
            rules: StorageDriverRules.driver, updateRules: StorageDriverRules.driverUpdate),
        "CSINode": Validator(name: MetadataRules.subdomain, rules: StorageDriverRules.node),
        "VolumeAttachment": Validator(
            name: MetadataRules.subdomain, rules: StorageDriverRules.attachment,
            updateRules: StorageDriverRules.attachmentUpdate),
        "VolumeAttributesClass": Validator(
            name: MetadataRules.subdomain, rules: StorageDriverRules.attributesClass,
            updateRules: StorageDriverRules.attributesClassUpdate),
        "CSIStorageCapacity": Validator(name: MetadataRules.subdomain, rules: StorageDriverRules.capacity),
    ]
}
