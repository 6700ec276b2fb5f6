import Documents
import KubeModel

/// What may change of a pod that is there. Source: pkg/apis/core/validation/validation.go, `ValidatePodUpdate`.
enum PodUpdateRules {
    static func check(_ new: Object, _ old: Object, _ errors: inout FieldErrors) {
        let spec = new.part("spec")
        let oldSpec = old.part("spec")
        for kind in ["containers", "initContainers"] where spec.list(kind).count != oldSpec.list(kind).count {
            errors.forbidden(FieldPath.spec[kind], "pod updates may not add or remove containers")
            return
        }
        images(spec, &errors)
        deadline(spec, oldSpec, &errors)
        tolerations(spec, oldSpec, &errors)
        guard errors.isEmpty else { return }
        let allowed = withAllowedChanges(spec, oldSpec)
        guard allowed != oldSpec else { return }
        errors.forbidden(.spec, immutableFields + "\n" + InternalForm.difference(allowed, oldSpec, ofType: "PodSpec"))
    }

    private static let immutableFields =
        "pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,"
        + "`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),"
        + "`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)"

    private static func images(_ spec: Value, _ errors: inout FieldErrors) {
        for kind in ["containers", "initContainers"] {
            for (index, container) in spec.list(kind).enumerated() {
                let image = container.text("image")
                if image.isEmpty { errors.required(FieldPath.spec[kind][index]["image"]) }
                if image.hasPrefix(" ") || image.hasSuffix(" ") {
                    errors.invalid(
                        FieldPath.spec[kind][index]["image"], image, "must not have leading or trailing whitespace")
                }
            }
        }
    }

    private static func deadline(_ spec: Value, _ old: Value, _ errors: inout FieldErrors) {
        let path = FieldPath.spec["activeDeadlineSeconds"]
        let before = old.number("activeDeadlineSeconds")
        guard let seconds = spec.number("activeDeadlineSeconds") else {
            if before != nil { errors.invalid(path, .null, "must not update from a positive integer to nil value") }
            return
        }
        if !(0...Int64(Int32.max)).contains(seconds) {
            errors.invalid(path, seconds, "must be between 0 and 2147483647, inclusive")
        } else if let before, before < seconds {
            errors.invalid(path, seconds, "must be less than or equal to previous value")
        }
    }

    private static func tolerations(_ spec: Value, _ old: Value, _ errors: inout FieldErrors) {
        let path = FieldPath.spec["tolerations"]
        let now = spec.list("tolerations")
        TolerationRules.check(now, path, &errors)
        let identity: (Value) -> [Value?] = { [$0["key"], $0["operator"], $0["value"], $0["effect"]] }
        for toleration in old.list("tolerations") {
            if !now.contains(where: { identity($0) == identity(toleration) }) {
                errors.forbidden(path, "existing toleration can not be modified except its tolerationSeconds")
                return
            }
        }
    }

    /// The new spec with the old values of the fields that may change, so that any other change shows.
    private static func withAllowedChanges(_ spec: Value, _ old: Value) -> Value {
        var result = spec
        for kind in ["containers", "initContainers"] {
            guard result[kind] != nil else { continue }
            let olds = old.list(kind)
            result[kind] = .array(
                result.list(kind).enumerated().map { index, container in
                    var container = container
                    container["image"] = olds[index]["image"]
                    return container
                })
        }
        for field in ["activeDeadlineSeconds", "tolerations"] { result[field] = old[field] }
        if (old.number("terminationGracePeriodSeconds") ?? 0) < 0, spec.number("terminationGracePeriodSeconds") == 1 {
            result["terminationGracePeriodSeconds"] = old["terminationGracePeriodSeconds"]
        }
        return result
    }
}
