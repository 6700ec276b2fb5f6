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
                let problem = "must be spec.names.plural+\".\"+spec.group"
                return name == wanted ? Names.subdomainProblems(name) : [problem]
            }, &errors)
        guard !definition.name.isEmpty else { return }
        group(spec, &errors)
        scope(spec, &errors)
        versions(spec, &errors)
        sharedParts(spec, &errors)
        NameRules.check(spec.part("names"), FieldPath.spec["names"], &errors)
        columns(spec, &errors)
        let stored = definition["status"]?["storedVersions"]?.array ?? []
        if stored.isEmpty, !spec.list("versions").contains(where: { $0.flag("storage") }) {
            errors.invalid(
                FieldPath(text: "status")["storedVersions"], BadValue.null, "must have at least one stored version")
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

    private static func versions(_ spec: Value, _ errors: inout FieldErrors) {
        let versions = spec.list("versions")
        let path = FieldPath.spec["versions"]
        var names: Set<String> = []
        var isUnique = true
        for (index, version) in versions.enumerated() {
            let name = version.text("name")
            if !names.insert(name).inserted { isUnique = false }
            let problems = Names.label1035Problems(name)
            if !problems.isEmpty { errors.invalid(path[index]["name"], name, problems.joined(separator: ",")) }
            if version["schema"]?["openAPIV3Schema"] == nil {
                errors.required(path[index]["schema"]["openAPIV3Schema"])
            }
        }
        if !isUnique { errors.invalid(path, spec["versions"], "must contain unique version names") }
        if versions.filter({ $0.flag("storage") }).count != 1 {
            errors.invalid(path, spec["versions"], "must have exactly one version marked as storage version")
        }
        if let first = versions.first?.text("name"), !first.isEmpty {
            let problems = Names.label1035Problems(first)
            if !problems.isEmpty { errors.invalid(FieldPath.spec["version"], first, problems.joined(separator: ",")) }
        }
    }

    /// What all versions share stands at the top of the server's spec, and so do the messages about it.
    private static func sharedParts(_ spec: Value, _ errors: inout FieldErrors) {
        let versions = spec.list("versions")
        for (index, version) in versions.enumerated() {
            if let schema = version["schema"]?["openAPIV3Schema"] {
                if isShared("schema", versions) {
                    guard index == 0 else { continue }
                    SchemaRules.check(schema, FieldPath.spec["validation"]["openAPIV3Schema"], &errors)
                } else {
                    SchemaRules.check(
                        schema, FieldPath.spec["versions"][index]["schema"]["openAPIV3Schema"], &errors)
                }
            }
        }
        for (index, version) in versions.enumerated() {
            guard let scale = version["subresources"]?["scale"] else { continue }
            let isShared = isShared("subresources", versions)
            guard !isShared || index == 0 else { continue }
            let path = isShared ? FieldPath.spec : FieldPath.spec["versions"][index]
            self.scale(scale, path["subresources"]["scale"], &errors)
        }
    }

    private static func isShared(_ field: String, _ versions: [Value]) -> Bool {
        versions.allSatisfy { $0[field] == versions[0][field] }
    }

    private static func columns(_ spec: Value, _ errors: inout FieldErrors) {
        let versions = spec.list("versions")
        for (index, version) in versions.enumerated() {
            let isShared = isShared("additionalPrinterColumns", versions)
            guard !isShared || index == 0 else { continue }
            let path = (isShared ? FieldPath.spec : FieldPath.spec["versions"][index])["additionalPrinterColumns"]
            for (place, column) in version.list("additionalPrinterColumns").enumerated() {
                self.column(column, path[place], &errors)
            }
        }
    }

    private static func scale(_ scale: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        for (field, root) in [("specReplicasPath", ".spec."), ("statusReplicasPath", ".status.")] {
            let text = scale.text(field)
            if text.isEmpty {
                errors.required(path[field])
            } else if !isSimplePath(text) {
                errors.invalid(path[field], text, "must be a simple json path starting with .")
            } else if !text.hasPrefix(root) {
                errors.invalid(path[field], text, "should be a json path under \(root.dropLast())")
            }
        }
        if let text = scale["labelSelectorPath"]?.string, !text.isEmpty {
            if !isSimplePath(text) {
                errors.invalid(path["labelSelectorPath"], text, "must be a simple json path starting with .")
            } else if !text.hasPrefix(".spec."), !text.hasPrefix(".status.") {
                errors.invalid(
                    path["labelSelectorPath"], text, "should be a json path under either .spec or .status")
            }
        }
    }

    private static let columnTypes = ["boolean", "date", "integer", "number", "string"]
    private static let columnFormats = [
        "byte", "date", "date-time", "double", "float", "int32", "int64", "password",
    ]

    private static func column(_ column: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        if column.text("name").isEmpty { errors.required(path["name"]) }
        let type = column.text("type")
        let types = columnTypes.joined(separator: ",")
        if type.isEmpty {
            errors.required(path["type"], "must be one of \(types)")
        } else if !columnTypes.contains(type) {
            errors.invalid(path["type"], type, "must be one of \(types)")
        }
        let format = column.text("format")
        if !format.isEmpty, !columnFormats.contains(format) {
            errors.invalid(path["format"], format, "must be one of \(columnFormats.joined(separator: ","))")
        }
        let text = column.text("jsonPath")
        if text.isEmpty {
            errors.required(path["JSONPath"])
        } else if !isSimplePath(text) {
            errors.invalid(path["JSONPath"], text, "must be a simple json path starting with .")
        }
    }

    /// A path without filters or slices: `.spec.cronSpec`, `.status.conditions[0].type`.
    private static func isSimplePath(_ text: String) -> Bool { text.hasPrefix(".") && !text.contains(" ") }
}

/// What a custom resource is called.
private enum NameRules {
    static func check(_ names: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        for field in ["plural", "singular"] {
            let name = names.text(field)
            if name.isEmpty {
                errors.required(path[field])
            } else {
                check(name, path[field], &errors)
            }
        }
        for field in ["kind", "listKind"] {
            let name = names.text(field)
            let problems = Names.label1035Problems(name.lowercased())
            if name.isEmpty {
                errors.required(path[field])
            } else if !problems.isEmpty {
                errors.invalid(
                    path[field], name,
                    "may have mixed case, but should otherwise match: " + problems.joined(separator: ","))
            }
        }
        for field in ["shortNames", "categories"] {
            for (index, name) in names.texts(field).enumerated() { check(name, path[field][index], &errors) }
        }
        if !names.text("kind").isEmpty, names.text("kind") == names.text("listKind") {
            errors.invalid(path["listKind"], names.text("listKind"), "kind and listKind may not be the same")
        }
    }

    private static func check(_ name: String, _ path: FieldPath, _ errors: inout FieldErrors) {
        let problems = Names.label1035Problems(name)
        if !problems.isEmpty { errors.invalid(path, name, problems.joined(separator: ",")) }
    }
}
