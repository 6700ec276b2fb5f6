import Documents
import KubeModel

/// The sources that pods' volumes and persistent volumes share.
enum VolumeSourceRules {
    /// How the path of a source spells its kind.
    static func shownName(of kind: String) -> String { kind == "gcePersistentDisk" ? "persistentDisk" : kind }

    /// `volume` is the name of the persistent volume that has the source, `nil` in pods.
    static func check(
        _ source: Value, _ kind: String, _ path: FieldPath, ofPersistentVolume volume: String?,
        _ errors: inout FieldErrors
    ) {
        let isPersistent = volume != nil
        switch kind {
        case "hostPath": hostPath(source, path, &errors)
        case "nfs": nfs(source, path, &errors)
        case "local": local(source, path, &errors)
        case "csi": DriverVolumeRules.check(source, path, isPersistent: isPersistent, &errors)
        case "iscsi": DiskVolumeRules.iscsi(source, path, ofPersistentVolume: volume, &errors)
        case "gcePersistentDisk", "awsElasticBlockStore":
            require(source, [kind == "gcePersistentDisk" ? "pdName" : "volumeID"], path, &errors)
            let partition = source.number("partition") ?? 0
            if !(0...255).contains(partition) {
                // None at all is fine too, whatever the server says.
                errors.invalid(path["partition"], partition, "must be between 1 and 255, inclusive")
            }
        case "azureDisk": DiskVolumeRules.azureDisk(source, path, &errors)
        case "fc": DiskVolumeRules.fibreChannel(source, path, &errors)
        case "flocker": flocker(source, path, &errors)
        case "quobyte": quobyte(source, path, &errors)
        case "storageos": storageOS(source, path, &errors)
        default: requiredFields(source, kind, path, &errors)
        }
        if isPersistent { persistent(source, kind, path, &errors) }
        if !isPersistent, kind == "cinder" || kind == "storageos" { secretName(source, path, &errors) }
    }

    private static let required: [String: [String]] = [
        "glusterfs": ["endpoints", "path"], "cinder": ["volumeID"], "flexVolume": ["driver"],
        "azureFile": ["secretName", "shareName"], "vsphereVolume": ["volumePath"], "photonPersistentDisk": ["pdID"],
        "portworxVolume": ["volumeID"], "scaleIO": ["gateway", "system", "volumeName"],
    ]

    private static func requiredFields(_ source: Value, _ kind: String, _ path: FieldPath, _ errors: inout FieldErrors)
    {
        require(source, required[kind] ?? [], path, &errors)
        switch kind {
        case "rbd":
            if source.list("monitors").isEmpty { errors.required(path["monitors"]) }
            require(source, ["image"], path, &errors)
        case "cephfs": if source.list("monitors").isEmpty { errors.required(path["monitors"]) }
        case "flexVolume":
            for (key, _) in source.map("options") where isReserved(key) {
                errors.invalid(
                    path["options"].key(key), key, "kubernetes.io and k8s.io namespaces are reserved")
            }
        default: break
        }
    }

    private static func isReserved(_ key: String) -> Bool {
        let domain = "." + String(key.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)[0])
        return [".kubernetes.io", ".k8s.io"].contains(where: domain.lowercased().hasSuffix)
    }

    /// What only persistent volumes have: they know the namespace of a secret.
    private static func persistent(_ source: Value, _ kind: String, _ path: FieldPath, _ errors: inout FieldErrors) {
        switch kind {
        case "cinder", "storageos":
            secretName(source, path, &errors)
            if let secret = source["secretRef"], secret.text("namespace").isEmpty {
                errors.required(path["secretRef"]["namespace"])
            }
        case "azureFile":
            if source["secretNamespace"] == "" { errors.required(path["secretNamespace"]) }
        case "glusterfs":
            guard let namespace = source["endpointsNamespace"]?.string else { return }
            let problems =
                namespace.isEmpty
                ? ["if the endpointnamespace is set, it must be a valid namespace name"]
                : Names.labelProblems(namespace)
            errors.invalid(path["endpointsNamespace"], namespace, problems)
        default: break
        }
    }

    private static func secretName(_ source: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        if let secret = source["secretRef"], secret.text("name").isEmpty { errors.required(path["secretRef"]["name"]) }
    }

    static func require(_ source: Value, _ fields: [String], _ path: FieldPath, _ errors: inout FieldErrors) {
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

    private static func flocker(_ source: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let name = source.text("datasetName")
        if name.isEmpty, source.text("datasetUUID").isEmpty {
            errors.required(path, "one of datasetName and datasetUUID is required")
        }
        if !name.isEmpty, !source.text("datasetUUID").isEmpty {
            errors.invalid(path, "resource", "datasetName and datasetUUID can not be specified simultaneously")
        }
        if name.contains("/") { errors.invalid(path["datasetName"], name, "must not contain '/'") }
    }

    private static func quobyte(_ source: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let registry = source.text("registry")
        let rule = "must be a host:port pair or multiple pairs separated by commas"
        if registry.isEmpty {
            errors.required(path["registry"], rule)
        } else if source.text("tenant").utf8.count >= 65 {
            errors.required(path["tenant"], "must be a UUID and may not exceed a length of 64 characters")
        } else {
            for pair in registry.split(separator: ",", omittingEmptySubsequences: false)
            where pair.count(where: { $0 == ":" }) != 1 {
                errors.invalid(path["registry"], registry, rule)
            }
        }
        require(source, ["volume"], path, &errors)
    }

    private static func storageOS(_ source: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let name = source.text("volumeName")
        if name.isEmpty {
            errors.required(path["volumeName"])
        } else {
            errors.invalid(path["volumeName"], name, Names.labelProblems(name))
        }
        let namespace = source.text("volumeNamespace")
        if !namespace.isEmpty { errors.invalid(path["volumeNamespace"], namespace, Names.labelProblems(namespace)) }
    }

    private static let longInitiator =
        "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is "
        + "specified."

    static func isLongInitiator(_ disk: Value, _ volume: String) -> Bool {
        disk["initiatorName"] != nil && volume.utf8.count + 1 + disk.text("targetPortal").utf8.count > 64
    }

    /// The name of a pod's volume is told of, that of a persistent volume's portal.
    static func initiatorLength(_ disk: Value, _ volume: String, _ path: FieldPath, _ errors: inout FieldErrors) {
        if isLongInitiator(disk, volume) { errors.invalid(path["name"], volume, longInitiator) }
    }

    static func portalLength(_ disk: Value, _ volume: String, _ path: FieldPath, _ errors: inout FieldErrors) {
        if isLongInitiator(disk, volume) {
            errors.invalid(path["targetportal"], disk.text("targetPortal"), longInitiator)
        }
    }
}
