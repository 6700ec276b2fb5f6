import Documents
import KubeModel

/// Source: pkg/apis/{rbac,storage,scheduling}/v1/defaults.go
extension Defaults {
    private static let rbacGroup: Value = "rbac.authorization.k8s.io"

    @Sendable static func roleBinding(_ binding: inout Object) {
        binding.making("roleRef") { $0.setDefault("apiGroup", rbacGroup) }
        binding.withEach("subjects") { subject in
            if subject["kind"] == "User" || subject["kind"] == "Group" { subject.setDefault("apiGroup", rbacGroup) }
        }
    }

    @Sendable static func storageClass(_ storageClass: inout Object) {
        storageClass.setDefault("reclaimPolicy", "Delete")
        storageClass.setDefault("volumeBindingMode", "Immediate")
    }

    @Sendable static func csiDriver(_ driver: inout Object) {
        driver.making("spec") { spec in
            spec.setDefault("attachRequired", true)
            spec.setDefault("podInfoOnMount", false)
            spec.setDefault("storageCapacity", false)
            spec.setDefault("fsGroupPolicy", "ReadWriteOnceWithFSType")
            spec.setDefault("requiresRepublish", false)
            spec.setDefault("seLinuxMount", false)
            if spec["volumeLifecycleModes"]?.array?.isEmpty ?? true { spec["volumeLifecycleModes"] = ["Persistent"] }
        }
    }

    @Sendable static func priorityClass(_ priorityClass: inout Object) {
        priorityClass.setDefault("preemptionPolicy", "PreemptLowerPriority")
    }

    static func resourceClaimSpec(_ spec: inout Object) {
        spec.with("devices") { devices in
            devices.withEach("requests") { request in
                request.with("exactly", deviceRequest)
                request.withEach("firstAvailable", deviceRequest)
            }
        }
    }

    private static func deviceRequest(_ request: inout Object) {
        request.setDefault("allocationMode", "ExactCount")
        if request["allocationMode"] == "ExactCount" { request.setDefault("count", 1) }
        request.withEach("tolerations") { $0.setDefault("operator", "Equal") }
    }
}
