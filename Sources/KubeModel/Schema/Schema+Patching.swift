package import Documents

/// How strategic merge patches treat the types of the API.
extension Schema {
    /// `nil` for custom resources, which have no patch strategies.
    package func patchSchema(for resource: ResourceType) -> PatchSchema? {
        type(resource.schemaType).map { Self.patchSchema(of: $0) }
    }

    private static func patchSchema(of type: SchemaType) -> PatchSchema {
        PatchSchema(typeName: type.structName) { name in
            type.field(name).map(patchField)
        }
    }

    private static func patchField(of field: SchemaField) -> PatchField {
        let values = field.typeName.flatMap { builtIn.type($0) }.map(patchSchema) ?? .untyped
        return PatchField(
            strategy: field.mergesInPatches
                ? .merge : field.patchStrategies.contains("replace") ? .replace : .standard,
            retainsKeys: field.retainsKeysInPatches, mergeKey: field.patchMergeKey,
            schema: field.shape == .map ? .map(of: values) : values)
    }
}
