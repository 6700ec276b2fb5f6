/// Patches that know the types: lists of objects merge by a key, and directives delete, replace and order.
///
/// Source: k8s.io/apimachinery/pkg/util/strategicpatch (patch.go, 1.36).
package enum StrategicMergePatch {
    /// The object with the patch applied.
    ///
    /// `{"spec": {"containers": [{"name": "web", "image": "nginx:2"}, {"name": "old", "$patch": "delete"}]}}`
    package static func apply(
        _ patch: Value, to value: Value, schema: PatchSchema
    ) throws(StrategicPatchError) -> Value {
        let merger = StrategicMerger(mode: .applying)
        return .object(try merger.merge(object(patch), into: object(value), schema))
    }

    /// The patch that turns `original` into `modified`.
    package static func diff(
        _ original: Value, _ modified: Value, schema: PatchSchema
    ) throws(StrategicPatchError) -> Value {
        let differ = StrategicDiffer(finds: [.changes, .deletions])
        return .object(try differ.diff(object(original), object(modified), schema))
    }

    /// The patch that `kubectl apply` sends: what `modified` changes in `current`, and what it no longer has of
    /// `original`, the configuration that was applied last; `null` for none.
    package static func diff(
        original: Value, modified: Value, current: Value, schema: PatchSchema
    ) throws(StrategicPatchError) -> Value {
        let modified = try object(modified)
        let changes = try StrategicDiffer(finds: [.changes]).diff(object(current), modified, schema)
        let deletions = try StrategicDiffer(finds: [.deletions]).diff(object(original), modified, schema)
        let merger = StrategicMerger(mode: .joiningPatches)
        return .object(try merger.merge(changes, into: deletions, schema))
    }

    private static func object(_ value: Value) throws(StrategicPatchError) -> Object {
        switch value {
        case .object(let object): return object
        case .null: return Object()
        case .bool, .integer, .double, .string, .array: throw .invalidDocument
        }
    }
}

/// The keys that mean something to a strategic merge patch.
enum PatchDirective {
    static let patch = "$patch"
    static let retainKeys = "$retainKeys"
    static let deleteFromPrimitiveList = "$deleteFromPrimitiveList"
    static let setElementOrder = "$setElementOrder"

    static let delete: Value = "delete"
    static let replace: Value = "replace"
    static let merge: Value = "merge"

    /// The field behind `$setElementOrder/containers`; `nil` for other keys.
    static func field(of key: String, _ directive: String) throws(StrategicPatchError) -> String? {
        guard key.hasPrefix(directive) else { return nil }
        guard key.utf8.dropFirst(directive.utf8.count).first == UInt8(ascii: "/") else {
            throw .invalidDirective(directive)
        }
        return String(key.dropFirst(directive.count + 1))
    }
}
