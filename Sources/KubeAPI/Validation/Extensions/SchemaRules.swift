import Documents
import KubeModel

/// The schema of a custom resource, which must be structural.
///
/// Source: k8s.io/apiextensions-apiserver/pkg/apiserver/schema/validation.go
enum SchemaRules {
    private static let types = ["array", "boolean", "integer", "number", "object", "string"]

    static func check(_ schema: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let type = schema.text("type")
        if type.isEmpty {
            errors.required(path["type"], "must not be empty at the root")
        } else if type != "object" {
            errors.invalid(path["type"], type, "must be object at the root")
        }
        contents(schema, path, &errors)
    }

    private static func contents(_ schema: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let type = schema.text("type")
        if !type.isEmpty { errors.oneOf(path["type"], type, types) }
        for (name, property) in schema.map("properties") {
            nested(property, path["properties"].key(name), "must not be empty for specified object fields", &errors)
        }
        if case .object? = schema["items"], let items = schema["items"] {
            nested(items, path["items"], "must not be empty for specified array items", &errors)
        } else if type == "array", schema["items"] == nil {
            errors.required(path["items"], "must be specified")
        }
        if case .object? = schema["additionalProperties"], let others = schema["additionalProperties"] {
            nested(
                others, path["additionalProperties"], "must not be empty for specified object fields", &errors)
        }
        if let value = schema["default"] { SchemaValidator.check(value, schema, path["default"], name: "", &errors) }
    }

    private static func nested(_ schema: Value, _ path: FieldPath, _ rule: String, _ errors: inout FieldErrors) {
        let isOpen =
            schema.flag("x-kubernetes-int-or-string") || schema.flag("x-kubernetes-preserve-unknown-fields")
        if schema.text("type").isEmpty, !isOpen { errors.required(path["type"], rule) }
        contents(schema, path, &errors)
    }
}
