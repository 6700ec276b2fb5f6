import Documents
import KubeModel

/// Checks a value against a schema of OpenAPI, in the words of the server.
///
/// `name` stands before `in body` in the messages: `spec.replicas in body must be of type integer: "string"`.
/// Source: k8s.io/kube-openapi/pkg/validation/validate, pkg/validation/errors, and
/// k8s.io/apiextensions-apiserver/pkg/apiserver/validation/validation.go for what becomes of them
enum SchemaValidator {
    static func check(
        _ value: Value, _ schema: Value, _ path: FieldPath, name: String, _ errors: inout FieldErrors
    ) {
        if value.isNull, schema.flag("nullable") { return }
        let count = errors.count
        type(value, schema, path, name, &errors)
        let isOfType = errors.count == count
        if isOfType { SchemaCombinations.check(value, schema, path, name: name, &errors) }
        enumeration(value, schema, path, &errors)
        guard isOfType else { return }
        switch value {
        case .integer, .double: number(value, schema, path, name, &errors)
        case .string(let text): SchemaTextRules.check(text, schema, path, name: name, &errors)
        case .array(let elements): array(elements, schema, path, name, &errors)
        case .object(let object): members(object, schema, path, name, &errors)
        case .null, .bool: break
        }
    }

    private static func type(
        _ value: Value, _ schema: Value, _ path: FieldPath, _ name: String, _ errors: inout FieldErrors
    ) {
        let type = schema.text("type")
        let isEither = schema.flag("x-kubernetes-int-or-string")
        guard isEither || !type.isEmpty else { return }
        if isEither ? isOf(value, "integer") || isOf(value, "string") : isOf(value, type) { return }
        let found = typeName(of: value)
        let wanted = isEither ? "integer,string" : type
        errors.add(
            FieldError(
                path.shown, .typeInvalid(.string(found), "\(name) in body must be of type \(wanted): \"\(found)\"")))
    }

    private static func isOf(_ value: Value, _ type: String) -> Bool {
        switch value {
        case .null: false
        case .bool: type == "boolean"
        case .integer: type == "integer" || type == "number"
        case .double: type == "number" || type == "integer" && value.integer != nil
        case .string: type == "string"
        case .array: type == "array"
        case .object: type == "object"
        }
    }

    private static func typeName(of value: Value) -> String {
        switch value {
        case .null: "null"
        case .bool: "boolean"
        case .integer: "integer"
        case .double: value.integer == nil ? "number" : "integer"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }

    private static func enumeration(
        _ value: Value, _ schema: Value, _ path: FieldPath, _ errors: inout FieldErrors
    ) {
        let allowed = schema.list("enum")
        guard !allowed.isEmpty, !allowed.contains(value) else { return }
        errors.add(
            FieldError(
                path.shown,
                .notSupported(.value(value), supported: allowed.map { $0.string ?? JSON.encode($0) })))
    }

    private static func number(
        _ value: Value, _ schema: Value, _ path: FieldPath, _ name: String, _ errors: inout FieldErrors
    ) {
        guard let number = value.double else { return }
        if let least = schema["minimum"]?.double {
            let isExclusive = schema.flag("exclusiveMinimum")
            if number < least || isExclusive && number == least {
                let words = isExclusive ? "greater than" : "greater than or equal to"
                errors.invalid(path, value, "\(name) in body should be \(words) \(GoNumber.json(least))")
            }
        }
        if let most = schema["maximum"]?.double {
            let isExclusive = schema.flag("exclusiveMaximum")
            if number > most || isExclusive && number == most {
                let words = isExclusive ? "less than" : "less than or equal to"
                errors.invalid(path, value, "\(name) in body should be \(words) \(GoNumber.json(most))")
            }
        }
        if let step = schema["multipleOf"]?.double, step > 0 {
            let quotient = number / step
            if quotient != quotient.rounded() {
                errors.invalid(path, value, "\(name) in body should be a multiple of \(GoNumber.json(step))")
            }
        }
    }

    private static func array(
        _ elements: [Value], _ schema: Value, _ path: FieldPath, _ name: String, _ errors: inout FieldErrors
    ) {
        if let items = schema["items"] {
            for (index, element) in elements.enumerated() {
                check(element, items, path[index], name: "\(name)[\(index)]", &errors)
            }
        }
        if let least = schema.number("minItems"), Int64(elements.count) < least {
            errors.invalid(
                path, Int64(elements.count), "\(name) in body should have at least \(least) items")
        }
        if let most = schema.number("maxItems"), Int64(elements.count) > most {
            errors.tooMany(path, elements.count, max: Int(most))
        }
        if schema.flag("uniqueItems"), Set(elements).count < elements.count {
            errors.invalid(path, .value(.array(elements)), "\(name) in body shouldn't contain duplicates")
        }
    }

    private static func members(
        _ object: Object, _ schema: Value, _ path: FieldPath, _ name: String, _ errors: inout FieldErrors
    ) {
        if let least = schema.number("minProperties"), Int64(object.count) < least {
            errors.invalid(path, Int64(object.count), "\(name) in body should have at least \(least) properties")
        }
        if let most = schema.number("maxProperties"), Int64(object.count) > most {
            errors.tooMany(path, object.count, max: Int(most))
        }
        let properties = schema.map("properties")
        for (key, value) in object {
            let full = name.isEmpty ? key : "\(name).\(key)"
            if let property = properties[key] {
                check(value, property, path[key], name: full, &errors)
            } else if let others = schema["additionalProperties"], case .object = others {
                check(value, others, path[key], name: full, &errors)
            }
        }
        for required in schema.texts("required") where object[required] == nil { errors.required(path[required]) }
    }
}

extension FieldPath {
    /// The root of a custom object has no name.
    var shown: String { text.isEmpty ? "<nil>" : text }
}
