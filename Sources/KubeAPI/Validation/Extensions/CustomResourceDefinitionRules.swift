import Documents
import KubeModel

/// Source: k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go
enum CustomResourceDefinitionRules {
    static func check(_ definition: Object, _ errors: inout FieldErrors) {
        let spec = definition.part("spec")
        let wanted = "\(spec.part("names").text("plural")).\(spec.text("group"))"
        MetadataRules.check(
            definition, isNamespaced: false,
            name: { name in
                let mismatch = name == wanted ? [] : ["must be spec.names.plural+\".\"+spec.group"]
                return Names.subdomainProblems(name) + mismatch
            }, &errors)
        group(spec, &errors)
        scope(spec, &errors)
        VersionRules(spec).check(&errors)
        NameRules.check(spec.part("names"), FieldPath.spec["names"], &errors)
        SharedVersionParts(spec).check(&errors)
        storedVersions(definition, spec, &errors)
        approval(definition, spec, &errors)
        if spec.flag("preserveUnknownFields") {
            errors.invalid(
                FieldPath.spec["preserveUnknownFields"], .bool(true),
                "cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead"
            )
        }
    }

    private static func group(_ spec: Value, _ errors: inout FieldErrors) {
        let group = spec.text("group")
        let path = FieldPath.spec["group"]
        if group.isEmpty { return errors.required(path) }
        let problems = Names.subdomainProblems(group)
        if !problems.isEmpty {
            errors.invalid(path, group, problems.joined(separator: ","))
        } else if !group.contains(".") {
            errors.invalid(path, group, "should be a domain with at least one dot")
        }
    }

    private static func scope(_ spec: Value, _ errors: inout FieldErrors) {
        let scope = spec.text("scope")
        if scope.isEmpty {
            errors.required(FieldPath.spec["scope"])
        } else {
            errors.oneOf(FieldPath.spec["scope"], scope, ["Cluster", "Namespaced"])
        }
    }

    private static func storedVersions(_ definition: Object, _ spec: Value, _ errors: inout FieldErrors) {
        let path = FieldPath(text: "status")["storedVersions"]
        let stored = (definition["status"]?["storedVersions"]?.array ?? []).map { $0.string ?? "" }
        let versions = spec.list("versions")
        let storage = versions.first { $0.flag("storage") }?.text("name")
        if stored.isEmpty, storage == nil {
            return errors.invalid(path, BadValue.null, "must have at least one stored version")
        }
        if !stored.isEmpty, let storage, !stored.contains(storage) {
            errors.invalid(path, .value(Value(stored)), "must have the storage version \(storage)")
        }
        for (index, name) in stored.enumerated() where !versions.contains(where: { $0.text("name") == name }) {
            errors.invalid(
                path[index], name,
                "missing from spec.versions; \(name) was previously a storage version, and must remain in spec.versions until a storage migration ensures no data remains persisted in \(name) and removes \(name) from status.storedVersions"
            )
        }
    }

    /// Groups of Kubernetes itself need its blessing.
    private static func approval(_ definition: Object, _ spec: Value, _ errors: inout FieldErrors) {
        let group = "." + spec.text("group")
        guard group.hasSuffix(".k8s.io") || group.hasSuffix(".kubernetes.io") else { return }
        let key = "api-approved.kubernetes.io"
        let path = FieldPath.metadata["annotations"].key(key)
        let text = definition.annotations[key]?.string ?? ""
        if text.isEmpty {
            errors.required(
                path,
                "protected groups must have approval annotation \"\(key)\", see https://github.com/kubernetes/enhancements/pull/1111"
            )
        } else if !text.hasPrefix("unapproved"), !text.hasPrefix("https://"), !text.hasPrefix("http://") {
            errors.invalid(
                path, text,
                "protected groups must have approval annotation \"\(key)\" with either a URL or a reason starting with \"unapproved\", see https://github.com/kubernetes/enhancements/pull/1111"
            )
        }
    }
}

/// The list of versions, but for what they share.
private struct VersionRules {
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
private struct SharedVersionParts {
    private let versions: [Value]

    init(_ spec: Value) { versions = spec.list("versions") }

    func isShared(_ field: String) -> Bool { versions.allSatisfy { $0[field] == versions[0][field] } }

    func check(_ errors: inout FieldErrors) {
        guard let version = versions.first else { return }
        if isShared("schema") { schema(version, FieldPath.spec["validation"]["openAPIV3Schema"], &errors) }
        if isShared("subresources") { scale(version, FieldPath.spec, &errors) }
        if isShared("additionalPrinterColumns") { columns(version, FieldPath.spec, &errors) }
    }

    /// What a version has for itself.
    func checkOwn(_ version: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        if !isShared("schema") { schema(version, path["schema"]["openAPIV3Schema"], &errors) }
        if !isShared("subresources") { scale(version, path, &errors) }
        if !isShared("additionalPrinterColumns") { columns(version, path, &errors) }
    }

    private func schema(_ version: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        if let schema = version["schema"]?["openAPIV3Schema"] { SchemaRules.check(schema, path, &errors) }
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
