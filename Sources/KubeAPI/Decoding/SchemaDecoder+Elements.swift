import Documents
import KubeModel

/// The values of fields, list elements and map members.
extension SchemaDecoder {
    /// One value; `nil` when it is `null` or of a wrong type.
    mutating func element(_ value: Value, _ field: SchemaField) throws(DecodingProblem) -> Value? {
        switch field.element {
        case .string: return scalar(value, field, Self.isString)
        case .bool: return scalar(value, field, Self.isBool)
        case .int32: return integer(value, field, within: Int64(Int32.min)...Int64(Int32.max))
        case .int64: return integer(value, field, within: Int64.min...Int64.max)
        case .double: return double(value, field)
        case .bytes: return bytes(value, field)
        case .time: return try time(value, .seconds)
        case .microTime: return try time(value, .microseconds)
        case .quantity: return try quantity(value)
        case .intOrString: return intOrString(value)
        case .raw, .fields:
            if value.isNull { return nil }
            return value
        case .json: return value
        case .schemaOrBool, .schemaOrArray, .schemaOrStringArray: return try schemaAlternative(value, field)
        case .type(let name):
            guard let type = Schema.builtIn.type(name) else { return value }
            return try structure(value, type).map(Value.object)
        }
    }

    private static func isString(_ value: Value) -> Bool { value.string != nil }
    private static func isBool(_ value: Value) -> Bool { value.bool != nil }

    private mutating func scalar(_ value: Value, _ field: SchemaField, _ isGood: (Value) -> Bool) -> Value? {
        if value.isNull { return nil }
        if isGood(value) { return value }
        mismatch(value, GoTypeName.element(field))
        return nil
    }

    private mutating func integer(_ value: Value, _ field: SchemaField, within range: ClosedRange<Int64>) -> Value? {
        if value.isNull { return nil }
        if let number = value.integer, range.contains(number) { return .integer(number) }
        mismatch(value, GoTypeName.element(field), number: true)
        return nil
    }

    private mutating func double(_ value: Value, _ field: SchemaField) -> Value? {
        switch value {
        case .integer, .double: return value
        case .null: return nil
        case .bool, .string, .array, .object:
            mismatch(value, GoTypeName.element(field))
            return nil
        }
    }

    private mutating func bytes(_ value: Value, _ field: SchemaField) -> Value? {
        guard case .string(let text) = value else {
            if !value.isNull { mismatch(value, "[]uint8") }
            return nil
        }
        switch GoBase64.check(text) {
        case .success(let canonical): return .string(canonical)
        case .failure(let problem):
            remember(problem.message)
            return nil
        }
    }

    private mutating func time(_ value: Value, _ layout: GoTime.Layout) throws(DecodingProblem) -> Value? {
        guard case .string(let text) = value else {
            if !value.isNull { try stop(value, "string") }
            return nil
        }
        do {
            return .string(try GoTime.normalized(text, layout))
        } catch {
            throw DecodingProblem(message: error.message)
        }
    }

    private func quantity(_ value: Value) throws(DecodingProblem) -> Value? {
        let text: String
        switch value {
        case .null: return "0"
        case .string(let string): text = string.trimmingSpaces
        case .integer(let number): text = String(number)
        case .double(let number): text = GoNumber.json(number)
        case .bool, .array, .object: text = ""
        }
        do {
            return .string(try Quantity(parsing: text).description)
        } catch {
            throw DecodingProblem(message: error.message)
        }
    }

    private mutating func intOrString(_ value: Value) -> Value? {
        switch value {
        case .string: return value
        case .null: return .integer(0)
        case .bool, .integer, .double, .array, .object:
            if let number = value.integer, let small = Int32(exactly: number) { return .integer(Int64(small)) }
            // Its own decoder ends decoding, but Go puts the field's place into this kind of error all the same.
            mismatch(value, "int32", number: true)
            return nil
        }
    }

    /// The value of a type with a decoder of its own has the wrong type: decoding ends with the place of the field.
    private mutating func stop(_ value: Value, _ goType: String) throws(DecodingProblem) {
        let earlier = firstTypeProblem
        var place = self
        place.forgetTypeProblem()
        place.mismatch(value, goType)
        throw DecodingProblem(message: place.firstTypeProblem ?? earlier ?? "")
    }

    private mutating func schemaAlternative(_ value: Value, _ field: SchemaField) throws(DecodingProblem) -> Value? {
        switch (value, field.element) {
        case (.object, _):
            guard let type = Schema.builtIn.type("JSONSchemaProps") else { return value }
            return try leniently { decoder throws(DecodingProblem) in
                try decoder.structure(value, type).map(Value.object)
            }
        case (.bool, .schemaOrBool), (.array, .schemaOrArray), (.array, .schemaOrStringArray): return value
        case (_, .schemaOrBool): throw DecodingProblem(message: "boolean or JSON schema expected")
        default: return nil
        }
    }
}

extension String {
    /// Without the white space at its ends.
    fileprivate var trimmingSpaces: String {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }
        let start = drop(while: isSpace)
        guard let last = start.lastIndex(where: { !isSpace($0) }) else { return "" }
        return String(start[...last])
    }
}
