/// A value while a template runs, with what Go's reflection knows of it.
enum GoTemplateValue: Hashable, Sendable {
    /// No value at all: what a missing key gives.
    case invalid
    /// Data, or a string, bool or float of the template. What lies in a map or a list is boxed: its type is
    /// `interface {}`, and a null is such a box with nothing in it.
    case data(Value, isBoxed: Bool)
    /// Go's `int`, of constants and of `len`.
    case int(Int64)
}

extension GoTemplateValue {
    static func string(_ text: String) -> GoTemplateValue { .data(.string(text), isBoxed: false) }
    static func bool(_ truth: Bool) -> GoTemplateValue { .data(.bool(truth), isBoxed: false) }

    /// What an interface value holds.
    var unboxed: GoTemplateValue {
        switch self {
        case .data(.null, isBoxed: _): .invalid
        case .data(let value, isBoxed: true): .data(value, isBoxed: false)
        case .data, .int, .invalid: self
        }
    }

    /// The value as data; `null` for none.
    var value: Value {
        switch self {
        case .invalid: .null
        case .data(let value, isBoxed: _): value
        case .int(let number): .integer(number)
        }
    }

    /// `%T` of the variable that holds it.
    var staticType: String {
        switch self {
        case .data(_, isBoxed: true): "interface {}"
        case .data, .int, .invalid: dynamicType
        }
    }

    /// `%T` of what it holds.
    var dynamicType: String {
        switch self {
        case .invalid: "<nil>"
        case .data(let value, isBoxed: _): value.goType
        case .int: "int"
        }
    }

    /// What `if`, `and` and `not` take for true: all but nothing, zero and what is empty.
    var isTrue: Bool {
        switch value {
        case .null: false
        case .bool(let truth): truth
        case .integer(let number): number != 0
        case .double(let number): number != 0
        case .string(let text): !text.isEmpty
        case .array(let elements): !elements.isEmpty
        case .object(let object): !object.isEmpty
        }
    }

    /// What printing it gives; nothing prints as `<no value>`.
    var printed: String {
        if case .invalid = unboxed { return "<no value>" }
        return value.goText
    }
}
