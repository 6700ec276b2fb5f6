import Documents
import KubeModel

/// A structural schema says the type of everything outside of `allOf`, `anyOf`, `oneOf` and `not`.
///
/// Source: k8s.io/apiextensions-apiserver/pkg/apiserver/schema/validation.go
enum StructuralRules {
    private enum Level { case root, item, field }

    /// The errors come in the order of their words.
    static func check(_ schema: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        var found = FieldErrors()
        invariants(schema, .root, path, &found)
        for error in found.list.sorted(by: { $0.message < $1.message }) { errors.add(error) }
    }

    private static func invariants(_ schema: Value, _ level: Level, _ path: FieldPath, _ errors: inout FieldErrors) {
        if schema.text("type") == "array", schema["items"] == nil {
            errors.required(path["items"], "must be specified")
        }
        if case .object? = schema["items"], let items = schema["items"] {
            invariants(items, .item, path["items"], &errors)
        }
        for (name, property) in schema.map("properties") {
            invariants(property, .field, path["properties"].key(name), &errors)
        }
        if let others = schema["additionalProperties"] {
            if level == .root { errors.forbidden(path["additionalProperties"], "must not be used at the root") }
            if case .object = others { invariants(others, .field, path["additionalProperties"], &errors) }
        }
        extensions(schema, path, &errors)
        JunctorRules.check(schema, path, &errors)
        type(schema, level, path, &errors)
        typeMeta(schema, level, path, &errors)
    }

    private static func extensions(_ schema: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        guard schema.flag("x-kubernetes-int-or-string") else { return }
        for field in ["x-kubernetes-preserve-unknown-fields", "x-kubernetes-embedded-resource"]
        where schema.flag(field) {
            errors.invalid(path[field], .bool(true), "must be false if x-kubernetes-int-or-string is true")
        }
    }

    private static func type(_ schema: Value, _ level: Level, _ path: FieldPath, _ errors: inout FieldErrors) {
        let type = schema.text("type")
        let isOpen =
            schema.flag("x-kubernetes-int-or-string") || schema.flag("x-kubernetes-preserve-unknown-fields")
        if schema.flag("x-kubernetes-embedded-resource") {
            embedded(schema, path, &errors)
        } else if type.isEmpty, !isOpen {
            switch level {
            case .root: errors.required(path["type"], "must not be empty at the root")
            case .item: errors.required(path["type"], "must not be empty for specified array items")
            case .field: errors.required(path["type"], "must not be empty for specified object fields")
            }
        }
        if level == .root, !type.isEmpty, type != "object" {
            errors.invalid(path["type"], type, "must be object at the root")
        }
    }

    private static func embedded(_ schema: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let type = schema.text("type")
        let rule = "must be object if x-kubernetes-embedded-resource is true"
        if type.isEmpty {
            errors.required(path["type"], rule)
        } else if type != "object" {
            errors.invalid(path["type"], type, rule)
        }
        if schema["additionalProperties"] != nil {
            errors.forbidden(
                path["additionalProperties"], "must not be used if x-kubernetes-embedded-resource is set")
        }
        if !schema.flag("x-kubernetes-preserve-unknown-fields"), schema.map("properties").isEmpty {
            errors.required(
                path["properties"],
                "must not be empty if x-kubernetes-embedded-resource is true without "
                    + "x-kubernetes-preserve-unknown-fields")
        }
    }

    /// The metadata has a schema of its own, of which only two fields may be narrowed.
    private static func typeMeta(_ schema: Value, _ level: Level, _ path: FieldPath, _ errors: inout FieldErrors) {
        let properties = schema.map("properties")
        let isResource = level == .root || schema.flag("x-kubernetes-embedded-resource")
        guard isResource else { return }
        for field in ["kind", "apiVersion"] {
            guard let property = properties[field], property.text("type") != "string" else { continue }
            errors.invalid(path["properties"].key(field)["type"], property.text("type"), "must be string")
        }
        guard let metadata = properties["metadata"] else { return }
        let place = path["properties"].key("metadata")
        if metadata.text("type") != "object" {
            errors.invalid(place["type"], metadata.text("type"), "must be object")
        }
        let narrowed = metadata.map("properties").names
        let others = (metadata.object?.names ?? []).filter { !["type", "properties", "default"].contains($0) }
        guard level == .root, !others.isEmpty || narrowed.contains(where: { $0 != "name" && $0 != "generateName" })
        else { return }
        errors.forbidden(
            place, "must not specify anything other than name and generateName, but metadata is implicitly specified")
    }
}

/// `allOf`, `anyOf`, `oneOf` and `not` may only narrow what the schema outside of them says.
private enum JunctorRules {
    static func check(_ schema: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        values(schema, outer: schema, path, path, isIntOrString: schema.flag("x-kubernetes-int-or-string"), &errors)
    }

    private static let intOrString: [Value] = [["type": "integer"], ["type": "string"]]

    private static func values(
        _ part: Value, outer: Value?, _ outerPath: FieldPath, _ path: FieldPath, isIntOrString: Bool,
        _ errors: inout FieldErrors
    ) {
        for field in ["anyOf", "allOf", "oneOf"] {
            if field == "anyOf", isIntOrString, part.list(field) == intOrString { continue }
            for (index, inner) in part.list(field).enumerated() {
                let isFirst = field == "allOf" && index == 0 && isIntOrString
                nested(inner, outer: outer, outerPath, path[field][index], isIntOrString: isFirst, &errors)
            }
        }
        if case .object? = part["not"], let not = part["not"] {
            nested(not, outer: outer, outerPath, path["not"], isIntOrString: false, &errors)
        }
        let pattern = part.text("pattern")
        if !pattern.isEmpty, case .failure(let problem) = SchemaPattern.parsed(pattern) {
            errors.invalid(
                path["pattern"], pattern, "must be a valid regular expression, but isn't: \(problem.message)")
        }
    }

    private static let forbidden: [(field: String, rule: String)] = [
        ("type", "empty"), ("additionalProperties", "undefined"), ("default", "undefined"), ("title", "empty"),
        ("description", "empty"), ("nullable", "false"), ("externalDocs", "undefined"),
        ("x-kubernetes-preserve-unknown-fields", "false"), ("x-kubernetes-embedded-resource", "false"),
        ("x-kubernetes-int-or-string", "false"), ("x-kubernetes-list-map-keys", "empty"),
        ("x-kubernetes-list-type", "undefined"), ("x-kubernetes-map-type", "undefined"),
        ("x-kubernetes-validations", "empty"),
    ]

    private static func nested(
        _ part: Value, outer: Value?, _ outerPath: FieldPath, _ path: FieldPath, isIntOrString: Bool,
        _ errors: inout FieldErrors
    ) {
        values(part, outer: outer, outerPath, path, isIntOrString: isIntOrString, &errors)
        for (field, rule) in forbidden where isSet(part[field]) {
            errors.forbidden(path[field], "must be \(rule) to be structural")
        }
        if case .object? = part["items"], let items = part["items"] {
            if outer?["items"] == nil {
                errors.required(outerPath["items"], "because it is defined in \(path["items"].text)")
            }
            nested(
                items, outer: outer?["items"], outerPath["items"], path["items"], isIntOrString: false, &errors)
        }
        for (name, property) in part.map("properties") {
            let place = path["properties"].key(name)
            let said = outer?["properties"]?[name]
            if said == nil {
                errors.required(outerPath["properties"].key(name), "because it is defined in \(place.text)")
            }
            nested(
                property, outer: said, outerPath["properties"].key(name), place, isIntOrString: false, &errors)
            if name == "metadata" { errors.forbidden(place, "must not be specified in a nested context") }
        }
    }

    private static func isSet(_ value: Value?) -> Bool {
        switch value {
        case .string("")?, .bool(false)?, .null?, nil: false
        case .array(let elements)?: !elements.isEmpty
        default: true
        }
    }
}
