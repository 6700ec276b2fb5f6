import KubeModel

/// What the schema says of the value that is being compared.
struct FieldContext {
    /// The type of an object's fields; `nil` when the schema does not know it, as for custom resources.
    let type: SchemaType?
    let field: SchemaField?
    /// The value is one of several that the field holds.
    let isElement: Bool

    init(type name: String) {
        type = name.isEmpty ? nil : Schema.builtIn.type(name)
        field = nil
        isElement = false
    }

    private init(field: SchemaField?, isElement: Bool) {
        self.field = field
        self.isElement = isElement
        type = field?.typeName.flatMap { Schema.builtIn.type($0) }
    }
}

extension FieldContext {
    static let unknown = FieldContext(field: nil, isElement: false)

    /// The context of a member of an object.
    func member(_ key: String) -> FieldContext {
        if let field, !isElement, field.shape == .map || field.shape == .mapOfLists { return element }
        guard let type else { return .unknown }
        return FieldContext(field: type.field(key), isElement: false)
    }

    /// The context of an element of a list or of a map.
    var element: FieldContext { FieldContext(field: field, isElement: true) }

    /// Whether the schema knows the fields of this value.
    func knows(_ key: String) -> Bool {
        if let field, !isElement, field.shape != .single { return true }
        guard let type else { return true }
        return type.fields.isEmpty || type.field(key) != nil
    }

    /// How the elements of a list are told apart.
    var identity: ListIdentity {
        switch field?.listKind {
        case .map(let keys)?: return .keys(keys)
        case .set?: return .values
        case .atomic?: return field?.typeName == nil ? .places : .none
        case nil: break
        }
        if let key = field?.patchMergeKey { return .keys([key]) }
        if field?.mergesInPatches ?? false { return .values }
        return field == nil ? .guessed : field?.typeName == nil ? .places : .none
    }
}

/// How the elements of a list are told apart.
enum ListIdentity: Hashable, Sendable {
    case keys([String])
    /// Each value is there once; order says nothing.
    case values
    /// A list of texts in which each place counts, such as a command.
    case places
    /// Objects without a key of their own.
    case none
    /// The schema does not know the list.
    case guessed
}
