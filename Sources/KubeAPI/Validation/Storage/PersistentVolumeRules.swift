import Documents
import KubeModel

/// Source: pkg/apis/core/validation/validation.go, `ValidatePersistentVolumeSpec`.
enum PersistentVolumeRules {
    private static let sources = [
        "hostPath", "gcePersistentDisk", "awsElasticBlockStore", "glusterfs", "flocker", "nfs", "rbd", "quobyte",
        "cephfs", "iscsi", "cinder", "fc", "flexVolume", "azureFile", "vsphereVolume", "photonPersistentDisk",
        "portworxVolume", "azureDisk", "scaleIO", "local", "storageos", "csi",
    ]

    static func check(_ volume: Object, _ errors: inout FieldErrors) {
        let spec = volume.part("spec")
        let path = FieldPath.spec
        if spec.list("accessModes").isEmpty { errors.required(path["accessModes"]) }
        AccessModeRules.check(spec.texts("accessModes"), path["accessModes"], &errors)
        capacity(spec, path["capacity"], &errors)
        let policy = spec.text("persistentVolumeReclaimPolicy")
        if !policy.isEmpty {
            errors.oneOf(path["persistentVolumeReclaimPolicy"], policy, ["Delete", "Recycle", "Retain"])
        }
        nodeAffinity(spec["nodeAffinity"], path["nodeAffinity"], &errors)
        source(spec, name: volume.part("metadata").text("name"), &errors)
        if let place = spec["hostPath"]?.text("path"), isRoot(place), policy == "Recycle" {
            errors.forbidden(
                path["persistentVolumeReclaimPolicy"], "may not be 'recycle' for a hostPath mount of '/'")
        }
        let storageClass = spec.text("storageClassName")
        if !storageClass.isEmpty {
            errors.invalid(path["storageClassName"], storageClass, Names.subdomainProblems(storageClass))
        }
        if let mode = spec["volumeMode"]?.string { errors.oneOf(path["volumeMode"], mode, ["Block", "Filesystem"]) }
        if let attributes = spec["volumeAttributesClassName"]?.string {
            if attributes.isEmpty {
                errors.required(path["volumeAttributesClassName"], "an empty string is disallowed")
            } else {
                errors.invalid(path["volumeAttributesClassName"], attributes, Names.subdomainProblems(attributes))
            }
            if spec["csi"] == nil {
                errors.required(
                    path["csi"], "has to be specified when using volumeAttributesClassName")
            }
        }
    }

    /// Whether a path means `/` however it is written.
    private static func isRoot(_ path: String) -> Bool {
        path.hasPrefix("/") && path.split(separator: "/").allSatisfy { $0 == "." || $0 == ".." }
    }

    private static func capacity(_ spec: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let capacity = spec.map("capacity")
        if capacity.isEmpty { errors.required(path) }
        if capacity["storage"] == nil || capacity.count > 1 {
            errors.notSupported(path, BadValue(spec["capacity"]), ["storage"])
        }
        for (name, amount) in capacity {
            guard let quantity = Quantity(amount) else { continue }
            if quantity < .zero {
                errors.invalid(path.key(name), quantity.units, "must be a valid resource quantity")
            }
            if quantity <= .zero {
                errors.invalid(path.key(name), quantity.description, "must be greater than zero")
            }
        }
    }

    private static func nodeAffinity(_ affinity: Value?, _ path: FieldPath, _ errors: inout FieldErrors) {
        guard let affinity else { return }
        guard let required = affinity["required"] else {
            return errors.required(path["required"], "must specify required node constraints")
        }
        AffinityRules.nodeSelector(required, path["required"], &errors)
    }

    private static func source(_ spec: Value, name: String, _ errors: inout FieldErrors) {
        var count = 0
        for kind in sources {
            guard let source = spec[kind] else { continue }
            // The one kind that may stand beside another.
            guard count == 0 || kind == "flexVolume" else {
                errors.forbidden(
                    FieldPath.spec[kind == "cephfs" ? "cephFS" : kind], "may not specify more than 1 volume type")
                continue
            }
            count += 1
            VolumeSourceRules.check(
                source, kind, FieldPath.spec[VolumeSourceRules.shownName(of: kind)], ofPersistentVolume: name, &errors)
            if kind == "local", spec["nodeAffinity"] == nil {
                errors.required(FieldPath.spec["nodeAffinity"], "Local volume requires node affinity")
            }
        }
        if count == 0 { errors.required(.spec, "must specify a volume type") }
    }

    static func checkUpdate(_ new: Object, _ old: Object, _ errors: inout FieldErrors) {
        var spec = new.part("spec")
        let oldSpec = old.part("spec")
        // A secret for growing may be named later.
        if oldSpec["csi"] != nil, oldSpec["csi"]?["controllerExpandSecretRef"] == nil {
            spec["csi", "controllerExpandSecretRef"] = nil
        }
        let source = sources.filter { spec[$0] != oldSpec[$0] }
        if !source.isEmpty {
            errors.forbidden(
                FieldPath.spec["persistentvolumesource"],
                "spec.persistentvolumesource is immutable after creation\n"
                    + InternalForm.difference(spec, oldSpec, ofType: "PersistentVolumeSource"))
        }
        errors.immutable(FieldPath(text: "volumeMode"), spec["volumeMode"], oldSpec["volumeMode"])
        if oldSpec["nodeAffinity"] != nil, spec["nodeAffinity"] != oldSpec["nodeAffinity"] {
            errors.invalid(
                FieldPath(text: "nodeAffinity"), spec["nodeAffinity"],
                "field is immutable, except for updating from beta label to GA")
        }
        let attributes = "volumeAttributesClassName"
        if oldSpec[attributes] != nil, spec[attributes] == nil {
            errors.forbidden(FieldPath.spec[attributes], "update from non-nil value to nil is forbidden")
        }
    }
}

/// How volumes may be mounted.
enum AccessModeRules {
    static func check(_ modes: [String], _ path: FieldPath, _ errors: inout FieldErrors) {
        let supported = ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"]
        for mode in modes { errors.oneOf(path, mode, supported) }
        let isExclusive = modes.contains("ReadWriteOncePod")
        if isExclusive, modes.contains(where: { $0 != "ReadWriteOncePod" && supported.contains($0) }) {
            errors.forbidden(path, "may not use ReadWriteOncePod with other access modes")
        }
    }
}
