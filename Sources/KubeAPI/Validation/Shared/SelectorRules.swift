import Documents
import KubeModel

/// Label selectors. Source: k8s.io/apimachinery/pkg/apis/meta/v1/validation/validation.go
enum SelectorRules {
    /// `{matchLabels, matchExpressions}`; a missing selector has nothing wrong.
    static func check(_ selector: Value?, _ path: FieldPath, _ errors: inout FieldErrors) {
        guard let selector else { return }
        MetadataRules.labels(selector.map("matchLabels"), path["matchLabels"], &errors)
        for (index, expression) in selector.list("matchExpressions").enumerated() {
            requirement(expression, path["matchExpressions"][index], &errors)
        }
    }

    private static func requirement(_ expression: Value, _ path: FieldPath, _ errors: inout FieldErrors) {
        let operation = expression.text("operator")
        let values = expression.texts("values")
        switch operation {
        case "In", "NotIn":
            if values.isEmpty {
                errors.required(path["values"], "must be specified when `operator` is 'In' or 'NotIn'")
            }
        case "Exists", "DoesNotExist":
            if !values.isEmpty {
                errors.forbidden(path["values"], "may not be specified when `operator` is 'Exists' or 'DoesNotExist'")
            }
        default:
            errors.invalid(path["operator"], operation, "not a valid selector operator")
        }
        let key = expression.text("key")
        errors.invalid(path["key"], key, Names.labelKeyProblems(key))
        for (index, value) in values.enumerated() {
            errors.invalid(path["values"][index], value, Names.labelValueProblems(value))
        }
    }

    /// A selector that can be used; `nil` for one with anything wrong. A missing one selects nothing.
    static func usable(_ selector: Value?) -> LabelSelector? {
        var errors = FieldErrors()
        check(selector, .root, &errors)
        return errors.isEmpty ? LabelSelector(selector: selector ?? .null) : nil
    }

    static func isEmpty(_ selector: Value) -> Bool {
        selector.map("matchLabels").isEmpty && selector.list("matchExpressions").isEmpty
    }

    /// As a client's type writes it: `{"matchLabels":{"app":"web"},"matchExpressions":[{"key":"app",...}]}`.
    static func shown(_ selector: Value?) -> BadValue {
        guard let selector else { return .null }
        var members: [BadValue.Member] = []
        let labels = selector.map("matchLabels")
        if !labels.isEmpty { members.append(.init("matchLabels", .object(labels))) }
        let expressions = selector.list("matchExpressions").map { expression in
            var members: [BadValue.Member] = [
                .init("key", .string(expression.text("key"))), .init("operator", .string(expression.text("operator"))),
            ]
            let values = expression.list("values")
            if !values.isEmpty { members.append(.init("values", .value(.array(values)))) }
            return BadValue.members(members)
        }
        if !expressions.isEmpty { members.append(.init("matchExpressions", .list(expressions))) }
        return .members(members)
    }
}
