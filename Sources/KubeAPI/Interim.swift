package import Documents
import KubeModel

// Stand-ins until the decoding, defaulting, validation and selector files arrive; their author removes this file.

enum ObjectDecoder {
    static func decode(
        _ value: Value, as resource: ResourceType, duplicateFields: [String], validation: RequestOptions.FieldValidation
    ) throws(APIError) -> (object: Object, warnings: [String]) {
        guard case .object(let object) = value else { throw .badRequest("not an object") }
        return (object, [])
    }
}

enum Defaults {
    static func apply(to object: inout Object, resource: ResourceType) {}
}

enum Validation {
    static func errors(for object: Object, resource: ResourceType, old: Object?) -> [FieldError] { [] }
    static func warnings(for object: Object, resource: ResourceType, old: Object?) -> [String] { [] }
}

package struct LabelSelector: Sendable {
    var requirements: [(String, String)] = []
    package init(selector: Value, isPlainMap: Bool = false) {
        let map = isPlainMap ? selector : selector["matchLabels"] ?? .null
        requirements = (map.object ?? Object()).map { ($0.0, $0.1.string ?? "") }
    }
    init() {}
    static func parsed(_ text: String) throws(APIError) -> LabelSelector {
        var selector = LabelSelector()
        selector.requirements = text.split(separator: ",").map { part in
            let sides = part.split(separator: "=").map(String.init)
            return (sides[0], sides.last ?? "")
        }
        return selector
    }
    package func matches(_ labels: Object) -> Bool { requirements.allSatisfy { labels[$0.0]?.string == $0.1 } }
    var description: String { requirements.map { "\($0.0)=\($0.1)" }.joined(separator: ",") }
}

struct FieldSelector {
    var requirements: [(String, String)] = []
    var fields: [String] { requirements.map(\.0) }
    static func parsed(_ text: String) throws(APIError) -> FieldSelector {
        FieldSelector(
            requirements: text.split(separator: ",").map { part in
                let sides = part.split(separator: "=").map(String.init)
                return (sides[0], sides.last ?? "")
            })
    }
    func matches(_ value: (String) -> String) -> Bool { requirements.allSatisfy { value($0.0) == $0.1 } }
}

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
enum Schema {
    struct All { func patchSchema(for resource: ResourceType) -> PatchSchemaProblem? { PatchSchemaProblem() } }
    static let builtIn = All()
}
