package import Documents

extension Schema {
    /// How patches merge the fields of a resource; `nil` for custom resources, whose types are not known.
    package func patchSchema(for resource: ResourceType) -> PatchSchema? {
        type(resource.schemaType).map { patchSchema(of: $0) }
    }

    private func patchSchema(of type: SchemaType) -> PatchSchema {
        PatchSchema(typeName: type.goName) { name in
            // Every object has these two beside the fields of its type.
            if name == "apiVersion" || name == "kind" { return PatchField(schema: .untyped) }
            return type.field(name).map { patchField(of: $0) }
        }
    }

    private func patchField(of field: SchemaField) -> PatchField {
        var strategy = PatchField.Strategy.standard
        if field.mergesInPatches { strategy = .merge }
        if field.patchStrategies.contains("replace") { strategy = .replace }
        let element = field.typeName.flatMap(type).map { patchSchema(of: $0) } ?? .untyped
        return PatchField(
            strategy: strategy, retainsKeys: field.retainsKeysInPatches, mergeKey: field.patchMergeKey,
            schema: field.shape == .map ? .map(of: element) : element)
    }
}
