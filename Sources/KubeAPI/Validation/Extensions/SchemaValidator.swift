import Documents
import KubeModel

/// Checks a value against a schema of OpenAPI, in the words of the server.
///
/// `name` stands before `in body` in the messages: `spec.replicas in body must be of type integer: "string"`.
/// Source: k8s.io/kube-openapi/pkg/validation/validate and pkg/validation/errors
enum SchemaValidator {
    static func check(
        _ value: Value, _ schema: Value, _ path: FieldPath, name: String, _ errors: inout FieldErrors
    ) {
        if value.isNull, schema.flag("nullable") { return }
        let type = schema.text("type")
        if !type.isEmpty, !schema.flag("x-kubernetes-int-or-string"), !isOf(value, type) {
            let found = typeName(of: value)
            errors.invalid(path, found, "\(name) in body must be of type \(type): \"\(found)\"")
            return
        }
        enumeration(value, schema, path, name, &errors)
        switch value {
        case .integer, .double: number(value, schema, path, name, &errors)
        case .string(let text): string(text, schema, path, name, &errors)
        case .array(let elements): array(elements, schema, path, name, &errors)
        case .object(let object): members(object, schema, path, name, &errors)
        case .null, .bool: break
        }
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
        case .double: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }

    private static func enumeration(
        _ value: Value, _ schema: Value, _ path: FieldPath, _ name: String, _ errors: inout FieldErrors
    ) {
        let allowed = schema.list("enum")
        guard !allowed.isEmpty, !allowed.contains(value) else { return }
        errors.notSupported(path, .value(value), allowed.map { $0.string ?? JSON.encode($0) })
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

    private static func string(
        _ text: String, _ schema: Value, _ path: FieldPath, _ name: String, _ errors: inout FieldErrors
    ) {
        let count = Int64(text.unicodeScalars.count)
        if let most = schema.number("maxLength"), count > most {
            errors.add(FieldError(path.text, .tooLong(maxBytes: Int(most))))
        }
        if let least = schema.number("minLength"), count < least {
            errors.invalid(path, text, "\(name) in body should be at least \(least) chars long")
        }
        let pattern = schema.text("pattern")
        guard !pattern.isEmpty, let expression = try? Regex(pattern) else { return }
        if text.firstMatch(of: expression) == nil {
            errors.invalid(path, text, "\(name) in body should match '\(pattern)'")
        }
    }

    private static func array(
        _ elements: [Value], _ schema: Value, _ path: FieldPath, _ name: String, _ errors: inout FieldErrors
    ) {
        if let most = schema.number("maxItems"), Int64(elements.count) > most {
            errors.tooMany(path, elements.count, max: Int(most))
        }
        if let least = schema.number("minItems"), Int64(elements.count) < least {
            errors.invalid(
                path, .value(.integer(Int64(elements.count))), "\(name) in body should have at least \(least) items")
        }
        if schema.flag("uniqueItems"), Set(elements).count < elements.count {
            errors.invalid(path, .value(.array(elements)), "\(name) in body shouldn't contain duplicates")
        }
        guard let items = schema["items"] else { return }
        for (index, element) in elements.enumerated() {
            check(element, items, path[index], name: "\(name)[\(index)]", &errors)
        }
    }

    private static func members(
        _ object: Object, _ schema: Value, _ path: FieldPath, _ name: String, _ errors: inout FieldErrors
    ) {
        for required in schema.texts("required") where object[required] == nil {
            errors.required(path[required])
        }
        if let most = schema.number("maxProperties"), Int64(object.count) > most {
            errors.tooMany(path, object.count, max: Int(most))
        }
        if let least = schema.number("minProperties"), Int64(object.count) < least {
            errors.invalid(
                path, .value(.integer(Int64(object.count))),
                "\(name) in body should have at least \(least) properties")
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
    }
}
