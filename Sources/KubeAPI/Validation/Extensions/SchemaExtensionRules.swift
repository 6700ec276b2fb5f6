import Documents
import KubeModel

/// The fields of a schema that begin with `x-kubernetes-`.
///
/// Source: k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go
enum SchemaExtensionRules {
    static func check(_ schema: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        if schema["x-kubernetes-preserve-unknown-fields"] == false {
            errors.invalid(path["x-kubernetes-preserve-unknown-fields"], .bool(false), "must be true or undefined")
        }
        if let kind = schema["x-kubernetes-map-type"]?.string {
            type(schema, "object", "x-kubernetes-map-type", path, &errors)
            errors.oneOf(path["x-kubernetes-map-type"], kind, ["atomic", "granular"])
        }
        lists(schema, path, &errors)
    }

    private static func type(
        _ schema: Value, _ wanted: String, _ field: String, _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        let type = schema.text("type")
        guard type != wanted else { return }
        let rule = "must be \(wanted) if \(field) is specified"
        if type.isEmpty { errors.required(path["type"], rule) } else { errors.invalid(path["type"], type, rule) }
    }

    private static func lists(_ schema: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let keys = schema.texts("x-kubernetes-list-map-keys")
        let kind = schema["x-kubernetes-list-type"]?.string
        let place = path["x-kubernetes-list-type"]
        if let kind {
            type(schema, "array", "x-kubernetes-list-type", path, &errors)
            if schema.text("type") == "array", kind == "set" { atomicItems(schema.part("items"), path, &errors) }
            errors.oneOf(place, kind, ["atomic", "set", "map"])
        }
        if !keys.isEmpty, kind != "map" {
            let rule = "must be map if x-kubernetes-list-map-keys is non-empty"
            if let kind { errors.invalid(place, kind, rule) } else { errors.required(place, rule) }
        }
        if kind == "map" { map(schema, keys, path, &errors) }
        if kind == "map" || kind == "set" { nullability(schema, kind ?? "", keys, path, &errors) }
    }

    /// The elements of a set are compared as a whole.
    private static func atomicItems(_ items: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let rule = "must be atomic as item of a list with x-kubernetes-list-type=set"
        let list = items["x-kubernetes-list-type"]?.string
        if items.text("type") == "array", let list, list != "atomic" {
            errors.invalid(path["items"]["x-kubernetes-list-type"], list, rule)
        }
        if items.text("type") == "object", items["x-kubernetes-map-type"] != "atomic" {
            errors.invalid(path["items"]["x-kubernetes-map-type"], items["x-kubernetes-list-type"], rule)
        }
    }

    private static func map(_ schema: Value, _ keys: [String], _ path: FieldPath, _ errors: inout FieldErrors) {
        let place = path["x-kubernetes-list-map-keys"]
        if keys.isEmpty { errors.required(place, "must not be empty if x-kubernetes-list-type is map") }
        guard let items = schema["items"] else {
            return errors.required(path["items"], "must have a schema if x-kubernetes-list-type is map")
        }
        guard case .object = items else { return }
        let type = items.text("type")
        guard type == "object" else {
            return errors.invalid(
                path["items"]["type"], type, "must be object if parent array's x-kubernetes-list-type is map")
        }
        for (index, key) in keys.enumerated() {
            if let property = items.map("properties")[key] {
                guard ["array", "object"].contains(property.text("type")) else { continue }
                errors.invalid(
                    path["items"]["properties"].key(key)["type"], type,
                    "must be a scalar type if parent array's x-kubernetes-list-type is map")
            } else {
                errors.invalid(place, .value(Value(keys)), "entries must all be names of item properties")
            }
            if keys[..<index].contains(key) {
                errors.invalid(place, .value(Value(keys)), "must not contain duplicate entries")
            }
        }
    }

    private static func nullability(
        _ schema: Value, _ kind: String, _ keys: [String], _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        guard case .object? = schema["items"] else { return }
        let items = schema.part("items")
        if items.flag("nullable") {
            errors.forbidden(path["items"]["nullable"], "cannot be nullable when x-kubernetes-list-type is \(kind)")
        }
        guard kind == "map" else { return }
        let required = items.texts("required")
        for key in keys {
            guard let property = items.map("properties")[key] else { continue }
            let place = path["items"]["properties"].key(key)
            if property["default"] == nil, !required.contains(key) {
                errors.required(
                    place["default"],
                    "this property is in x-kubernetes-list-map-keys, so it must have a default or be a required property"
                )
            }
            if property.flag("nullable") {
                errors.forbidden(
                    place["nullable"], "this property is in x-kubernetes-list-map-keys, so it cannot be nullable")
            }
        }
    }
}
