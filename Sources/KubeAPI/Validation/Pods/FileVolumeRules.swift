import Documents
import KubeModel

/// Volumes whose files come from objects.
enum FileVolumeRules {
    /// A volume of keys and where they go.
    static func mapped(_ source: Value, name: String, _ path: FieldPath, _ errors: inout FieldErrors) {
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
}

/// Volumes that join several sources.
enum ProjectionRules {
    private static let kinds = [
        "secret", "configMap", "downwardAPI", "serviceAccountToken", "clusterTrustBundle", "podCertificate",
    ]

    static func check(_ projected: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        PathRules.fileMode(projected.number("defaultMode"), path["defaultMode"], &errors)
        var used: Set<String> = []
        for (index, source) in projected.list("sources").enumerated() {
            let sourcePath = path["sources"][index]
            var count = 0
            for kind in kinds {
                guard let part = source[kind] else { continue }
                count += 1
                check(part, kind, sourcePath[kind], volume: path, &errors)
                conflicts(part, kind, path, &used, &errors)
            }
            if count > 1 { errors.forbidden(sourcePath, "may not specify more than 1 volume type per source") }
        }
    }

    private static func check(
        _ part: Value, _ kind: String, _ path: FieldPath, volume: FieldPath, _ errors: inout FieldErrors
    ) {
        switch kind {
        case "secret", "configMap":
            if part.text("name").isEmpty { errors.required(path["name"]) }
            for (index, item) in part.list("items").enumerated() {
                FileVolumeRules.keyToPath(item, path["items"][index], &errors)
            }
        case "downwardAPI": for file in part.list("items") { FileVolumeRules.downwardFile(file, path, &errors) }
        case "serviceAccountToken": token(part, path, volume: volume, &errors)
        case "clusterTrustBundle":
            trustBundle(part, path, &errors)
            if part.text("path").isEmpty { errors.required(path["path"]) }
            PathRules.descendingUnreserved(part.text("path"), path["path"], &errors)
        default: break
        }
    }

    /// What is wrong with the path of a token is told of the whole volume.
    private static func token(_ part: Value, _ path: FieldPath, volume: FieldPath, _ errors: inout FieldErrors) {
        let seconds = part.number("expirationSeconds") ?? 0
        if seconds < 600 {
            errors.invalid(path["expirationSeconds"], seconds, "may not specify a duration less than 10 minutes")
        }
        if seconds > 1 << 32 {
            errors.invalid(path["expirationSeconds"], seconds, "may not specify a duration larger than 2^32 seconds")
        }
        if part.text("path").isEmpty {
            errors.required(volume["path"])
        } else {
            PathRules.descendingUnreserved(part.text("path"), volume["path"], &errors)
        }
    }

    private static func trustBundle(_ part: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        switch (part["name"]?.string, part["signerName"]?.string) {
        case (_?, _?): errors.invalid(path, .value(part), "only one of name and signerName may be used")
        case (let name?, nil):
            if name.isEmpty { errors.required(path["name"], "must be a valid object name") }
            if let selector = part["labelSelector"] {
                errors.invalid(path["labelSelector"], selector, "labelSelector must be unset if name is specified")
            }
        case (nil, let signer?):
            if signer.isEmpty { errors.required(path["signerName"], "must be a valid signer name") }
            SelectorRules.check(part["labelSelector"], path["labelSelector"], &errors)
        case (nil, nil): errors.required(path, "either name or signerName must be specified")
        }
    }

    /// Two sources may not put a file at one place.
    private static func conflicts(
        _ part: Value, _ kind: String, _ path: FieldPath, _ used: inout Set<String>, _ errors: inout FieldErrors
    ) {
        // The server does not look at where tokens go.
        guard kind != "serviceAccountToken" else { return }
        let places = part["path"] == nil ? part.list("items").map { $0.text("path") } : [part.text("path")]
        for place in places where !place.isEmpty && !used.insert(place).inserted {
            let shown = kind == "secret" || kind == "configMap" ? part.text("name") : place
            errors.invalid(path, shown, "conflicting duplicate paths")
        }
    }
}
