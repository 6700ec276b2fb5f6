/// Merges a patch into an object, or one patch into another.
struct StrategicMerger {
    enum Mode: Hashable, Sendable {
        /// Directives take effect; a null for a field that is not there does nothing.
        case applying
        /// Directives and nulls go on into the joined patch.
        case joiningPatches
    }

    let mode: Mode
}

extension StrategicMerger {
    func merge(_ patch: Object, into original: Object, _ schema: PatchSchema) throws(StrategicPatchError) -> Object {
        if let directive = patch[PatchDirective.patch] { return try replacement(for: patch, directive) }
        var patch = patch
        var result = original
        try applyRetainKeys(of: &patch, to: &result)
        try applyElementOrders(of: &patch, to: &result, schema)
        for (key, value) in patch {
            try mergeMember(key, value, into: &result, schema)
        }
        return result
    }

    /// What `$patch: replace` and `$patch: delete` make of an object.
    private func replacement(for patch: Object, _ directive: Value) throws(StrategicPatchError) -> Object {
        switch directive {
        case PatchDirective.replace:
            var result = patch
            result[PatchDirective.patch] = nil
            return result
        case PatchDirective.delete: return Object()
        default: throw .unknownPatchType(directive, patch)
        }
    }

    private func mergeMember(
        _ key: String, _ value: Value, into result: inout Object, _ schema: PatchSchema
    ) throws(StrategicPatchError) {
        let listName = try PatchDirective.field(of: key, PatchDirective.deleteFromPrimitiveList)
        if listName != nil, mode == .joiningPatches {
            result[key] = value
            return
        }
        let name = listName ?? key
        let isDeletion = listName != nil
        if value.isNull {
            result[name] = mode == .joiningPatches ? .null : nil
            return
        }
        switch (result[name], value) {
        case (.object(let old)?, .object(let new)):
            let field = try schema.requiredField(name)
            result[name] = field.strategy == .replace ? value : .object(try merge(new, into: old, field.schema))
        case (.array(let old)?, .array(let new)):
            let field = try schema.requiredField(name)
            result[name] = .array(try mergeLists(new, into: old, field, isDeletion: isDeletion))
        case (_, _):
            if !isDeletion { result[name] = mode == .applying ? value.withoutNulls : value }
        }
    }

    /// Clears the fields that `$retainKeys` does not name.
    private func applyRetainKeys(of patch: inout Object, to result: inout Object) throws(StrategicPatchError) {
        guard let directive = patch[PatchDirective.retainKeys] else { return }
        patch[PatchDirective.retainKeys] = nil
        if mode == .joiningPatches {
            if let other = result[PatchDirective.retainKeys], other != directive {
                throw .retainKeysDiffer(other, directive)
            }
            result[PatchDirective.retainKeys] = directive
            return
        }
        guard case .array(let names) = directive else { throw .invalidRetainKeys }
        let kept = Set(names.compactMap(\.string))
        for (key, value) in patch where !value.isNull && !kept.contains(key) {
            guard key.hasPrefix(PatchDirective.deleteFromPrimitiveList) || key.hasPrefix(PatchDirective.setElementOrder)
            else { throw .invalidRetainKeys }
        }
        for name in result.names where !kept.contains(name) { result[name] = nil }
    }
}

extension PatchSchema {
    func requiredField(_ name: String) throws(StrategicPatchError) -> PatchField {
        guard let field = field(name) else { throw .unknownField(name, typeName: typeName) }
        return field
    }
}

extension Value {
    /// A part of a patch that becomes a part of the object must not leave its nulls there.
    fileprivate var withoutNulls: Value {
        switch self {
        case .object(let object):
            .object(Object(object.filter { !$0.value.isNull }.map { ($0.key, $0.value.withoutNulls) }))
        case .array(let elements): .array(elements.map(\.withoutNulls))
        case .null, .bool, .integer, .double, .string: self
        }
    }
}
