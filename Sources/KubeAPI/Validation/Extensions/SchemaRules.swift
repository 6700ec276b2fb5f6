import Documents
import KubeModel

/// The schema of a custom resource, which must be structural.
///
/// Source: k8s.io/apiextensions-apiserver/pkg/apiserver/schema/validation.go, pkg/apis/apiextensions/validation
enum SchemaRules {
    private static let types = ["array", "boolean", "integer", "number", "object", "string"]

    static func check(_ schema: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let count = errors.count
        let type = schema.text("type")
        if type.isEmpty {
            errors.required(path["type"], "must not be empty at the root")
        } else if type != "object" {
            errors.invalid(path["type"], type, "must be object at the root")
        }
        contents(schema, path, &errors)
        metadata(schema, path, &errors)
        // Defaults are looked at when the schema says by itself what it means.
        let isReadable = errors.list[count...].allSatisfy { if case .notSupported = $0.problem { true } else { false } }
        if isReadable { defaults(schema, path, &errors) }
    }

    private static func contents(_ schema: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let type = schema.text("type")
        if !type.isEmpty { errors.oneOf(path["type"], type, types) }
        forbidden(schema, path, &errors)
        SchemaExtensionRules.check(schema, path, &errors)
        for (name, property) in schema.map("properties") {
            nested(property, path["properties"].key(name), "must not be empty for specified object fields", &errors)
        }
        if case .object? = schema["items"], let items = schema["items"] {
            nested(items, path["items"], "must not be empty for specified array items", &errors)
        } else if case .array? = schema["items"] {
            errors.forbidden(path["items"], "items must be a schema object and not an array")
        } else if type == "array", schema["items"] == nil {
            errors.required(path["items"], "must be specified")
        }
        guard case .object? = schema["additionalProperties"], let others = schema["additionalProperties"] else {
            return
        }
        nested(others, path["additionalProperties"], "must not be empty for specified object fields", &errors)
    }

    private static func nested(_ schema: Value, _ path: FieldPath, _ rule: String, _ errors: inout FieldErrors) {
        let isOpen =
            schema.flag("x-kubernetes-int-or-string") || schema.flag("x-kubernetes-preserve-unknown-fields")
        if schema.text("type").isEmpty, !isOpen { errors.required(path["type"], rule) }
        contents(schema, path, &errors)
    }

    /// What OpenAPI has and a structural schema may not have.
    private static func forbidden(_ schema: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        if schema.flag("uniqueItems") {
            errors.forbidden(
                path["uniqueItems"], "uniqueItems cannot be set to true since the runtime complexity becomes quadratic")
        }
        let properties = schema.map("properties")
        switch schema["additionalProperties"] {
        case .bool(false)?:
            errors.forbidden(path["additionalProperties"], "additionalProperties cannot be set to false")
        case .object? where !properties.isEmpty:
            errors.forbidden(
                path["additionalProperties"], "additionalProperties and properties are mutual exclusive")
        default: break
        }
        for field in ["patternProperties", "dependencies", "definitions", "additionalItems"]
        where schema[field] != nil {
            errors.forbidden(path[field], "\(field) is not supported")
        }
        for field in ["id", "$ref"] where !schema.text(field).isEmpty {
            errors.forbidden(path[field], "\(field) is not supported")
        }
        let pattern = schema.text("pattern")
        if !pattern.isEmpty, case .failure(let problem) = SchemaPattern.parsed(pattern) {
            errors.invalid(
                path["pattern"], pattern, "must be a valid regular expression, but isn't: \(problem.message)")
        }
    }

    /// The metadata has a schema of its own, of which only two fields may be narrowed.
    private static func metadata(_ schema: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        guard let metadata = schema.map("properties")["metadata"] else { return }
        let named = metadata.map("properties")
        let others = (metadata.object?.names ?? []).contains {
            $0 != "type" && $0 != "properties" && $0 != "description"
        }
        guard others || named.names.contains(where: { $0 != "name" && $0 != "generateName" }) else { return }
        errors.forbidden(
            path["properties"].key("metadata"),
            "must not specify anything other than name and generateName, but metadata is implicitly specified")
    }

    private static func defaults(_ schema: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        if let value = schema["default"] { SchemaValidator.check(value, schema, path["default"], name: "", &errors) }
        for (name, property) in schema.map("properties") { defaults(property, path["properties"].key(name), &errors) }
        for field in ["items", "additionalProperties"] {
            if case .object? = schema[field], let inner = schema[field] { defaults(inner, path[field], &errors) }
        }
    }
}

/// The fields that begin with `x-kubernetes-`.
enum SchemaExtensionRules {
    static func check(_ schema: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        lists(schema, path, &errors)
        if let kind = schema["x-kubernetes-map-type"]?.string {
            if schema.text("type") != "object" {
                errors.invalid(
                    path["type"], schema.text("type"), "must be object if x-kubernetes-map-type is specified")
            }
            errors.oneOf(path["x-kubernetes-map-type"], kind, ["atomic", "granular"])
        }
        if schema.flag("x-kubernetes-int-or-string"), !schema.text("type").isEmpty {
            errors.forbidden(path["type"], "must be empty if x-kubernetes-int-or-string is true")
        }
        if schema.flag("x-kubernetes-embedded-resource"), schema.text("type") != "object" {
            errors.invalid(
                path["type"], schema.text("type"), "must be object if x-kubernetes-embedded-resource is true")
        }
        if schema["x-kubernetes-preserve-unknown-fields"] == false {
            errors.invalid(
                path["x-kubernetes-preserve-unknown-fields"], .bool(false), "must be true or undefined")
        }
    }

    private static func lists(_ schema: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let keys = schema.texts("x-kubernetes-list-map-keys")
        let kind = schema["x-kubernetes-list-type"]?.string
        if let kind {
            if schema.text("type") != "array" {
                let shown = schema.text("type")
                errors.invalid(path["type"], shown, "must be array if x-kubernetes-list-type is specified")
            }
            errors.oneOf(path["x-kubernetes-list-type"], kind, ["atomic", "map", "set"])
        }
        let place = path["x-kubernetes-list-map-keys"]
        if kind == "map", keys.isEmpty {
            errors.required(place, "must not be empty if x-kubernetes-list-type is map")
        }
        if !keys.isEmpty, kind != "map" {
            errors.invalid(
                path["x-kubernetes-list-type"], kind ?? "", "must be map if x-kubernetes-list-map-keys is non-empty")
        }
        guard kind == "map" else { return }
        let items = schema.part("items")
        for (index, key) in keys.enumerated() where items.map("properties")[key] == nil {
            errors.invalid(place[index], key, "entries must all be names of item properties")
        }
        let required = items.texts("required")
        for key in keys {
            guard let property = items.map("properties")[key], property["default"] == nil, !required.contains(key)
            else { continue }
            errors.required(
                path["items"]["properties"].key(key)["default"],
                "this property is in x-kubernetes-list-map-keys, so it must have a default or be a required property")
        }
    }
}
