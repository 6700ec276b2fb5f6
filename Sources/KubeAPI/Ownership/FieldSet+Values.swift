import Documents

/// Merging a configuration into an object and taking given-up fields out of it, by the schema.
enum OwnedMerge {
    /// The live value with everything that the configuration says.
    static func merge(_ live: Value?, _ configuration: Value, _ shape: OwnershipSchema.Shape) -> Value {
        switch (shape, live, configuration) {
        case (.structure(let inner, _), .object(let before)?, .object(let members)),
            (.map(let inner), .object(let before)?, .object(let members)):
            var result = before
            for (name, part) in members {
                result[name] = merge(before[name], part, child(inner, name, shape))
            }
            return .object(result)
        case (.keyedList(let keys, let inner), .array(let before)?, .array(let elements)):
            var result = before
            for element in elements {
                let key = OwnershipSchema.key(of: element, keys)
                if let index = result.firstIndex(where: { OwnershipSchema.key(of: $0, keys) == key }) {
                    result[index] = merge(result[index], element, .structure(inner, isPointer: false))
                } else {
                    result.append(element)
                }
            }
            return .array(result)
        case (.set, .array(let before)?, .array(let elements)):
            return .array(before + elements.filter { !before.contains($0) })
        default: return configuration
        }
    }

    /// The value without the fields of a set.
    static func remove(_ fields: Object, from value: Value, _ shape: OwnershipSchema.Shape) -> Value {
        switch (shape, value) {
        case (.structure(let inner, _), .object(var members)), (.map(let inner), .object(var members)):
            for (key, below) in fields where key.hasPrefix("f:") {
                let name = String(key.dropFirst(2))
                guard let part = members[name], case .object(let tree) = below else { continue }
                if tree.isEmpty || tree["."] != nil {
                    members[name] = nil
                } else {
                    members[name] = remove(tree, from: part, child(inner, name, shape))
                }
            }
            return .object(members)
        case (.keyedList(let keys, let inner), .array(let elements)):
            let kept = elements.compactMap { element -> Value? in
                guard case .object(let tree)? = fields["k:\(OwnershipSchema.key(of: element, keys))"] else {
                    return element
                }
                if tree["."] != nil || tree.isEmpty { return nil }
                return remove(tree, from: element, .structure(inner, isPointer: false))
            }
            return .array(kept)
        case (.set, .array(let elements)):
            return .array(elements.filter { fields["v:\(JSON.encode($0))"] == nil })
        default: return value
        }
    }

    private static func child(_ inner: OwnershipSchema, _ name: String, _ shape: OwnershipSchema.Shape)
        -> OwnershipSchema.Shape
    {
        guard case .map = shape else { return inner.shape(of: name) }
        return inner.typeName == nil ? .atomic : .structure(inner, isPointer: false)
    }
}
