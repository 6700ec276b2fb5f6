import Documents
import KubeModel

/// What of a pod's volumes a container uses, and where.
enum MountRules {
    static func mounts(_ container: Value, _ pod: PodContext, _ path: FieldPath, _ errors: inout FieldErrors) {
        let devices = container.list("volumeDevices")
        var places: Set<String> = []
        for (index, mount) in container.list("volumeMounts").enumerated() {
            let item = path[index]
            let name = mount.text("name")
            let place = mount.text("mountPath")
            if name.isEmpty { errors.required(item["name"]) }
            if pod.volumes[name] == nil { errors.notFound(item["name"], name) }
            if place.isEmpty { errors.required(item["mountPath"]) }
            if !places.insert(place).inserted { errors.invalid(item["mountPath"], place, "must be unique") }
            if devices.contains(where: { $0.text("name") == name }) {
                errors.invalid(item["name"], name, "must not already exist in volumeDevices")
            }
            if devices.contains(where: { $0.text("devicePath") == place }) {
                errors.invalid(item["mountPath"], place, "must not already exist as a path in volumeDevices")
            }
            subPaths(mount, path, item, &errors)
            propagation(mount, container, path["mountPropagation"], &errors)
            recursiveReadOnly(mount, path["recursiveReadOnly"], &errors)
        }
    }

    private static func subPaths(_ mount: Value, _ path: FieldPath, _ item: FieldPath, _ errors: inout FieldErrors) {
        let subPath = mount.text("subPath")
        if !subPath.isEmpty { PathRules.descending(subPath, path["subPath"], &errors) }
        let expression = mount.text("subPathExpr")
        guard !expression.isEmpty else { return }
        if !subPath.isEmpty {
            errors.invalid(item["subPathExpr"], expression, "subPathExpr and subPath are mutually exclusive")
        }
        PathRules.descending(expression, path["subPathExpr"], &errors)
    }

    private static func propagation(
        _ mount: Value, _ container: Value, _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        guard let mode = mount["mountPropagation"]?.string else { return }
        errors.oneOf(path, mode, ["Bidirectional", "HostToContainer", "None"])
        if mode == "Bidirectional", container["securityContext"]?["privileged"] != true {
            errors.forbidden(path, "Bidirectional mount propagation is available only to privileged containers")
        }
    }

    private static func recursiveReadOnly(_ mount: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        guard let mode = mount["recursiveReadOnly"]?.string else { return }
        guard ["Disabled", "Enabled", "IfPossible"].contains(mode) else {
            return errors.notSupported(path, mode, ["Disabled", "Enabled", "IfPossible"])
        }
        guard mode != "Disabled" else { return }
        if !mount.flag("readOnly") { errors.forbidden(path, "may only be specified when readOnly is true") }
        if let propagation = mount["mountPropagation"]?.string, propagation != "None" {
            errors.forbidden(path, "may only be specified when mountPropagation is None or not specified")
        }
    }

    static func devices(_ container: Value, _ pod: PodContext, _ path: FieldPath, _ errors: inout FieldErrors) {
        let mounts = container.list("volumeMounts")
        var names: Set<String> = []
        var places: Set<String> = []
        for (index, device) in container.list("volumeDevices").enumerated() {
            let path = path[index]
            let name = device.text("name")
            let place = device.text("devicePath")
            if name.isEmpty { errors.required(path["name"]) }
            if names.contains(name) { errors.invalid(path["name"], name, "must be unique") }
            if !name.isEmpty { names.insert(name) }
            switch pod.volumes[name] {
            case true?: break
            case false?:
                errors.invalid(
                    path["name"], name,
                    "can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode")
            case nil: errors.notFound(path["name"], name)
            }
            if place.isEmpty { errors.required(path["devicePath"]) }
            if places.contains(place) { errors.invalid(path["devicePath"], place, "must be unique") }
            if PathRules.hasBackstep(place) {
                errors.invalid(path["devicePath"], place, "can not contain backsteps ('..')")
            } else {
                places.insert(place)
            }
            if mounts.contains(where: { $0.text("name") == name }) {
                errors.invalid(path["name"], name, "must not already exist in volumeMounts")
            }
            if mounts.contains(where: { $0.text("mountPath") == place }) {
                errors.invalid(path["devicePath"], place, "must not already exist as a path in volumeMounts")
            }
        }
    }
}

/// Paths inside volumes.
enum PathRules {
    static func hasBackstep(_ path: String) -> Bool {
        path.split(separator: "/", omittingEmptySubsequences: false).contains("..")
    }

    static func noBacksteps(_ path: String, _ field: FieldPath, _ errors: inout FieldErrors) {
        if hasBackstep(path) { errors.invalid(field, path, "must not contain '..'") }
    }

    /// A path that stays below where it begins.
    static func descending(_ path: String, _ field: FieldPath, _ errors: inout FieldErrors) {
        if path.hasPrefix("/") { errors.invalid(field, path, "must be a relative path") }
        noBacksteps(path, field, &errors)
    }

    /// As `descending`; names with two leading dots are the kubelet's.
    static func descendingUnreserved(_ path: String, _ field: FieldPath, _ errors: inout FieldErrors) {
        descending(path, field, &errors)
        if path.hasPrefix(".."), !path.hasPrefix("../"), path != ".." {
            errors.invalid(field, path, "must not start with '..'")
        }
    }

    static func fileMode(_ mode: Int64?, _ field: FieldPath, _ errors: inout FieldErrors) {
        guard let mode, !(0...0o777).contains(mode) else { return }
        errors.invalid(field, mode, "must be a number between 0 and 0777 (octal), both inclusive")
    }
}
