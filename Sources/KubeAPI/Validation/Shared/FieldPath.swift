/// The place of a field in messages: `spec.containers[0].resources.limits[cpu]`.
struct FieldPath {
    let text: String

    static let root = FieldPath(text: "")
    static let metadata = FieldPath(text: "metadata")
    static let spec = FieldPath(text: "spec")

    subscript(name: String) -> FieldPath { FieldPath(text: text.isEmpty ? name : "\(text).\(name)") }
    subscript(index: Int) -> FieldPath { FieldPath(text: "\(text)[\(index)]") }
    func key(_ key: String) -> FieldPath { FieldPath(text: "\(text)[\(key)]") }
}
