import Documents
import KubeModel

/// Drivers of volumes outside the cluster's own code. Source: pkg/apis/storage/validation/validation.go
enum StorageDriverRules {
    static func driver(_ driver: Object, _ errors: inout FieldErrors) {
        DriverVolumeRules.name(driver.name, FieldPath(text: "name"), &errors)
        let spec = driver.part("spec")
        if let policy = spec["fsGroupPolicy"]?.string {
            errors.oneOf(FieldPath.spec["fsGroupPolicy"], policy, ["ReadWriteOnceWithFSType", "File", "None"])
        }
        var audiences: Set<String> = []
        for (index, token) in spec.list("tokenRequests").enumerated() {
            let path = FieldPath.spec["tokenRequests"][index]
            if !audiences.insert(token.text("audience")).inserted {
                errors.duplicate(path["audience"], .string(token.text("audience")))
            }
            if let seconds = token.number("expirationSeconds"), seconds < 600 {
                errors.invalid(
                    path["expirationSeconds"], seconds, "may not specify a duration less than 10 minutes")
            }
        }
        for mode in spec.texts("volumeLifecycleModes") {
            errors.oneOf(FieldPath.spec["volumeLifecycleModes"], mode, ["Ephemeral", "Persistent"])
        }
        if let seconds = spec.number("nodeAllocatableUpdatePeriodSeconds"), seconds < 10 {
            errors.invalid(
                FieldPath.spec["nodeAllocatableUpdatePeriodSeconds"], seconds,
                "must be greater than or equal to 10 seconds")
        }
    }

    static func driverUpdate(_ new: Object, _ old: Object, _ errors: inout FieldErrors) {
        for field in ["attachRequired", "volumeLifecycleModes"] {
            errors.immutable(FieldPath.spec[field], new["spec"]?[field], old["spec"]?[field])
        }
    }

    static func node(_ node: Object, _ errors: inout FieldErrors) {
        var names: Set<String> = []
        for (index, driver) in node.part("spec").list("drivers").enumerated() {
            let path = FieldPath.spec["drivers"][index]
            let name = driver.text("name")
            DriverVolumeRules.name(name, path["name"], &errors)
            if !names.insert(name).inserted { errors.duplicate(path["name"], .string(name)) }
            let node = driver.text("nodeID")
            if node.isEmpty { errors.required(path["nodeID"]) }
            if node.utf8.count > 256 { errors.invalid(path["nodeID"], node, "must be 256 characters or less") }
            if let count = driver["allocatable"]?.number("count") {
                errors.notNegative(path["allocatable"]["count"], count)
            }
            topologyKeys(driver.texts("topologyKeys"), path["topologyKeys"], &errors)
        }
    }

    private static func topologyKeys(_ keys: [String], _ path: FieldPath, _ errors: inout FieldErrors) {
        for (index, key) in keys.enumerated() {
            if keys[..<index].contains(key) { errors.duplicate(path, .string(key)) }
            if key.isEmpty { errors.required(path) }
            errors.invalid(path, key, Names.qualifiedNameProblems(key))
        }
    }

    private static let oneSource = "must specify exactly one of inlineVolumeSpec and persistentVolumeName"

    static func attachment(_ attachment: Object, _ errors: inout FieldErrors) {
        let spec = attachment.part("spec")
        if spec.text("attacher").isEmpty { errors.required(FieldPath.spec["attacher"]) }
        let source = spec.part("source")
        let path = FieldPath.spec["source"]
        switch (source["inlineVolumeSpec"], source["persistentVolumeName"]?.string) {
        case (nil, nil): errors.required(path, oneSource)
        case (.some, .some): errors.forbidden(path, oneSource)
        case (nil, ""?):
            errors.required(path["persistentVolumeName"], "must specify non empty persistentVolumeName")
        default: break
        }
        errors.invalid(
            FieldPath.spec["nodeName"], spec.text("nodeName"), Names.subdomainProblems(spec.text("nodeName")))
    }

    static func attachmentUpdate(_ new: Object, _ old: Object, _ errors: inout FieldErrors) {
        if new["spec"] != old["spec"] {
            errors.invalid(.spec, new["spec"], "field is immutable")
        }
    }

    static func attributesClass(_ attributes: Object, _ errors: inout FieldErrors) {
        let driver = attributes.text("driverName").lowercased()
        if driver.isEmpty {
            errors.required(FieldPath(text: "driverName"))
        } else {
            errors.invalid(FieldPath(text: "driverName"), driver, Names.qualifiedNameProblems(driver))
        }
        if attributes["parameters"]?.object?.isEmpty ?? true {
            errors.required(FieldPath(text: "parameters"), "must contain at least one key/value pair")
        }
    }

    static func attributesClassUpdate(_ new: Object, _ old: Object, _ errors: inout FieldErrors) {
        for field in ["driverName", "parameters"] where new[field] != old[field] {
            errors.forbidden(FieldPath(text: field), "updates to \(field) are forbidden.")
        }
    }

    static func capacity(_ capacity: Object, _ errors: inout FieldErrors) {
        SelectorRules.check(capacity["nodeTopology"], FieldPath(text: "nodeTopology"), &errors)
        let name = capacity.text("storageClassName")
        errors.invalid(FieldPath(text: "storageClassName"), name, Names.subdomainProblems(name))
        for field in ["capacity", "maximumVolumeSize"] {
            guard let amount = Quantity(capacity[field]), amount < .zero else { continue }
            errors.invalid(FieldPath(text: field), amount.description, "must be greater than or equal to 0")
        }
    }
}
