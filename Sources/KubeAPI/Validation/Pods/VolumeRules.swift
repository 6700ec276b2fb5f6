import Documents
import KubeModel

/// Volumes of pods. Source: pkg/apis/core/validation/validation.go, `ValidateVolumes`.
struct VolumeRules {
    /// `nil` for templates.
    let podName: String?

    /// The names of the good volumes, and whether each can be used as a block device.
    func check(_ volumes: [Value], _ path: FieldPath, _ errors: inout FieldErrors) -> [String: Bool] {
        var good: [String: Bool] = [:]
        let created = Set(volumes.filter { $0["ephemeral"] != nil }.compactMap(createdClaim))
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
            if let claim = volume["persistentVolumeClaim"]?.text("claimName"), created.contains(claim) {
                errors.invalid(
                    path[index]["persistentVolumeClaim"]["claimName"], claim,
                    "must not reference a PVC that gets created for an ephemeral volume")
            }
        }
        return good
    }

    /// The claim that will be made for a volume that lives as long as the pod.
    private func createdClaim(_ volume: Value) -> String? {
        guard let podName, !podName.isEmpty else { return nil }
        return podName + "-" + volume.text("name")
    }

    /// In the order in which the server looks at them.
    private static let kinds = [
        "emptyDir", "hostPath", "gitRepo", "gcePersistentDisk", "awsElasticBlockStore", "secret", "nfs", "iscsi",
        "glusterfs", "flocker", "persistentVolumeClaim", "rbd", "cinder", "cephfs", "quobyte", "downwardAPI", "fc",
        "flexVolume", "configMap", "azureFile", "vsphereVolume", "photonPersistentDisk", "portworxVolume", "azureDisk",
        "storageos", "projected", "scaleIO", "csi", "ephemeral", "image",
    ]
    /// The server's own spelling where a second source stands.
    private static let forbiddenNames = ["cephfs": "cephFS", "downwardAPI": "downwarAPI"]

    private func source(_ volume: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        var count = 0
        for kind in Self.kinds {
            guard let source = volume[kind] else { continue }
            guard count == 0 else {
                errors.forbidden(path[Self.forbiddenNames[kind] ?? kind], "may not specify more than 1 volume type")
                continue
            }
            count += 1
            check(source, kind, path[VolumeSourceRules.shownName(of: kind)], &errors)
            if kind == "ephemeral" { createdName(volume, path, &errors) }
        }
        if let disk = volume["iscsi"] { VolumeSourceRules.initiatorLength(disk, volume.text("name"), path, &errors) }
        if count == 0 { errors.required(path, "must specify a volume type") }
    }

    private func createdName(_ volume: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let name = volume.text("name")
        guard let claim = createdClaim(volume), !name.isEmpty else { return }
        for problem in Names.subdomainProblems(claim) {
            errors.invalid(path["name"], name, "PVC name \(GoText.quoted(claim)): \(problem)")
        }
    }

    private func check(_ source: Value, _ kind: String, _ path: FieldPath, _ errors: inout FieldErrors) {
        switch kind {
        case "emptyDir":
            if let limit = Quantity(source["sizeLimit"]), limit < .zero {
                errors.forbidden(path["sizeLimit"], "SizeLimit field must be a valid resource quantity")
            }
        case "gitRepo":
            if source.text("repository").isEmpty { errors.required(path["repository"]) }
            PathRules.descending(source.text("directory"), path["directory"], &errors)
        case "secret": FileVolumeRules.mapped(source, name: "secretName", path, &errors)
        case "configMap": FileVolumeRules.mapped(source, name: "name", path, &errors)
        case "persistentVolumeClaim":
            if source.text("claimName").isEmpty { errors.required(path["claimName"]) }
        case "downwardAPI":
            PathRules.fileMode(source.number("defaultMode"), path["defaultMode"], &errors)
            for file in source.list("items") { FileVolumeRules.downwardFile(file, path, &errors) }
        case "projected": ProjectionRules.check(source, path, &errors)
        case "ephemeral": EphemeralVolumeRules.check(source, path, &errors)
        case "image":
            if podName != nil, source.text("reference").isEmpty { errors.required(path["reference"]) }
            errors.oneOf(path["pullPolicy"], source.text("pullPolicy"), ["Always", "IfNotPresent", "Never"])
        default: VolumeSourceRules.check(source, kind, path, ofPersistentVolume: nil, &errors)
        }
    }
}

/// A claim that is made for a pod and goes with it.
enum EphemeralVolumeRules {
    /// The fields of metadata that a template may not have, as Go names them.
    private static let forbidden = [
        "name", "generateName", "namespace", "selfLink", "uid", "resourceVersion", "generation", "creationTimestamp",
        "deletionTimestamp", "deletionGracePeriodSeconds", "ownerReferences", "finalizers", "managedFields",
    ]

    static func check(_ source: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        guard let template = source["volumeClaimTemplate"] else { return errors.required(path["volumeClaimTemplate"]) }
        let path = path["volumeClaimTemplate"]
        let metadata = template.part("metadata")
        MetadataRules.annotations(metadata.map("annotations"), path["metadata"]["annotations"], &errors)
        MetadataRules.labels(metadata.map("labels"), path["metadata"]["labels"], &errors)
        for field in forbidden {
            guard let value = metadata[field], value != "", value != .null, value != .integer(0) else { continue }
            errors.forbidden(path["metadata"][field == "uid" ? "uID" : field], "cannot be set")
        }
        ClaimRules.spec(template.part("spec"), path["spec"], &errors)
    }
}
