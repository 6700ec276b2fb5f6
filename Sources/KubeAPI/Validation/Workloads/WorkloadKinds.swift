import Documents
import KubeModel

extension Validator {
    static let workloads: [String: Validator] = [
        "Deployment": Validator(
            name: MetadataRules.subdomain, rules: DeploymentRules.check, updateRules: DeploymentRules.checkUpdate),
        "ReplicaSet": Validator(
            name: MetadataRules.subdomain, rules: ReplicaSetRules.check, updateRules: DeploymentRules.checkUpdate),
        "ReplicationController": Validator(
            name: MetadataRules.subdomain, rules: ReplicationControllerRules.check),
        "DaemonSet": Validator(
            name: MetadataRules.subdomain, rules: DaemonSetRules.check, updateRules: DeploymentRules.checkUpdate),
        "StatefulSet": Validator(
            name: MetadataRules.label, rules: StatefulSetRules.check, updateRules: StatefulSetRules.checkUpdate),
        "Job": Validator(name: MetadataRules.subdomain, rules: JobRules.check, updateRules: JobRules.checkUpdate),
        "CronJob": Validator(name: MetadataRules.subdomain, rules: CronJobRules.check),
        "ControllerRevision": Validator(
            name: MetadataRules.subdomain, rules: ControllerRevisionRules.check,
            updateRules: ControllerRevisionRules.checkUpdate),
    ]
}

enum ControllerRevisionRules {
    static func check(_ revision: Object, _ errors: inout FieldErrors) {
        let number = revision["revision"]?.integer ?? 0
        if number < 0 {
            errors.invalid(FieldPath(text: "revision"), number, "must be greater than or equal to 0")
        }
    }

    static func checkUpdate(_ new: Object, _ old: Object, _ errors: inout FieldErrors) {
        errors.immutable(FieldPath(text: "data"), new["data"], old["data"])
    }
}
