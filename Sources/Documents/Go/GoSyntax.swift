extension Value {
    /// `%#v` of a value that go-yaml has read: `map[interface {}]interface {}{"a":1, "b":[]interface {}{true}}`.
    var goSyntax: String {
        switch self {
        case .null: "interface {}(nil)"
        case .bool(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .double(let value): GoNumber.general(value)
        case .string(let value): GoText.quoted(value)
        case .array(let elements): "[]interface {}{" + elements.map(\.goSyntax).joined(separator: ", ") + "}"
        case .object(let object):
            "map[interface {}]interface {}{"
                + object.map { GoText.quoted($0.key) + ":" + $0.value.goSyntax }.joined(separator: ", ") + "}"
        }
    }
}
