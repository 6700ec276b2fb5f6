extension Value {
    /// `%#v` of a value: `map[string]interface {}{"a":1, "b":[]interface {}{true, interface {}(nil)}}`.
    ///
    /// go-yaml's maps have `interface {}` for their key type, those of JSON `string`.
    package func goSyntax(keyType: String = "string") -> String {
        switch self {
        case .null: "interface {}(nil)"
        case .bool(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .double(let value): GoNumber.general(value)
        case .string(let value): GoText.quoted(value)
        case .array(let elements):
            "[]interface {}{" + elements.map { $0.goSyntax(keyType: keyType) }.joined(separator: ", ") + "}"
        case .object(let object):
            "map[\(keyType)]interface {}{"
                + object.map { "\(GoText.quoted($0.key)):\($0.value.goSyntax(keyType: keyType))" }
                .joined(separator: ", ") + "}"
        }
    }

    /// `%v` of a value, as Go's `fmt.Sprint` prints it: `map[a:1 b:[true <nil>]]`; strings as they are.
    package var goText: String {
        switch self {
        case .null: "<nil>"
        case .bool(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .double(let value): GoNumber.general(value)
        case .string(let value): value
        case .array(let elements): "[" + elements.map(\.goText).joined(separator: " ") + "]"
        case .object(let object):
            "map[" + object.map { "\($0.key):\($0.value.goText)" }.joined(separator: " ") + "]"
        }
    }

    /// `%T` of a value that came out of JSON; `nil` has none.
    package var goType: String {
        switch self {
        case .null: "<nil>"
        case .bool: "bool"
        case .integer: "int64"
        case .double: "float64"
        case .string: "string"
        case .array: "[]interface {}"
        case .object: "map[string]interface {}"
        }
    }
}
