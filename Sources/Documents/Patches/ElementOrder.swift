/// Puts the elements of merged lists in order: those of the patch in its own order, the others where they were.
struct ElementOrder {
    /// `nil` for lists of scalars.
    let mergeKey: String?
}

extension ElementOrder {
    /// Splits a list into the elements that another list names and those that it does not.
    func partition(
        _ elements: [Value], by names: [Value]
    ) throws(StrategicPatchError) -> (named: [Value], others: [Value]) {
        var named: [Value] = []
        var others: [Value] = []
        for element in elements {
            try requireKey(element)
            if index(of: element, in: names) == nil { others.append(element) } else { named.append(element) }
        }
        return (named, others)
    }

    func join(
        _ patched: [Value], _ others: [Value], patchOrder: [Value], liveOrder: [Value]
    ) throws(StrategicPatchError) -> [Value] {
        interleave(sorted(others, by: liveOrder), sorted(patched, by: patchOrder), liveOrder: liveOrder)
    }

    /// Sorts by the places in another list, stably; elements marked for deletion come last.
    func sorted(_ elements: [Value], by order: [Value]) -> [Value] {
        let deletions = elements.filter(isDeletion)
        let placed = elements.filter { !isDeletion($0) }.enumerated().map { offset, element in
            (place: index(of: element, in: order) ?? order.count, offset: offset, element: element)
        }
        return placed.sorted { ($0.place, $0.offset) < ($1.place, $1.offset) }.map(\.element) + deletions
    }

    /// Puts each of the other elements before the first one of the patch that it preceded in the live list.
    func interleave(_ others: [Value], _ patched: [Value], liveOrder: [Value]) -> [Value] {
        var result: [Value] = []
        var others = others[...]
        var patched = patched[...]
        while let other = others.first, let element = patched.first {
            if let left = index(of: other, in: liveOrder), let right = index(of: element, in: liveOrder), left < right {
                result.append(other)
                others.removeFirst()
            } else {
                result.append(element)
                patched.removeFirst()
            }
        }
        return result + others + patched
    }

    /// Whether the elements of a patch come in the order that the patch itself asks for.
    func check(_ patch: [Value], follows wanted: [Value]) throws(StrategicPatchError) {
        let elements = patch.filter { $0[PatchDirective.patch] == nil }
        guard !wanted.isEmpty, !elements.isEmpty else { return }
        var rest = elements[...]
        for name in wanted {
            guard let element = rest.first else { return }
            try requireKey(element)
            try requireKey(name)
            if isSame(element, name) { rest.removeFirst() }
        }
        guard rest.isEmpty else { throw .orderMismatch(patch: patch, order: wanted) }
    }

    func isSame(_ left: Value, _ right: Value) -> Bool {
        guard let mergeKey else { return left == right }
        return left[mergeKey] == right[mergeKey]
    }

    func requireKey(_ element: Value) throws(StrategicPatchError) {
        guard let mergeKey else { return }
        guard case .object(let object) = element else {
            throw .wrongType(expected: "map[string]interface {}", found: element.goType)
        }
        guard object[mergeKey] != nil else { throw .noMergeKey(object, key: mergeKey) }
    }

    private func index(of element: Value, in order: [Value]) -> Int? {
        order.firstIndex { isSame($0, element) }
    }

    private func isDeletion(_ element: Value) -> Bool {
        mergeKey != nil && element[PatchDirective.patch] == PatchDirective.delete
    }
}

/// What the elements of lists are; all must be the same.
enum ElementKind: Hashable, Sendable {
    case object
    case scalar

    init(of lists: [[Value]]) throws(StrategicPatchError) {
        var type: String?
        for element in lists.joined() {
            guard element.array == nil else { throw .listOfLists }
            guard type == nil || type == element.goType, !element.isNull else { throw .mixedElements(lists) }
            type = element.goType
        }
        guard let type else { throw .noElements }
        self = type == Value.object(Object()).goType ? .object : .scalar
    }
}

extension [Value] {
    /// Each value once, in the order of the first ones.
    var withoutRepeats: [Value] {
        var seen: Set<Value> = []
        return filter { seen.insert($0).inserted }
    }
}
