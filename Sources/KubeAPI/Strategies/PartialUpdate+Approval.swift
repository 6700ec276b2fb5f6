import Documents
import KubeModel

extension PartialUpdate {
    /// Approving or denying a certificate request writes the conditions of its status and nothing else.
    ///
    /// Source: `pkg/registry/certificates/certificates/strategy.go`, `pkg/apis/certificates/validation/validation.go`.
    static let approval = PartialUpdate(
        prepare: { proposal, old, now in
            var request = keepingAllBut(old, metadataOf: proposal)
            let before = old["status"]?["conditions"]?.array ?? []
            let conditions = (proposal["status"]?["conditions"]?.array ?? []).map { stamped($0, before, now) }
            request["status", "conditions"] = conditions.isEmpty ? nil : .array(conditions)
            return request
        },
        errors: { new, old in
            var errors = FieldErrors()
            let path = FieldPath(text: "status")["conditions"]
            let types = conditionTypes(of: new)
            for type in conditionTypes(of: old) where ["Approved", "Denied", "Failed"].contains(type) {
                guard !types.contains(type) else { continue }
                errors.forbidden(path, "updates may not remove a condition of type \(GoText.quoted(type))")
            }
            if types.contains("Approved"), let index = types.firstIndex(of: "Denied") {
                errors.invalid(
                    path[index]["type"], "Denied", "Approved and Denied conditions are mutually exclusive")
            }
            return errors.list
        })

    private static func conditionTypes(of request: Object) -> [String] {
        (request["status"]?["conditions"]?.array ?? []).map { $0["type"]?.string ?? "" }
    }

    /// A condition without times gets those of the one that it repeats, or the present.
    private static func stamped(_ condition: Value, _ before: [Value], _ now: Instant) -> Value {
        var condition = condition
        let same = before.first { $0["type"] == condition["type"] && $0["status"] == condition["status"] }
        if condition["lastUpdateTime"]?.string == nil { condition["lastUpdateTime"] = .string(now.rfc3339) }
        if condition["lastTransitionTime"]?.string == nil {
            condition["lastTransitionTime"] = same?["lastTransitionTime"] ?? .string(now.rfc3339)
        }
        return condition
    }
}
