import Documents
import KubeModel

/// A value that ends decoding at once, because a type with a decoder of its own refused it.
struct DecodingProblem: Error {
    var message: String
}

/// Walks a value along the types of the schema, as Go's `encoding/json` walks it along structs.
///
/// The first value of a wrong type is remembered and decoding goes on; it is the error unless a type with a decoder of
/// its own (a quantity, a time) refuses a later value, which ends decoding.
struct SchemaDecoder {
    /// `json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32`
    private(set) var firstTypeProblem: String?
    /// `spec.containers[0].imge`, in the order in which they were met.
    private(set) var unknownFields: [String] = []

    /// The names of the fields on the way, with the embedded structs that they come from.
    private var fieldNames: [String] = []
    /// The same way for messages about unknown fields.
    private var path: [PathPart] = []
    /// The innermost struct on the way; `nil` outside any.
    private var structName: String?
    /// Inside a value whose type decodes itself and so knows nothing of strictness.
    private var reportsUnknownFields = true
}

/// One step of the way to a value; its text is made only when there is something to say.
private enum PathPart {
    case name(String)
    case index(Int)

    /// `.containers`, `[0]`
    var text: String {
        switch self {
        case .name(let name): ".\(name)"
        case .index(let index): "[\(index)]"
        }
    }
}

extension SchemaDecoder {
    mutating func root(_ value: Value, as resource: ResourceType) throws(DecodingProblem) -> Object {
        guard !resource.schemaType.isEmpty, let type = Schema.builtIn.type(resource.schemaType) else {
            return try customResource(value)
        }
        return try structure(value, type) ?? Object()
    }

    /// Of a custom resource only the metadata has a Go type.
    private mutating func customResource(_ value: Value) throws(DecodingProblem) -> Object {
        guard case .object(var object) = value, let type = Schema.builtIn.type("ObjectMeta") else { return Object() }
        if let metadata = object["metadata"] {
            object["metadata"] = try metadataOnly(metadata, type).map(Value.object)
        }
        return object
    }

    /// The metadata of an object, in a struct that has nothing else.
    mutating func metadataOnly(_ metadata: Value, _ type: SchemaType) throws(DecodingProblem) -> Object? {
        structName = "metadataOnlyObject"
        fieldNames = ["metadata"]
        path = [.name("metadata")]
        return try structure(metadata, type)
    }

    /// The members of a struct; `nil` for `null`.
    mutating func structure(_ value: Value, _ type: SchemaType) throws(DecodingProblem) -> Object? {
        guard case .object(let members) = value else {
            if !value.isNull { mismatch(value, type.goName) }
            return nil
        }
        var result = Object()
        let outerStruct = structName
        let depth = fieldNames.count
        for (name, member) in members {
            path.append(.name(name))
            if let field = type.field(name) {
                structName = type.structName
                if let embedding = field.embedding { fieldNames.append(embedding) }
                fieldNames.append(name)
                result[name] = try decode(member, field)
                fieldNames.removeLast(fieldNames.count - depth)
            } else if reportsUnknownFields {
                unknownFields.append(String(path.map(\.text).joined().dropFirst()))
            }
            path.removeLast()
        }
        structName = outerStruct
        return result
    }

    /// The value of a field; `nil` when there is nothing to keep.
    private mutating func decode(_ value: Value, _ field: SchemaField) throws(DecodingProblem) -> Value? {
        switch field.shape {
        case .single: try single(value, field)
        case .list: try list(value, field)
        case .map: try map(value, field)
        case .mapOfLists: try mapOfLists(value, field)
        }
    }

    private mutating func single(_ value: Value, _ field: SchemaField) throws(DecodingProblem) -> Value? {
        if value.isNull, field.isPointer { return nil }
        guard let decoded = try element(value, field) else { return nil }
        if !field.isPointer, decoded.isEmptyScalar, !(field.element == .intOrString && decoded == "") { return nil }
        return decoded
    }

    private mutating func list(_ value: Value, _ field: SchemaField) throws(DecodingProblem) -> Value? {
        guard case .array(let elements) = value else {
            if !value.isNull { mismatch(value, "[]" + GoTypeName.element(field)) }
            return nil
        }
        return .array(try list(elements, field))
    }

    private mutating func list(_ elements: [Value], _ field: SchemaField) throws(DecodingProblem) -> [Value] {
        var result: [Value] = []
        result.reserveCapacity(elements.count)
        for (index, item) in elements.enumerated() {
            path.append(.index(index))
            result.append(try element(item, field) ?? GoTypeName.zero(field))
            path.removeLast()
        }
        return result
    }

    private mutating func map(_ value: Value, _ field: SchemaField) throws(DecodingProblem) -> Value? {
        guard case .object(let members) = value else {
            if !value.isNull { mismatch(value, GoTypeName.map(field)) }
            return nil
        }
        var result = Object()
        for (key, item) in members {
            path.append(.name(key))
            result[key] = try element(item, field) ?? GoTypeName.zero(field)
            path.removeLast()
        }
        return .object(result)
    }

    private mutating func mapOfLists(_ value: Value, _ field: SchemaField) throws(DecodingProblem) -> Value? {
        guard case .object(let members) = value else {
            if !value.isNull { mismatch(value, "map[string][]" + GoTypeName.element(field)) }
            return nil
        }
        var result = Object()
        for (key, item) in members { result[key] = try list(item, field) ?? .array([]) }
        return .object(result)
    }

    /// Remembers a value of a wrong type, unless there was one before.
    mutating func mismatch(_ value: Value, _ goType: String, number: Bool = false) {
        guard firstTypeProblem == nil else { return }
        let place =
            structName.map { "Go struct field \($0).\(fieldNames.joined(separator: ".")) of type " }
            ?? "Go value of type "
        firstTypeProblem =
            "json: cannot unmarshal \(GoTypeName.description(of: value, number: number)) into \(place)\(goType)"
    }

    mutating func forgetTypeProblem() { firstTypeProblem = nil }

    mutating func remember(_ problem: String) {
        if firstTypeProblem == nil { firstTypeProblem = problem }
    }

    /// Decodes what a type with a decoder of its own hands to a second, lenient decoder.
    mutating func leniently<Result>(_ body: (inout SchemaDecoder) throws(DecodingProblem) -> Result)
        throws(DecodingProblem) -> Result
    {
        let outer = reportsUnknownFields
        reportsUnknownFields = false
        let result = try body(&self)
        reportsUnknownFields = outer
        return result
    }
}

extension Value {
    /// What Go's plain scalars cannot tell from a missing value.
    fileprivate var isEmptyScalar: Bool {
        switch self {
        case .bool(let flag): !flag
        case .integer(let number): number == 0
        case .double(let number): number == 0
        case .string(let text): text.isEmpty
        case .null, .array, .object: false
        }
    }
}
