/// Patches that look like the object: members replace members, null removes them, lists are replaced whole.
///
/// Source: RFC 7386; gopkg.in/evanphx/json-patch.v4 (merge.go).
package enum MergePatch {
    package static func apply(_ patch: Value, to value: Value) -> Value {
        guard case .object(let changes) = patch else { return patch }
        var result = value.object ?? Object()
        for (key, change) in changes {
            result[key] = change.isNull ? nil : apply(change, to: result[key] ?? .null)
        }
        return .object(result)
    }

    /// The patch that turns one value into another.
    package static func diff(_ original: Value, _ modified: Value) -> Value {
        guard case .object(let old) = original, case .object(let new) = modified else { return modified }
        return .object(diff(old, new))
    }

    /// The patch that `kubectl apply` sends for kinds whose types it does not know: what `modified` changes in
    /// `current`, and what it no longer has of `original`; `null` for none.
    ///
    /// Source: k8s.io/apimachinery/pkg/util/jsonmergepatch (patch.go).
    package static func diff(original: Value, modified: Value, current: Value) -> Value {
        let new = modified.object ?? Object()
        let changes = filtered(diff(current.object ?? Object(), new), keepsNulls: false)
        let deletions = filtered(diff(original.object ?? Object(), new), keepsNulls: true)
        return .object(join(changes, into: deletions))
    }

    private static func diff(_ old: Object, _ new: Object) -> Object {
        var patch = Object()
        for (key, value) in new {
            if case .object(let oldChild)? = old[key], case .object(let newChild) = value {
                let inner = diff(oldChild, newChild)
                if !inner.isEmpty { patch[key] = .object(inner) }
            } else if old[key] != value {
                patch[key] = value
            }
        }
        for key in old.names where new[key] == nil { patch[key] = .null }
        return patch
    }

    /// Only the nulls of a patch, or everything but them. An empty object in a patch is a value.
    private static func filtered(_ patch: Object, keepsNulls: Bool) -> Object {
        var result = Object()
        for (key, value) in patch {
            if case .object(let child) = value, !child.isEmpty {
                let inner = filtered(child, keepsNulls: keepsNulls)
                if !inner.isEmpty { result[key] = .object(inner) }
            } else if value.isNull == keepsNulls {
                result[key] = value
            }
        }
        return result
    }

    /// One patch with another added; unlike `apply` it keeps the nulls of the first.
    private static func join(_ patch: Object, into other: Object) -> Object {
        var result = other
        for (key, value) in patch {
            if case .object(let child) = value, case .object(let existing)? = other[key] {
                result[key] = .object(join(child, into: existing))
            } else {
                result[key] = value
            }
        }
        return result
    }
}
