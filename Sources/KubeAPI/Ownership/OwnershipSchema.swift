import Documents
import KubeModel

/// How the parts of a value are owned: fields by name, elements of keyed lists by key, the rest as wholes.
///
/// Source: structured-merge-diff; the kinds of lists and maps are those of `x-kubernetes-list-type` and `-map-type`.
struct OwnershipSchema: Sendable {
    /// The type of the schema, or `nil` inside maps of plain values and custom resources.
    let typeName: String?
    /// Objects without a schema are read as structures, as custom resources are.
    let isOpen: Bool

    static func type(_ name: String) -> OwnershipSchema { OwnershipSchema(typeName: name, isOpen: false) }
    static let plain = OwnershipSchema(typeName: nil, isOpen: false)
    static let open = OwnershipSchema(typeName: nil, isOpen: true)

    enum Shape {
        case atomic
        case structure(OwnershipSchema, isPointer: Bool)
        case map(OwnershipSchema)
        case keyedList(keys: [String], OwnershipSchema)
        case set
    }
}

extension OwnershipSchema {
    static func of(_ resource: ResourceType) -> OwnershipSchema {
        resource.schemaType.isEmpty ? .open : .type(resource.schemaType)
    }

    func shape(of name: String) -> Shape {
        guard let typeName else { return isOpen ? .structure(.open, isPointer: true) : .atomic }
        guard let field = Schema.builtIn.type(typeName)?.field(name) else { return .atomic }
        return Self.shape(of: field)
    }

    private static func shape(of field: SchemaField) -> Shape {
        let inner = field.typeName.map(OwnershipSchema.type) ?? .plain
        switch (field.shape, field.listKind) {
        case (_, .atomic?): return .atomic
        case (.list, .map(let keys)?): return .keyedList(keys: keys, inner)
        case (.list, .set?): return .set
        case (.map, _): return .map(inner)
        case (.single, _): return field.typeName == nil ? .atomic : .structure(inner, isPointer: field.isPointer)
        case (.list, nil), (.mapOfLists, _): return .atomic
        }
    }

    /// The key by which an element of a keyed list is found: `{"containerPort":80,"protocol":"TCP"}`.
    static func key(of element: Value, _ keys: [String]) -> String {
        var object = Object()
        for name in keys { object[name] = element[name] ?? (name == "protocol" ? "TCP" : nil) }
        return JSON.encode(.object(object))
    }
}
