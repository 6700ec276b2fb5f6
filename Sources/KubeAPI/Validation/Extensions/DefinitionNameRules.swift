import Documents
import KubeModel

/// What a custom resource is called.
enum NameRules {
    static func check(_ names: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        for field in ["plural", "singular", "kind", "listKind"] where names.text(field).isEmpty {
            errors.required(path[field])
        }
        for field in ["plural", "singular"] where !names.text(field).isEmpty {
            check(names.text(field), path[field], &errors)
        }
        for field in ["kind", "listKind"] where !names.text(field).isEmpty {
            let name = names.text(field)
            let problems = Names.label1035Problems(name.lowercased())
            if !problems.isEmpty {
                errors.invalid(
                    path[field], name,
                    "may have mixed case, but should otherwise match: " + problems.joined(separator: ","))
            }
        }
        for (index, name) in names.texts("shortNames").enumerated() { check(name, path["shortNames"][index], &errors) }
        if !names.text("kind").isEmpty, names.text("kind") == names.text("listKind") {
            errors.invalid(path["listKind"], names.text("listKind"), "kind and listKind may not be the same")
        }
        for (index, name) in names.texts("categories").enumerated() { check(name, path["categories"][index], &errors) }
    }

    private static func check(_ name: String, _ path: FieldPath, _ errors: inout FieldErrors) {
        let problems = Names.label1035Problems(name)
        if !problems.isEmpty { errors.invalid(path, name, problems.joined(separator: ",")) }
    }
}

/// The scale subresource and the columns of tables: paths into objects.
enum PrintedPartRules {
    static func scale(_ scale: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
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
        guard let text = scale["labelSelectorPath"]?.string, !text.isEmpty else { return }
        if !isSimplePath(text) {
            errors.invalid(path["labelSelectorPath"], text, "must be a simple json path starting with .")
        } else if !text.hasPrefix(".spec."), !text.hasPrefix(".status.") {
            errors.invalid(
                path["labelSelectorPath"], text, "should be a json path under either .spec or .status")
        }
    }

    private static let columnTypes = ["boolean", "date", "integer", "number", "string"]
    private static let columnFormats = [
        "byte", "date", "date-time", "double", "float", "int32", "int64", "password",
    ]

    static func column(_ column: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
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

    private static func isSimplePath(_ text: String) -> Bool { text.hasPrefix(".") }
}

/// Fields of a custom resource by which lists can be narrowed.
enum SelectableFieldRules {
    private static let countMax = 8

    static func check(_ paths: [String], _ schema: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        var known: Set<String> = []
        for (index, text) in paths.enumerated() {
            let place = path[index]["jsonPath"]
            guard !text.isEmpty else {
                errors.required(place)
                continue
            }
            guard let field = field(text, in: schema) else {
                errors.invalid(place, text, "is an invalid path: does not refer to a valid field")
                continue
            }
            if text.hasPrefix(".metadata") { errors.invalid(place, text, "must not point to fields in metadata") }
            if !["string", "boolean", "integer"].contains(field.text("type")) {
                errors.invalid(
                    place, text,
                    "must point to a field of type string, boolean or integer. Enum string fields and strings with "
                        + "formats are allowed.")
            }
            if !known.insert(text).inserted { errors.duplicate(place, .string(text)) }
        }
        if known.count > countMax { errors.tooMany(path, known.count, max: countMax) }
    }

    private static func field(_ text: String, in schema: Value) -> Value? {
        guard text.hasPrefix("."), text.utf8.count > 1 else { return nil }
        var found = schema
        for name in text.dropFirst().split(separator: ".", omittingEmptySubsequences: false) {
            guard let next = found.map("properties")[String(name)] else { return nil }
            found = next
        }
        return found
    }
}
