/// Finds the patch from one object to another.
struct StrategicDiffer {
    enum Find: Hashable, Sendable {
        /// Fields and elements that are new or different.
        case changes
        /// Fields and elements that are no longer there.
        case deletions
    }

    let finds: Set<Find>
}

extension StrategicDiffer {
    func diff(
        _ original: Object, _ modified: Object, _ schema: PatchSchema, retainsKeys: Bool = false
    ) throws(StrategicPatchError) -> Object {
        var patch = Object()
        for (key, new) in modified {
            guard let old = original[key] else {
                if finds.contains(.changes) { patch[key] = new }
                continue
            }
            try diffMember(key, old, new, into: &patch, schema)
        }
        if finds.contains(.deletions) {
            for key in original.names where modified[key] == nil { patch[key] = .null }
        }
        if retainsKeys {
            let kept = modified.filter { !$0.value.isNull }.map(\.key)
            let hasMore = original.contains { !$0.value.isNull && modified[$0.key] == nil }
            if !kept.isEmpty, !patch.isEmpty || hasMore { patch[PatchDirective.retainKeys] = Value(kept) }
        }
        return patch
    }

    private func diffMember(
        _ key: String, _ old: Value, _ new: Value, into patch: inout Object, _ schema: PatchSchema
    ) throws(StrategicPatchError) {
        switch (old, new) {
        case (.object(let oldObject), .object(let newObject)):
            // A field that the schema does not know is no mistake as long as nothing happens to it.
            if old == new, schema.field(key) == nil { return }
            let field = try schema.requiredField(key)
            if field.strategy == .replace {
                if finds.contains(.changes) { patch[key] = new }
                return
            }
            let inner = try diff(oldObject, newObject, field.schema, retainsKeys: field.retainsKeys)
            if !inner.isEmpty { patch[key] = .object(inner) }
        case (.array(let oldElements), .array(let newElements)):
            if old == new, schema.field(key) == nil { return }
            let field = try schema.requiredField(key)
            if field.strategy == .merge {
                add(try diffLists(oldElements, newElements, field), as: key, to: &patch)
            } else if finds.contains(.changes), old != new {
                patch[key] = new
            }
        case (_, _):
            if finds.contains(.changes), old != new { patch[key] = new }
        }
    }

    private func add(_ lists: ListPatch, as key: String, to patch: inout Object) {
        if !lists.patch.isEmpty { patch[key] = .array(lists.patch) }
        if !lists.deletions.isEmpty {
            patch["\(PatchDirective.deleteFromPrimitiveList)/\(key)"] = .array(lists.deletions)
        }
        if !lists.order.isEmpty { patch["\(PatchDirective.setElementOrder)/\(key)"] = .array(lists.order) }
    }
}
