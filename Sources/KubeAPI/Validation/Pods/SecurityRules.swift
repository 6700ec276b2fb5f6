import Documents
import KubeModel

/// Security contexts of pods and containers.
enum SecurityRules {
    private static let idRange = "must be between 0 and 2147483647, inclusive"

    static func pod(_ spec: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        guard let context = spec["securityContext"] else { return }
        for field in ["fsGroup", "runAsUser", "runAsGroup"] { identifier(context.number(field), path[field], &errors) }
        for (index, group) in context.list("supplementalGroups").enumerated() {
            identifier(group.integer, path["supplementalGroups"][index], &errors)
        }
        if spec.flag("shareProcessNamespace"), spec.flag("hostPID") {
            errors.invalid(
                path["shareProcessNamespace"], .bool(true),
                "ShareProcessNamespace and HostPID cannot both be enabled")
        }
        sysctls(context.list("sysctls"), spec, path["sysctls"], &errors)
        if let policy = context["fsGroupChangePolicy"]?.string {
            errors.oneOf(path["fsGroupChangePolicy"], policy, ["Always", "OnRootMismatch"])
        }
        seccomp(context["seccompProfile"], path["seccompProfile"], &errors)
        appArmor(context["appArmorProfile"], path["appArmorProfile"], &errors)
        if let policy = context["supplementalGroupsPolicy"]?.string {
            errors.oneOf(path["supplementalGroupsPolicy"], policy, ["Merge", "Strict"])
        }
        if let policy = context["seLinuxChangePolicy"]?.string {
            errors.oneOf(path["seLinuxChangePolicy"], policy, ["MountOption", "Recursive"])
        }
    }

    static func container(
        _ context: Value?, _ path: FieldPath, usesHostUsers: Bool, _ errors: inout FieldErrors
    ) {
        guard let context else { return }
        for field in ["runAsUser", "runAsGroup"] { identifier(context.number(field), path[field], &errors) }
        if let mount = context["procMount"]?.string {
            errors.oneOf(path["procMount"], mount, ["Default", "Unmasked"])
            if usesHostUsers, mount == "Unmasked" {
                errors.invalid(path["procMount"], mount, "`hostUsers` must be false to use `Unmasked`")
            }
        }
        seccomp(context["seccompProfile"], path["seccompProfile"], &errors)
        if context["allowPrivilegeEscalation"] == false {
            if context.flag("privileged") {
                errors.invalid(
                    path, InternalForm.securityContext(context),
                    "cannot set `allowPrivilegeEscalation` to false and `privileged` to true")
            }
            for capability in context["capabilities"]?.texts("add") ?? [] where capability == "CAP_SYS_ADMIN" {
                errors.invalid(
                    path, InternalForm.securityContext(context),
                    "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN")
            }
        }
        appArmor(context["appArmorProfile"], path["appArmorProfile"], &errors)
    }

    private static func identifier(_ number: Int64?, _ path: FieldPath, _ errors: inout FieldErrors) {
        if let number, !(0...Int64(Int32.max)).contains(number) { errors.invalid(path, number, idRange) }
    }

    private static func sysctls(
        _ sysctls: [Value], _ spec: Value, _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        var names: Set<String> = []
        for (index, sysctl) in sysctls.enumerated() {
            let name = sysctl.text("name")
            if name.isEmpty {
                errors.required(path[index]["name"])
            } else if !isSysctlName(name) {
                errors.invalid(
                    path[index]["name"], name,
                    "must have at most 253 characters and match regex "
                        + #"^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$"#)
            } else if names.contains(name) {
                errors.duplicate(path[index]["name"], .string(name))
            }
            if spec.flag("hostNetwork"), isOf(name, ["net."]) {
                errors.invalid(path[index]["name"], name, "may not be specified when 'hostNetwork' is true")
            } else if spec.flag("hostIPC"), isOf(name, ["kernel.shm", "kernel.msg", "kernel.sem", "fs.mqueue."]) {
                errors.invalid(path[index]["name"], name, "may not be specified when 'hostIPC' is true")
            }
            names.insert(name)
        }
    }

    /// Whether a setting belongs to a namespace; its parts may be joined by slashes too.
    private static func isOf(_ sysctl: String, _ prefixes: [String]) -> Bool {
        let name = sysctl.replacing("/", with: ".")
        return prefixes.contains(where: name.hasPrefix)
    }

    private static func isSysctlName(_ name: String) -> Bool {
        guard name.utf8.count <= 253 else { return false }
        let isInner: (UInt8) -> Bool = { byte in
            byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || isWordByte(byte)
        }
        return Array(name.utf8).split(omittingEmptySubsequences: false) {
            $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/")
        }
        .allSatisfy { part in
            guard let first = part.first, let last = part.last else { return false }
            return isWordByte(first) && isWordByte(last) && part.allSatisfy(isInner)
        }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func seccomp(_ profile: Value?, _ path: FieldPath, _ errors: inout FieldErrors) {
        guard let profile else { return }
        let type = profile.text("type")
        if type.isEmpty {
            errors.required(path["type"], "type is required when seccompProfile is set")
        } else {
            errors.oneOf(path["type"], type, ["Localhost", "RuntimeDefault", "Unconfined"])
        }
        let file = profile["localhostProfile"]?.string
        if type == "Localhost" {
            guard let file else {
                return errors.required(path["localhostProfile"], "must be set when seccomp type is Localhost")
            }
            PathRules.descending(file, path["localhostProfile"], &errors)
        } else if let file {
            errors.invalid(
                path["localhostProfile"],
                .members([.init("Type", .string(type)), .init("LocalhostProfile", .string(file))]),
                "can only be set when seccomp type is Localhost")
        }
    }

    private static func appArmor(_ profile: Value?, _ path: FieldPath, _ errors: inout FieldErrors) {
        guard let profile else { return }
        let type = profile.text("type")
        let file = profile["localhostProfile"]?.string
        switch type {
        case "Localhost":
            guard let file else {
                return errors.required(path["localhostProfile"], "must be set when AppArmor type is Localhost")
            }
            if file.first?.isWhitespace == true || file.last?.isWhitespace == true {
                errors.invalid(path["localhostProfile"], file, "must not be padded with whitespace")
            } else if file.isEmpty {
                errors.required(path["localhostProfile"], "must be set when AppArmor type is Localhost")
            }
            if file.utf8.count > 4095 { errors.tooLong(path["localhostProfile"], maxBytes: 4095) }
        case "RuntimeDefault", "Unconfined":
            if file != nil {
                errors.invalid(path["localhostProfile"], file ?? "", "can only be set when AppArmor type is Localhost")
            }
        case "": errors.required(path["type"], "type is required when appArmorProfile is set")
        default: errors.notSupported(path["type"], type, ["Localhost", "RuntimeDefault", "Unconfined"])
        }
    }
}
