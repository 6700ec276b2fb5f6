import Documents
import KubeModel

/// What a pod of an operating system may not have. Source: pkg/apis/core/validation/validation.go, `validateOS`.
enum OperatingSystemRules {
    static func check(_ spec: Value, _ system: String, _ path: FieldPath, _ errors: inout FieldErrors) {
        switch system {
        case "": errors.required(path["os"]["name"], "cannot be empty")
        case "linux": linux(spec, path, &errors)
        case "windows": windows(spec, path, &errors)
        default: errors.notSupported(path["os"], system, ["linux", "windows"])
        }
    }

    private static func linux(_ spec: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let detail = "windows options cannot be set for a linux pod"
        if spec["securityContext"]?["windowsOptions"] != nil {
            errors.forbidden(path["securityContext"]["windowsOptions"], detail)
        }
        eachContext(spec, path) { context, path in
            if context["windowsOptions"] != nil { errors.forbidden(path["windowsOptions"], detail) }
        }
    }

    /// The fields of a pod, below its security context or beside it.
    private static let ofPods: [(field: String, isBeside: Bool)] = [
        ("appArmorProfile", false), ("seLinuxOptions", false), ("hostUsers", true), ("hostPID", true),
        ("hostIPC", true), ("seccompProfile", false), ("fsGroup", false), ("fsGroupChangePolicy", false),
        ("sysctls", false), ("shareProcessNamespace", true), ("runAsUser", false), ("runAsGroup", false),
        ("supplementalGroups", false), ("supplementalGroupsPolicy", false), ("seLinuxChangePolicy", false),
    ]
    private static let ofContainers = [
        "appArmorProfile", "seLinuxOptions", "seccompProfile", "capabilities", "readOnlyRootFilesystem", "privileged",
        "allowPrivilegeEscalation", "procMount", "runAsUser", "runAsGroup",
    ]

    private static func windows(_ spec: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let detail = "cannot be set for a windows pod"
        for (field, isBeside) in ofPods {
            let value = isBeside ? spec[field] : spec["securityContext"]?[field]
            // Only `hostUsers` and `shareProcessNamespace` tell false from nothing.
            let isNothing = value == nil || field.hasPrefix("host") && field != "hostUsers" && value == false
            if isNothing || field == "sysctls" && value == .array([]) { continue }
            errors.forbidden(isBeside ? path[field] : path["securityContext"][field], detail)
        }
        eachContext(spec, path) { context, path in
            for field in ofContainers where context[field] != nil { errors.forbidden(path[field], detail) }
        }
    }

    /// The security contexts of all containers, first those that run before the others.
    private static func eachContext(_ spec: Value, _ path: FieldPath, _ body: (Value, FieldPath) -> Void) {
        for kind in ["initContainers", "containers", "ephemeralContainers"] {
            for (index, container) in spec.list(kind).enumerated() {
                if let context = container["securityContext"] { body(context, path[kind][index]["securityContext"]) }
            }
        }
    }
}
