import Documents
import KubeModel

/// The list of versions, but for what they share.
struct VersionRules {
    let spec: Value
    let versions: [Value]

    init(_ spec: Value) {
        self.spec = spec
        versions = spec.list("versions")
    }

    func check(_ errors: inout FieldErrors) {
        let path = FieldPath.spec["versions"]
        let shared = SharedVersionParts(spec)
        for (index, version) in versions.enumerated() where version["schema"]?["openAPIV3Schema"] == nil {
            errors.required(path[index]["schema"]["openAPIV3Schema"])
        }
        for (index, version) in versions.enumerated() {
            let name = version.text("name")
            let problems = Names.label1035Problems(name)
            if !problems.isEmpty { errors.invalid(path[index]["name"], name, problems.joined(separator: ",")) }
            deprecation(version, path[index]["deprecationWarning"], &errors)
            shared.checkOwn(version, path[index], &errors)
        }
        let names = versions.map { $0.text("name") }
        if Set(names).count < names.count { errors.invalid(path, shown, "must contain unique version names") }
        if versions.count(where: { $0.flag("storage") }) != 1 {
            errors.invalid(path, shown, "must have exactly one version marked as storage version")
        }
        if let first = names.first, !first.isEmpty {
            let problems = Names.label1035Problems(first)
            if !problems.isEmpty { errors.invalid(FieldPath.spec["version"], first, problems.joined(separator: ",")) }
        }
    }

    /// Clients read the warning as one line.
    private func deprecation(_ version: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        guard let text = version["deprecationWarning"]?.string else { return }
        guard version.flag("deprecated") else {
            return errors.invalid(path, text, "can only be set for deprecated versions")
        }
        if text.utf8.count > 256 { errors.invalid(path, text, "must be <= 256 characters long") }
        if text.isEmpty { errors.invalid(path, text, "must not be an empty string") }
        guard let index = text.utf8.firstIndex(where: { $0 < 0x20 || $0 == 0x7F }) else { return }
        let place = text.utf8.distance(from: text.startIndex, to: index)
        errors.invalid(
            path, text,
            "must only contain printable UTF-8 characters; non-printable character found at index \(place)")
    }

    /// The versions as the server's structs show them: what all share is moved out of them.
    private var shown: BadValue {
        guard spec["versions"] != nil else { return .null }
        let shared = SharedVersionParts(spec)
        let parts = ["schema", "subresources", "additionalPrinterColumns", "selectableFields"]
        return .list(
            versions.map { version in
                let own: [BadValue.Member] = [
                    .init("Name", .string(version.text("name"))), .init("Served", .bool(version.flag("served"))),
                    .init("Storage", .bool(version.flag("storage"))),
                    .init("Deprecated", .bool(version.flag("deprecated"))),
                    .init("DeprecationWarning", BadValue(version["deprecationWarning"])),
                ]
                return .members(
                    own
                        + parts.map {
                            .init(InternalForm.exported($0), shared.isShared($0) ? .null : BadValue(version[$0]))
                        })
            })
    }
}

/// What all versions share stands at the top of the server's spec, and so do the messages about it.
struct SharedVersionParts {
    private let versions: [Value]

    init(_ spec: Value) { versions = spec.list("versions") }

    func isShared(_ field: String) -> Bool { versions.allSatisfy { $0[field] == versions[0][field] } }

    func check(_ errors: inout FieldErrors) {
        guard let version = versions.first else { return }
        if isShared("schema") { schema(version, FieldPath.spec["validation"]["openAPIV3Schema"], &errors) }
        if isShared("subresources") { scale(version, FieldPath.spec, &errors) }
        if isShared("additionalPrinterColumns") { columns(version, FieldPath.spec, &errors) }
        if isShared("selectableFields") { selectable(version, FieldPath.spec, &errors) }
    }

    /// What a version has for itself.
    func checkOwn(_ version: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        if !isShared("schema") { schema(version, path["schema"]["openAPIV3Schema"], &errors) }
        if !isShared("subresources") { scale(version, path, &errors) }
        if !isShared("additionalPrinterColumns") { columns(version, path, &errors) }
        if !isShared("selectableFields") { selectable(version, path, &errors) }
    }

    private func schema(_ version: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        guard let schema = version["schema"]?["openAPIV3Schema"] else { return }
        SchemaRules.check(schema, path, hasStatus: versions.contains(where: hasStatus), &errors)
    }

    private func hasStatus(_ version: Value) -> Bool { version["subresources"]?["status"] != nil }

    private func selectable(_ version: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let schema = version["schema"]?["openAPIV3Schema"] ?? .object(Object())
        SelectableFieldRules.check(
            version.list("selectableFields").map { $0.text("jsonPath") }, schema, path["selectableFields"], &errors)
    }

    private func scale(_ version: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        if let scale = version["subresources"]?["scale"] {
            PrintedPartRules.scale(scale, path["subresources"]["scale"], &errors)
        }
    }

    private func columns(_ version: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        for (index, column) in version.list("additionalPrinterColumns").enumerated() {
            PrintedPartRules.column(column, path["additionalPrinterColumns"][index], &errors)
        }
    }
}
