import Documents
import KubeModel

/// Disks that are reached over a network of their own.
enum DiskVolumeRules {
    private static let lunRange = "must be between 0 and 255, inclusive"

    static func iscsi(
        _ source: Value, _ path: FieldPath, ofPersistentVolume volume: String?, _ errors: inout FieldErrors
    ) {
        VolumeSourceRules.require(source, ["targetPortal"], path, &errors)
        if let volume { VolumeSourceRules.portalLength(source, volume, path, &errors) }
        let unknown = volume == nil ? "must be valid format starting with iqn, eui, or naa" : "must be valid format"
        let target = source.text("iqn")
        if target.isEmpty {
            errors.required(path["iqn"])
        } else {
            name(target, unknown: unknown, path["iqn"], &errors)
        }
        let lun = source.number("lun") ?? 0
        if !(0...255).contains(lun) { errors.invalid(path["lun"], lun, lunRange) }
        let usesSecret = source.flag("chapAuthDiscovery") || source.flag("chapAuthSession")
        if usesSecret, source["secretRef"] == nil { errors.required(path["secretRef"]) }
        if volume != nil, let secret = source["secretRef"], secret.text("name").isEmpty {
            errors.required(path["secretRef"]["name"])
        }
        if let initiator = source["initiatorName"]?.string {
            name(initiator, unknown: unknown, path["initiatorname"], &errors)
        }
    }

    /// `iqn.2001-04.com.example:storage.disk1`, `eui.02004567A425678D`, `naa.` and 32 letters or digits
    private static func name(_ name: String, unknown: String, _ path: FieldPath, _ errors: inout FieldErrors) {
        guard let kind = ["iqn", "eui", "naa"].first(where: name.hasPrefix) else {
            return errors.invalid(path, name, unknown)
        }
        let isGood =
            kind == "iqn"
            ? name.contains(#/iqn\.[0-9]{4}-[0-9]{2}\.[A-Za-z0-9.\-]+(:[^,;*&$|\s]+)$/#)
            : name.utf8.count == 4 + (kind == "eui" ? 16 : 32)
                && name.utf8.dropFirst(4).allSatisfy(Self.isAlphanumeric)
        if !isGood { errors.invalid(path, name, "must be valid format") }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (97...122).contains(byte | 0x20)
    }

    static func fibreChannel(_ source: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let targets = source.list("targetWWNs")
        if targets.isEmpty, source.list("wwids").isEmpty {
            errors.required(path["targetWWNs"], "must specify either targetWWNs or wwids, but not both")
        }
        guard !targets.isEmpty else { return }
        if !source.list("wwids").isEmpty {
            errors.invalid(
                path["targetWWNs"], .array(targets), "targetWWNs and wwids can not be specified simultaneously")
        }
        guard let lun = source.number("lun") else {
            return errors.required(path["lun"], "lun is required if targetWWNs is specified")
        }
        if !(0...255).contains(lun) { errors.invalid(path["lun"], lun, lunRange) }
    }

    static func azureDisk(_ source: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        VolumeSourceRules.require(source, ["diskName", "diskURI"], path, &errors)
        errors.oneOf(path["cachingMode"], source.text("cachingMode"), ["None", "ReadOnly", "ReadWrite"])
        let kind = source.text("kind")
        errors.oneOf(path["kind"], kind, ["Dedicated", "Managed", "Shared"])
        let address = source.text("diskURI")
        if kind == "Managed", !address.hasPrefix("/subscriptions/") {
            errors.notSupported(
                path["diskURI"], address,
                [
                    "/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}"
                ])
        } else if kind != "Managed", !address.hasPrefix("https://") {
            errors.notSupported(
                path["diskURI"], address,
                ["https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd"])
        }
    }
}

/// Volumes of drivers outside the cluster's own code.
enum DriverVolumeRules {
    private static let secrets = [
        "controllerPublishSecretRef", "controllerExpandSecretRef", "nodePublishSecretRef", "nodeExpandSecretRef",
    ]

    static func check(_ source: Value, _ path: FieldPath, isPersistent: Bool, _ errors: inout FieldErrors) {
        name(source.text("driver"), path["driver"], &errors)
        if isPersistent {
            VolumeSourceRules.require(source, ["volumeHandle"], path, &errors)
            for field in secrets {
                if let reference = source[field] { secret(reference, path[field], &errors) }
            }
        } else if let reference = source["nodePublishSecretRef"] {
            let name = reference.text("name")
            if name.isEmpty {
                errors.required(path["nodePublishSecretRef"]["name"])
            } else {
                errors.invalid(path["name"], name, Names.subdomainProblems(name))
            }
        }
    }

    static func name(_ driver: String, _ path: FieldPath, _ errors: inout FieldErrors) {
        if driver.isEmpty { errors.required(path) }
        if driver.utf8.count > 63 { errors.tooLong(path, maxBytes: 63) }
        errors.invalid(path, driver, Names.subdomainProblems(driver.lowercased()))
    }

    private static func secret(_ reference: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let rules: [(String, (String) -> [String])] = [
            ("name", Names.subdomainProblems), ("namespace", Names.labelProblems),
        ]
        for (field, rule) in rules {
            let text = reference.text(field)
            if text.isEmpty {
                errors.required(path[field])
            } else {
                errors.invalid(path[field], text, rule(text))
            }
        }
    }
}
