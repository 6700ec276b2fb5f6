import Documents
import KubeModel

/// The schema of a custom resource, which must be structural.
///
/// Source: k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go
enum SchemaRules {
    private static let types = ["array", "boolean", "integer", "number", "object", "string"]

    /// `path` ends with `openAPIV3Schema`; with a status subresource the root may say less.
    static func check(_ schema: Value, _ path: FieldPath, hasStatus: Bool, _ errors: inout FieldErrors) {
        if hasStatus { root(schema, path, &errors) }
        if schema.flag("nullable") { errors.forbidden(path["nullable"], "nullable cannot be true at the root") }
        if !UnsupportedSchemaRules.isAnywhere(in: schema) {
            var structural = FieldErrors()
            StructuralRules.check(schema, path, &structural)
            if structural.isEmpty { defaults(schema, path, &structural) }
            errors.add(contentsOf: structural)
        }
        contents(schema, path, isRoot: true, noDefault: nil, &errors)
    }

    /// The status has a schema of its own under `properties`, so the root can only be an object.
    private static func root(_ schema: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let type = schema.text("type")
        guard !type.isEmpty, type != "object" else { return }
        errors.invalid(
            path["type"], type,
            "only \"object\" is allowed as the type at the root of the schema if the status subresource is enabled")
    }

    private static func defaults(_ schema: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        if let value = schema["default"] { SchemaValidator.check(value, schema, path["default"], name: "", &errors) }
        for (name, property) in schema.map("properties") { defaults(property, path["properties"].key(name), &errors) }
        for field in ["items", "additionalProperties"] {
            if case .object? = schema[field], let inner = schema[field] { defaults(inner, path[field], &errors) }
        }
    }

    /// What every schema in the schema must keep, whatever its place. `noDefault` says why it may have no default.
    private static func contents(
        _ schema: Value, _ path: FieldPath, isRoot: Bool, noDefault: String?, _ errors: inout FieldErrors
    ) {
        let type = schema.text("type")
        if !type.isEmpty { errors.oneOf(path["type"], type, types) }
        if schema["default"] != nil, let noDefault {
            errors.forbidden(path["default"], "must not be set \(noDefault)")
        }
        UnsupportedSchemaRules.check(schema, path, &errors)
        if schema.flag("uniqueItems") {
            errors.forbidden(
                path["uniqueItems"], "uniqueItems cannot be set to true since the runtime complexity becomes quadratic")
        }
        inner(schema, path, isRoot: isRoot, noDefault: noDefault, &errors)
        SchemaExtensionRules.check(schema, path, &errors)
        SchemaExpressionRules.check(schema, path, &errors)
    }

    private static func inner(
        _ schema: Value, _ path: FieldPath, isRoot: Bool, noDefault: String?, _ errors: inout FieldErrors
    ) {
        let others = schema["additionalProperties"]
        if let others, others != true, !schema.map("properties").isEmpty {
            errors.forbidden(
                path["additionalProperties"], "additionalProperties and properties are mutual exclusive")
        }
        if case .object? = others, let others {
            contents(others, path["additionalProperties"], isRoot: false, noDefault: noDefault, &errors)
        }
        for (name, property) in schema.map("properties") {
            let isMeta = isRoot && ["metadata", "kind", "apiVersion"].contains(name)
            contents(
                property, path["properties"].key(name), isRoot: false,
                noDefault: isMeta ? "in top-level \(name)" : noDefault, &errors)
        }
        if case .object? = schema["not"], let not = schema["not"] {
            contents(not, path["not"], isRoot: false, noDefault: noDefault, &errors)
        }
        for field in ["allOf", "oneOf", "anyOf"] {
            for (index, part) in schema.list(field).enumerated() {
                contents(part, path[field][index], isRoot: false, noDefault: noDefault, &errors)
            }
        }
        if case .object? = schema["items"], let items = schema["items"] {
            contents(items, path["items"], isRoot: false, noDefault: noDefault, &errors)
        }
    }
}

/// What OpenAPI has and the schemas of custom resources do not.
enum UnsupportedSchemaRules {
    static func check(_ schema: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        for field in ["id", "additionalItems", "patternProperties", "definitions", "dependencies", "$ref"]
        where has(field, schema) {
            errors.forbidden(path[field], "\(field) is not supported")
        }
        if schema.text("type") == "null" {
            errors.forbidden(path["type"], "type cannot be set to null, use nullable as an alternative")
        }
        if case .array? = schema["items"] {
            errors.forbidden(path["items"], "items must be a schema object and not an array")
        }
    }

    private static func has(_ field: String, _ schema: Value) -> Bool {
        switch schema[field] {
        case .object(let members)?: !members.isEmpty || field == "dependencies" || field == "additionalItems"
        case .string(let text)?: !text.isEmpty
        case nil: false
        default: true
        }
    }

    /// A schema with such a part has no structural form at all.
    static func isAnywhere(in schema: Value) -> Bool {
        var errors = FieldErrors()
        check(schema, .root, &errors)
        if errors.list.contains(where: { $0.path != "type" }) { return true }
        let single = ["items", "additionalProperties", "not"].compactMap { field -> Value? in
            if case .object? = schema[field] { schema[field] } else { nil }
        }
        let several = ["allOf", "anyOf", "oneOf"].flatMap(schema.list)
        return (single + several + schema.map("properties").map(\.value)).contains(where: isAnywhere)
    }
}

/// Rules in CEL: they are not evaluated here, but their outer form is looked at.
enum SchemaExpressionRules {
    private static let reasons = [
        "FieldValueDuplicate", "FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired",
    ]

    static func check(_ schema: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        for (index, rule) in schema.list("x-kubernetes-validations").enumerated() {
            let path = path["x-kubernetes-validations"][index]
            text(rule, path, &errors)
            if isBlank(rule, "messageExpression") {
                errors.required(path["messageExpression"], "messageExpression must be non-empty if specified")
            }
            if let reason = rule["reason"]?.string { errors.oneOf(path["reason"], reason, reasons) }
            if isBlank(rule, "fieldPath") {
                errors.invalid(path["fieldPath"], rule.text("fieldPath"), "fieldPath must be non-empty if specified")
            }
            if hasLines(rule.text("fieldPath")) {
                errors.invalid(path["fieldPath"], rule.text("fieldPath"), "fieldPath must not contain line breaks")
            }
        }
    }

    private static func text(_ rule: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let message = rule.text("message")
        if trimmed(rule.text("rule")).isEmpty {
            errors.required(path["rule"], "rule is not specified")
        } else if isBlank(rule, "message") {
            errors.invalid(path["message"], message, "message must be non-empty if specified")
        } else if hasLines(trimmed(message)) {
            errors.invalid(path["message"], message, "message must not contain line breaks")
        } else if hasLines(trimmed(rule.text("rule"))), message.isEmpty {
            errors.required(path["message"], "message must be specified if rule contains line breaks")
        }
    }

    private static func isBlank(_ rule: Value, _ field: String) -> Bool {
        !rule.text(field).isEmpty && trimmed(rule.text(field)).isEmpty
    }

    private static func trimmed(_ text: String) -> Substring {
        var text = text[...]
        while text.first?.isWhitespace ?? false { text.removeFirst() }
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return text
    }

    private static func hasLines(_ text: some StringProtocol) -> Bool { text.contains(where: \.isNewline) }
}
