extension StrategicMerger {
    /// Replaces a list, or merges it element by element where its strategy says so.
    func mergeLists(
        _ patch: [Value], into original: [Value], _ field: PatchField, isDeletion: Bool
    ) throws(StrategicPatchError) -> [Value] {
        guard field.strategy == .merge || isDeletion else { return patch }
        if original.isEmpty, patch.isEmpty { return [] }
        guard try ElementKind(of: [original, patch]) == .object else {
            return mergeScalars(patch, into: original, isDeletion: isDeletion)
        }
        guard let key = field.mergeKey else { throw .noMergeKeyDeclared(typeName: field.schema.typeName) }
        let (kept, additions) = try applyElementDirectives(of: patch, to: original, key)
        let merged = try mergeElements(additions, into: kept, key, field.schema)
        let order = ElementOrder(mergeKey: key)
        let (patched, others) = try order.partition(merged, by: additions)
        return try order.join(patched, others, patchOrder: additions, liveOrder: kept)
    }

    private func mergeScalars(_ patch: [Value], into original: [Value], isDeletion: Bool) -> [Value] {
        if isDeletion, mode == .applying { return original.filter { !patch.contains($0) } }
        let order = ElementOrder(mergeKey: nil)
        let merged = (original + patch).withoutRepeats
        let patched = merged.filter(patch.contains)
        let others = merged.filter { !patch.contains($0) }
        return order.interleave(
            others, order.sorted(patched, by: patch), liveOrder: original)
    }

    /// Carries out `$patch` in elements and returns what is left of both lists.
    private func applyElementDirectives(
        of patch: [Value], to original: [Value], _ key: String
    ) throws(StrategicPatchError) -> (original: [Value], patch: [Value]) {
        var original = original
        var additions: [Value] = []
        var replaces = false
        for element in patch {
            guard case .object(let object) = element, let directive = object[PatchDirective.patch] else {
                additions.append(element)
                continue
            }
            switch directive {
            case PatchDirective.delete:
                guard let value = object[key] else { throw .noMergeKey(object, key: key) }
                original.removeAll { $0[key] == value }
            case PatchDirective.replace: replaces = true
            case PatchDirective.merge: throw .mergeDirectiveInList
            default: throw .unknownPatchType(directive, object)
            }
        }
        return replaces ? (additions, []) : (original, additions)
    }

    private func mergeElements(
        _ patch: [Value], into original: [Value], _ key: String, _ schema: PatchSchema
    ) throws(StrategicPatchError) -> [Value] {
        var merged = original
        for element in patch {
            guard case .object(let object) = element else { continue }
            guard let value = object[key] else { throw .noMergeKey(object, key: key) }
            if let index = merged.firstIndex(where: { $0[key] == value }), case .object(let old) = merged[index] {
                merged[index] = .object(try merge(object, into: old, schema))
            } else {
                merged.append(element)
            }
        }
        return merged
    }
}

extension StrategicMerger {
    /// Merges the lists that a patch gives an order, and takes them out of the patch.
    ///
    /// `"$setElementOrder/containers": [{"name": "a"}, {"name": "b"}]`
    func applyElementOrders(
        of patch: inout Object, to result: inout Object, _ schema: PatchSchema
    ) throws(StrategicPatchError) {
        for (key, directive) in patch {
            guard let name = try PatchDirective.field(of: key, PatchDirective.setElementOrder) else { continue }
            if mode == .joiningPatches {
                if let other = result[key], other != directive {
                    throw .invalidDirective(PatchDirective.setElementOrder)
                }
                result[key] = directive
            }
            patch[key] = nil
            let wanted = try Self.list(directive)
            let original = try result[name].map(Self.list)
            let additions = try patch[name].map(Self.list)
            guard original != nil || additions != nil else { continue }
            let field = try schema.requiredField(name)
            let order = ElementOrder(mergeKey: field.mergeKey)
            try order.check(additions ?? [], follows: wanted)
            var merged = original ?? additions ?? []
            if let original, let additions {
                merged = try mergeLists(additions, into: original, field, isDeletion: false)
            }
            let (patched, others) = try order.partition(merged, by: wanted)
            result[name] = .array(
                try order.join(patched, others, patchOrder: wanted, liveOrder: original ?? []))
            patch[name] = nil
        }
    }

    private static func list(_ value: Value) throws(StrategicPatchError) -> [Value] {
        guard case .array(let elements) = value else {
            throw .wrongType(expected: "[]interface {}", found: value.goType)
        }
        return elements
    }
}
