package import Documents
package import KubeModel

/// Gives an object the form in which Go writes its type: what is empty disappears, what is always written appears.
package enum ObjectEncoder {
    /// The form of the server's answers and of typed clients: `status: {}`, `resources: {}`, no empty lists.
    package static func normalize(_ object: inout Object, as resource: ResourceType) {
        guard !resource.schemaType.isEmpty, let type = Schema.builtIn.type(resource.schemaType) else { return }
        normalize(&object, type)
    }

    private static func normalize(_ object: inout Object, _ type: SchemaType) {
        for field in type.fields {
            if let value = object[field.name] {
                object[field.name] = normalized(value, field)
            } else if let zero = type.zero(of: field) {
                object[field.name] = zero
            }
        }
    }

    private static func normalized(_ value: Value, _ field: SchemaField) -> Value? {
        switch value {
        case .array(let elements):
            if elements.isEmpty, !field.isAlwaysWritten, field.shape == .list { return nil }
            guard field.shape == .list, let name = field.typeName, let type = Schema.builtIn.type(name) else {
                return value
            }
            return .array(elements.map { normalized($0, type) })
        case .object(var object):
            if field.shape == .map || field.shape == .mapOfLists {
                if object.isEmpty, !field.isAlwaysWritten { return nil }
                guard let name = field.typeName, let type = Schema.builtIn.type(name) else { return value }
                for key in object.names { object[key] = object[key].map { normalized($0, type) } }
                return .object(object)
            }
            guard field.shape == .single, let name = field.typeName, let type = Schema.builtIn.type(name) else {
                return value
            }
            return normalized(value, type)
        case .null, .bool, .integer, .double, .string:
            return value
        }
    }

    private static func normalized(_ value: Value, _ type: SchemaType) -> Value {
        guard case .object(var object) = value else { return value }
        normalize(&object, type)
        return .object(object)
    }
}

extension SchemaType {
    /// What Go writes for a field that is not set; `nil` when it writes nothing.
    fileprivate func zero(of field: SchemaField) -> Value? {
        if field.shape != .single || field.isPointer { return field.isAlwaysWritten ? Value.null : Value?.none }
        switch field.element {
        case .type(let name): return Schema.builtIn.type(name).map { .object($0.zero) }
        case .time, .microTime, .raw: return field.name == "creationTimestamp" ? Value?.none : Value.null
        case .quantity: return "0"
        case .intOrString: return 0
        case .string, .bytes: return field.isAlwaysWritten ? Value.string("") : Value?.none
        case .int32, .int64, .double: return field.isAlwaysWritten ? Value.integer(0) : Value?.none
        case .bool: return field.isAlwaysWritten ? Value.bool(false) : Value?.none
        case .fields, .json, .schemaOrBool, .schemaOrArray, .schemaOrStringArray: return nil
        }
    }

    /// The members that Go writes for an empty struct of this type.
    fileprivate var zero: Object {
        var object = Object()
        for field in fields {
            if let value = zero(of: field) { object[field.name] = value }
        }
        return object
    }
}
