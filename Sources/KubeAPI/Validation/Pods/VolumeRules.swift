import Documents
import KubeModel

/// Volumes of pods. Source: pkg/apis/core/validation/validation.go, `ValidateVolumes`.
enum VolumeRules {
    /// The names of the good volumes, and whether each can be used as a block device.
    static func check(_ volumes: [Value], _ path: FieldPath, _ errors: inout FieldErrors) -> [String: Bool] {
        var good: [String: Bool] = [:]
        for (index, volume) in volumes.enumerated() {
            var found = FieldErrors()
            let name = volume.text("name")
            source(volume, path[index], &found)
            let namePath = path[index]["name"]
            if name.isEmpty {
                found.required(namePath)
            } else {
                found.invalid(namePath, name, Names.labelProblems(name))
            }
            if good[name] != nil { found.duplicate(namePath, .string(name)) }
            if found.isEmpty {
                good[name] = volume["persistentVolumeClaim"] != nil || volume["ephemeral"] != nil
            }
            errors.add(contentsOf: found)
        }
        return good
    }

    /// In the order in which the server looks at them.
    private static let kinds = [
        "emptyDir", "hostPath", "gitRepo", "gcePersistentDisk", "awsElasticBlockStore", "secret", "nfs", "iscsi",
        "glusterfs", "flocker", "persistentVolumeClaim", "rbd", "cinder", "cephfs", "quobyte", "downwardAPI", "fc",
        "flexVolume", "configMap", "azureFile", "vsphereVolume", "photonPersistentDisk", "portworxVolume", "azureDisk",
        "storageos", "projected", "scaleIO", "csi", "ephemeral", "image",
    ]

    private static func source(_ volume: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        var count = 0
        for kind in kinds {
            guard let source = volume[kind] else { continue }
            guard count == 0 else {
                errors.forbidden(path[kind], "may not specify more than 1 volume type")
                continue
            }
            count += 1
            check(source, kind, path[kind], &errors)
        }
        if count == 0 { errors.required(path, "must specify a volume type") }
    }

    private static func check(_ source: Value, _ kind: String, _ path: FieldPath, _ errors: inout FieldErrors) {
        switch kind {
        case "emptyDir":
            if let limit = Quantity(source["sizeLimit"]), limit < .zero {
                errors.forbidden(path["sizeLimit"], "SizeLimit field must be a valid resource quantity")
            }
        case "gitRepo":
            if source.text("repository").isEmpty { errors.required(path["repository"]) }
            PathRules.descending(source.text("directory"), path["directory"], &errors)
        case "secret": mapped(source, name: "secretName", path, &errors)
        case "configMap": mapped(source, name: "name", path, &errors)
        case "persistentVolumeClaim":
            if source.text("claimName").isEmpty { errors.required(path["claimName"]) }
        case "downwardAPI":
            PathRules.fileMode(source.number("defaultMode"), path["defaultMode"], &errors)
            for file in source.list("items") { downwardFile(file, path, &errors) }
        case "projected": ProjectionRules.check(source, path, &errors)
        case "ephemeral": ephemeral(source, path, &errors)
        case "image":
            if source.text("reference").isEmpty { errors.required(path["reference"]) }
            errors.oneOf(path["pullPolicy"], source.text("pullPolicy"), ["Always", "IfNotPresent", "Never"])
        default: VolumeSourceRules.check(source, kind, path, isPersistent: false, &errors)
        }
    }

    /// A volume of keys and where they go.
    private static func mapped(_ source: Value, name: String, _ path: FieldPath, _ errors: inout FieldErrors) {
        if source.text(name).isEmpty { errors.required(path[name]) }
        PathRules.fileMode(source.number("defaultMode"), path["defaultMode"], &errors)
        for (index, item) in source.list("items").enumerated() { keyToPath(item, path["items"][index], &errors) }
    }

    static func keyToPath(_ item: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        if item.text("key").isEmpty { errors.required(path["key"]) }
        if item.text("path").isEmpty { errors.required(path["path"]) }
        PathRules.descendingUnreserved(item.text("path"), path["path"], &errors)
        PathRules.fileMode(item.number("mode"), path["mode"], &errors)
    }

    static func downwardFile(_ file: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        if file.text("path").isEmpty { errors.required(path["path"]) }
        PathRules.descendingUnreserved(file.text("path"), path["path"], &errors)
        if let field = file["fieldRef"] {
            DownwardRules.field(field, DownwardRules.volumeFields, path["fieldRef"], &errors)
            if file["resourceFieldRef"] != nil {
                errors.invalid(
                    path, "resource", "fieldRef and resourceFieldRef can not be specified simultaneously")
            }
        } else if let resource = file["resourceFieldRef"] {
            DownwardRules.resource(resource, path["resourceFieldRef"], inVolume: true, &errors)
        } else {
            errors.required(path, "one of fieldRef and resourceFieldRef is required")
        }
        PathRules.fileMode(file.number("mode"), path["mode"], &errors)
    }

    private static func ephemeral(_ source: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        guard let template = source["volumeClaimTemplate"] else { return errors.required(path["volumeClaimTemplate"]) }
        let path = path["volumeClaimTemplate"]
        let metadata = template.part("metadata")
        MetadataRules.labels(metadata.map("labels"), path["metadata"]["labels"], &errors)
        MetadataRules.annotations(metadata.map("annotations"), path["metadata"]["annotations"], &errors)
        ClaimRules.spec(template.part("spec"), path["spec"], &errors)
    }
}

/// Volumes that join several sources.
enum ProjectionRules {
    static func check(_ projected: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        var used: Set<String> = []
        for (index, source) in projected.list("sources").enumerated() {
            let path = path["sources"][index]
            var count = 0
            for kind in [
                "secret", "configMap", "downwardAPI", "serviceAccountToken", "clusterTrustBundle", "podCertificate",
            ] {
                guard let part = source[kind] else { continue }
                count += 1
                check(part, kind, path[kind], &errors)
                conflicts(part, kind, path, &used, &errors)
            }
            if count > 1 { errors.forbidden(path, "may not specify more than 1 volume type per source") }
        }
        PathRules.fileMode(projected.number("defaultMode"), path["defaultMode"], &errors)
    }

    private static func check(_ part: Value, _ kind: String, _ path: FieldPath, _ errors: inout FieldErrors) {
        switch kind {
        case "secret", "configMap":
            if part.text("name").isEmpty { errors.required(path["name"]) }
            for (index, item) in part.list("items").enumerated() {
                VolumeRules.keyToPath(item, path["items"][index], &errors)
            }
        case "downwardAPI": for file in part.list("items") { VolumeRules.downwardFile(file, path, &errors) }
        case "serviceAccountToken":
            let seconds = part.number("expirationSeconds") ?? 0
            if seconds < 600 {
                errors.invalid(path["expirationSeconds"], seconds, "may not specify a duration less than 10 minutes")
            }
            if seconds > 1 << 32 {
                errors.invalid(
                    path["expirationSeconds"], seconds, "may not specify a duration larger than 2^32 seconds")
            }
            requirePath(part, path, &errors)
        case "clusterTrustBundle": requirePath(part, path, &errors)
        default: break
        }
    }

    private static func requirePath(_ part: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        if part.text("path").isEmpty {
            errors.required(path["path"])
        } else {
            PathRules.descendingUnreserved(part.text("path"), path["path"], &errors)
        }
    }

    /// Two sources may not put a file at one place.
    private static func conflicts(
        _ part: Value, _ kind: String, _ path: FieldPath, _ used: inout Set<String>, _ errors: inout FieldErrors
    ) {
        let places = part["path"] == nil ? part.list("items").map { $0.text("path") } : [part.text("path")]
        for place in places where !place.isEmpty && !used.insert(place).inserted {
            let shown = kind == "secret" || kind == "configMap" ? part.text("name") : place
            errors.invalid(path, shown, "conflicting duplicate paths")
        }
    }
}
