import Documents
import KubeModel

/// The sources that pods' volumes and persistent volumes share.
enum VolumeSourceRules {
    static func check(
        _ source: Value, _ kind: String, _ path: FieldPath, isPersistent: Bool, _ errors: inout FieldErrors
    ) {
        switch kind {
        case "hostPath": hostPath(source, path, &errors)
        case "nfs": nfs(source, path, &errors)
        case "local": local(source, path, &errors)
        case "csi": csi(source, path, isPersistent: isPersistent, &errors)
        case "iscsi": iscsi(source, path, &errors)
        case "gcePersistentDisk", "awsElasticBlockStore":
            require(source, [kind == "gcePersistentDisk" ? "pdName" : "volumeID"], path, &errors)
            let partition = source.number("partition") ?? 0
            if !(0...255).contains(partition) {
                errors.invalid(path["partition"], partition, "must be between 0 and 255, inclusive")
            }
        case "azureDisk": azureDisk(source, path, &errors)
        default: requiredFields(source, kind, path, &errors)
        }
    }

    private static let required: [String: [String]] = [
        "glusterfs": ["endpoints", "path"], "cinder": ["volumeID"], "flexVolume": ["driver"],
        "azureFile": ["secretName", "shareName"], "vsphereVolume": ["volumePath"], "photonPersistentDisk": ["pdID"],
        "portworxVolume": ["volumeID"], "scaleIO": ["gateway", "system", "volumeName"],
        "quobyte": ["registry", "volume"],
    ]

    private static func requiredFields(_ source: Value, _ kind: String, _ path: FieldPath, _ errors: inout FieldErrors)
    {
        require(source, required[kind] ?? [], path, &errors)
        switch kind {
        case "rbd":
            if source.list("monitors").isEmpty { errors.required(path["monitors"]) }
            require(source, ["image"], path, &errors)
        case "cephfs": if source.list("monitors").isEmpty { errors.required(path["monitors"]) }
        case "flocker":
            if source.text("datasetName").isEmpty, source.text("datasetUUID").isEmpty {
                errors.required(path, "one of datasetName and datasetUUID is required")
            }
        case "fc":
            if source.list("targetWWNs").isEmpty, source.list("wwids").isEmpty {
                errors.required(path["targetWWNs"], "must specify either targetWWNs or wwids, but not both")
            }
        default: break
        }
    }

    private static func require(
        _ source: Value, _ fields: [String], _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        for field in fields where source.text(field).isEmpty { errors.required(path[field]) }
    }

    private static func hostPath(_ source: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let place = source.text("path")
        guard !place.isEmpty else { return errors.required(path["path"]) }
        PathRules.noBacksteps(place, path["path"], &errors)
        errors.oneOf(
            path["type"], source.text("type"),
            ["", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket"])
    }

    private static func nfs(_ source: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        require(source, ["server", "path"], path, &errors)
        if !source.text("path").hasPrefix("/") {
            errors.invalid(path["path"], source.text("path"), "must be an absolute path")
        }
    }

    private static func local(_ source: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        guard !source.text("path").isEmpty else { return errors.required(path["path"]) }
        PathRules.noBacksteps(source.text("path"), path["path"], &errors)
    }

    private static func csi(_ source: Value, _ path: FieldPath, isPersistent: Bool, _ errors: inout FieldErrors) {
        let driver = source.text("driver")
        if driver.isEmpty {
            errors.required(path["driver"])
        } else {
            if driver.utf8.count > 63 { errors.tooLong(path["driver"], maxBytes: 63) }
            errors.invalid(path["driver"], driver, Names.subdomainProblems(driver.lowercased()))
        }
        if isPersistent { require(source, ["volumeHandle"], path, &errors) }
        for field in [
            "controllerPublishSecretRef", "controllerExpandSecretRef", "nodePublishSecretRef", "nodeStageSecretRef",
        ] {
            guard let reference = source[field] else { continue }
            if reference.text("name").isEmpty { errors.required(path[field]["name"]) }
            if isPersistent, reference.text("namespace").isEmpty { errors.required(path[field]["namespace"]) }
        }
    }

    private static func iscsi(_ source: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        require(source, ["targetPortal", "iqn"], path, &errors)
        let iqn = source.text("iqn")
        if !iqn.isEmpty, !["iqn", "eui", "naa"].contains(where: iqn.hasPrefix) {
            errors.invalid(path["iqn"], iqn, "must be valid format starting with iqn, eui, or naa")
        }
        let lun = source.number("lun") ?? 0
        if !(0...255).contains(lun) { errors.invalid(path["lun"], lun, "must be between 0 and 255, inclusive") }
        let usesSecret = source.flag("chapAuthDiscovery") || source.flag("chapAuthSession")
        if usesSecret, source["secretRef"] == nil { errors.required(path["secretRef"]) }
    }

    private static func azureDisk(_ source: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        require(source, ["diskName", "diskURI"], path, &errors)
        errors.oneOf(path["cachingMode"], source.text("cachingMode"), ["None", "ReadOnly", "ReadWrite"])
        errors.oneOf(path["kind"], source.text("kind"), ["Dedicated", "Managed", "Shared"])
    }
}
