import Documents

/// A set of fields of an object in the form of `fieldsV1`: a tree of `f:name`, `k:{"name":"web"}` and `v:"a"` keys.
///
/// A node that is itself in the set, and not only on the way to others, holds the key `.`; leaves are empty.
package struct FieldSet: Hashable, Sendable {
    var tree: Object

    init(tree: Object = Object()) {
        self.tree = tree
    }
}

extension FieldSet {
    var isEmpty: Bool { tree.isEmpty }

    func union(_ other: FieldSet) -> FieldSet { FieldSet(tree: Self.union(tree, other.tree)) }
    func intersection(_ other: FieldSet) -> FieldSet { FieldSet(tree: Self.intersection(tree, other.tree)) }
    func subtracting(_ other: FieldSet) -> FieldSet { FieldSet(tree: Self.difference(tree, other.tree)) }

    /// A leaf stands for itself; an inner node only when it says so.
    private static func isMember(_ tree: Object) -> Bool { tree.isEmpty || tree["."] != nil }

    private static func union(_ left: Object, _ right: Object) -> Object {
        var result = left
        for (key, value) in right {
            guard case .object(let theirs) = value else { continue }
            guard case .object(let ours)? = left[key] else {
                result[key] = value
                continue
            }
            var merged = union(ours, theirs)
            if key != ".", isMember(ours) || isMember(theirs), !merged.isEmpty { merged["."] = [:] }
            result[key] = .object(merged)
        }
        return result
    }

    private static func intersection(_ left: Object, _ right: Object) -> Object {
        var result = Object()
        for (key, value) in left {
            guard case .object(let ours) = value, case .object(let theirs)? = right[key] else { continue }
            if key == "." {
                result[key] = [:]
                continue
            }
            let both = isMember(ours) && isMember(theirs)
            var common = intersection(ours, theirs)
            common["."] = nil
            if common.isEmpty {
                if both { result[key] = [:] }
            } else {
                if both { common["."] = [:] }
                result[key] = .object(common)
            }
        }
        return result
    }

    private static func difference(_ left: Object, _ right: Object) -> Object {
        var result = Object()
        for (key, value) in left where key != "." {
            guard case .object(let ours) = value else { continue }
            guard case .object(let theirs)? = right[key] else {
                result[key] = value
                continue
            }
            let remains = isMember(ours) && !isMember(theirs)
            var rest = difference(ours, theirs)
            rest["."] = nil
            if rest.isEmpty {
                if remains { result[key] = [:] }
            } else {
                if remains { rest["."] = [:] }
                result[key] = .object(rest)
            }
        }
        return result
    }
}

extension FieldSet {
    /// Every member as a list of path elements, in order: `["f:spec", "f:replicas"]`.
    var paths: [[String]] { Self.paths(tree, []) }

    private static func paths(_ tree: Object, _ prefix: [String]) -> [[String]] {
        tree.flatMap { (key, value) -> [[String]] in
            if key == "." { return [prefix] }
            guard case .object(let children) = value else { return [] }
            return children.isEmpty ? [prefix + [key]] : paths(children, prefix + [key])
        }
    }

    /// `.spec.template.spec.containers[name="nginx"].image`, as conflicts name a field.
    static func text(of path: [String]) -> String {
        path.map { element in
            let body = String(element.dropFirst(2))
            if element.hasPrefix("f:") { return ".\(body)" }
            if element.hasPrefix("v:") { return "[=\(body)]" }
            guard element.hasPrefix("k:"), let key = try? JSON.parse(body), case .object(let members) = key else {
                return body
            }
            let parts = members.map { "\($0.0)=\(JSON.encode($0.1))" }
            return "[\(parts.joined(separator: ","))]"
        }.joined()
    }
}
