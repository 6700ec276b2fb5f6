import Documents
import KubeModel

// Stand-ins until the decoding, defaulting, validation and selector files arrive; their author removes this file.


struct DocumentProblem: Error { var message = "" }
enum JSONPatch { static func apply(_ patch: Value, to value: Value) throws(DocumentProblem) -> Value { value } }
enum MergePatch {
    static func apply(_ patch: Value, to value: Value) -> Value {
        guard case .object(let changes) = patch else { return patch }
        var result = value.object ?? Object()
        for (key, change) in changes {
            result[key] = change.isNull ? nil : apply(change, to: result[key] ?? .null)
        }
        return .object(result)
    }
}
struct PatchSchemaProblem {}
enum StrategicMergePatch {
    static func apply(_ patch: Value, to value: Value, schema: PatchSchemaProblem) throws(DocumentProblem) -> Value {
        MergePatch.apply(patch, to: value)
    }
}
extension Schema {
    func patchSchema(for resource: ResourceType) -> PatchSchemaProblem? { PatchSchemaProblem() }
}
