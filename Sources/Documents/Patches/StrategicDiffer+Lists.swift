extension StrategicDiffer {
    /// What a patch says of one merged list, under up to three keys.
    struct ListPatch {
        var patch: [Value] = []
        /// Scalars to delete; objects are deleted by elements of the patch.
        var deletions: [Value] = []
        /// All elements in the order wanted, objects by their merge keys only.
        var order: [Value] = []
    }

    func diffLists(
        _ original: [Value], _ modified: [Value], _ field: PatchField
    ) throws(StrategicPatchError) -> ListPatch {
        guard !original.isEmpty else {
            return ListPatch(patch: finds.contains(.changes) ? modified : [])
        }
        switch try ElementKind(of: [original, modified]) {
        case .object: return try diffObjects(original, modified, field)
        case .scalar: return diffScalars(original, modified)
        }
    }

    private func diffScalars(_ original: [Value], _ modified: [Value]) -> ListPatch {
        var lists = ListPatch()
        if finds.contains(.changes) {
            lists.patch = modified.filter { !original.contains($0) }
        }
        if finds.contains(.deletions) {
            lists.deletions = original.filter { !modified.contains($0) }.withoutRepeats
                .sorted { $0.goText < $1.goText }
        }
        let isOrderNeeded = !lists.deletions.isEmpty || finds.contains(.changes) && original != modified
        if isOrderNeeded { lists.order = modified }
        return lists
    }

    private func diffObjects(
        _ original: [Value], _ modified: [Value], _ field: PatchField
    ) throws(StrategicPatchError) -> ListPatch {
        guard let key = field.mergeKey else { throw .noMergeKeyDeclared(typeName: field.schema.typeName) }
        let order = ElementOrder(mergeKey: key)
        let (changes, deletions) = try diffElements(original, modified, key, field)
        var lists = ListPatch(patch: order.sorted(changes, by: modified) + deletions)
        let isOrderSame = original.elementsEqual(modified) { order.isSame($0, $1) }
        if !lists.patch.isEmpty || finds.contains(.changes) && !isOrderSame {
            lists.order = modified.map { .object([key: $0[key] ?? .null]) }
        }
        return lists
    }

    /// Walks both lists in the order of their merge keys.
    private func diffElements(
        _ original: [Value], _ modified: [Value], _ key: String, _ field: PatchField
    ) throws(StrategicPatchError) -> (changes: [Value], deletions: [Value]) {
        var old = try keyed(original, key)[...]
        var new = try keyed(modified, key)[...]
        var changes: [Value] = []
        var deletions: [Value] = []
        while old.first != nil || new.first != nil {
            if let left = old.first, let right = new.first, left.name == right.name {
                var inner = try diff(left.object, right.object, field.schema, retainsKeys: field.retainsKeys)
                if !inner.isEmpty {
                    inner[key] = right.object[key]
                    changes.append(.object(inner))
                }
                old.removeFirst()
                new.removeFirst()
            } else if let right = new.first, old.first.map({ right.name < $0.name }) ?? true {
                if finds.contains(.changes) { changes.append(.object(right.object)) }
                new.removeFirst()
            } else if let left = old.popFirst(), finds.contains(.deletions) {
                deletions.append(
                    .object([key: left.object[key] ?? .null, PatchDirective.patch: PatchDirective.delete]))
            }
        }
        return (changes, deletions)
    }

    private func keyed(
        _ elements: [Value], _ key: String
    ) throws(StrategicPatchError) -> [(name: String, object: Object)] {
        var pairs: [(name: String, object: Object)] = []
        for element in elements {
            try ElementOrder(mergeKey: key).requireKey(element)
            if case .object(let object) = element { pairs.append((object[key]?.goText ?? "", object)) }
        }
        return pairs.enumerated().sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }.map(\.element)
    }
}
