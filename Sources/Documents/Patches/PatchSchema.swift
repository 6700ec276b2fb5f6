/// What patches must know of a type: how each of its fields is merged.
///
/// A schema is one lookup, so that any table of types can stand behind it.
package struct PatchSchema: Sendable {
    /// The type's name, for messages: `Deployment`.
    package let typeName: String
    private let lookUp: @Sendable (String) -> PatchField?

    package init(typeName: String, lookUp: @escaping @Sendable (_ field: String) -> PatchField?) {
        self.typeName = typeName
        self.lookUp = lookUp
    }

    package func field(_ name: String) -> PatchField? {
        lookUp(name)
    }
}

/// How one field is merged.
package struct PatchField: Sendable {
    package enum Strategy: Hashable, Sendable {
        /// Lists are replaced, maps merged.
        case standard
        /// Lists are merged: objects by their merge key, scalars as a set.
        case merge
        /// Maps are replaced too.
        case replace
    }

    package let strategy: Strategy
    /// Whether a patch names all fields that are to stay (`retainKeys`).
    package let retainsKeys: Bool
    /// The field that tells the elements of a merged list of objects apart.
    package let mergeKey: String?
    /// The type of the value, or of the elements of a list; unused where the value is a scalar.
    package let schema: PatchSchema

    package init(
        strategy: Strategy = .standard, retainsKeys: Bool = false, mergeKey: String? = nil, schema: PatchSchema
    ) {
        self.strategy = strategy
        self.retainsKeys = retainsKeys
        self.mergeKey = mergeKey
        self.schema = schema
    }
}

extension PatchSchema {
    /// Objects of which nothing is known: maps are merged, lists replaced.
    package static var untyped: PatchSchema {
        PatchSchema(typeName: "object") { _ in PatchField(schema: .untyped) }
    }

    /// A map from any name to values of one type.
    package static func map(of schema: PatchSchema) -> PatchSchema {
        PatchSchema(typeName: "map") { _ in PatchField(schema: schema) }
    }
}
