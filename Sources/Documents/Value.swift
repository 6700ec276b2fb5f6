/// A JSON-like value: what every Kubernetes object, manifest, patch and report is made of.
///
/// Numbers keep the distinction that the API makes between whole and fractional ones. Objects keep their keys
/// sorted by their bytes, as Go's encoder does, so that equal values always print alike.
package enum Value: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    case double(Double)
    case string(String)
    case array([Value])
    case object(Object)
}

extension Value {
    package var isNull: Bool {
        if case .null = self { true } else { false }
    }

    package var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The whole number, also of a fractional value without a fraction (`3.0`).
    package var integer: Int64? {
        switch self {
        case .integer(let value): value
        case .double(let value): Int64(exactly: value)
        case .null, .bool, .string, .array, .object: nil
        }
    }

    /// The whole number as `Int`.
    package var int: Int? {
        integer.map(Int.init)
    }

    package var double: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .double(let value): value
        case .null, .bool, .string, .array, .object: nil
        }
    }

    package var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    package var array: [Value]? {
        if case .array(let value) = self { value } else { nil }
    }

    package var object: Object? {
        if case .object(let value) = self { value } else { nil }
    }

    /// The member of an object; `nil` when this is no object or has no such key. Setting makes an object of anything else.
    package subscript(key: String) -> Value? {
        get {
            if case .object(let object) = self { object[key] } else { nil }
        }
        set {
            var object: Object
            if case .object(let existing) = self { object = existing } else { object = Object() }
            self = .null  // gives up our reference, so that the object is changed in place
            object[key] = newValue
            self = .object(object)
        }
    }

    /// The value at a path of object keys: `value["spec", "replicas"]`.
    package subscript(first: String, second: String, rest: String...) -> Value? {
        get {
            rest.reduce(self[first]?[second]) { value, key in value?[key] }
        }
        set {
            self.set(newValue, at: ([first, second] + rest)[...])
        }
    }

    /// The element of an array; `nil` when this is no array or too short.
    package subscript(index: Int) -> Value? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    private mutating func set(_ value: Value?, at path: ArraySlice<String>) {
        guard let key = path.first else { return }
        if path.count == 1 {
            self[key] = value
            return
        }
        guard value != nil || self[key] != nil else { return }
        var child = self[key] ?? .object(Object())
        self[key] = .null
        child.set(value, at: path.dropFirst())
        self[key] = child
    }
}

// There is no `nil` literal: `found ? value : nil` would silently be `.null` where `Value?` is wanted.
extension Value: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(integerLiteral value: Int64) { self = .integer(value) }
    package init(floatLiteral value: Double) { self = .double(value) }
    package init(stringLiteral value: String) { self = .string(value) }
    package init(arrayLiteral elements: Value...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, Value)...) { self = .object(Object(elements)) }
}

extension Value {
    package init(_ value: Bool) { self = .bool(value) }
    package init(_ value: Int) { self = .integer(Int64(value)) }
    package init(_ value: String) { self = .string(value) }
    package init(_ value: some Sequence<String>) { self = .array(value.map(Value.string)) }
    package init(_ value: Object) { self = .object(value) }
}
