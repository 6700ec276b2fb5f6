import Documents
import KubeModel

extension LabelSelector {
    /// The selector as objects hold it: equalities as `matchLabels`, all else as `matchExpressions`.
    ///
    /// Source: `k8s.io/apimachinery/pkg/apis/meta/v1` `ParseToLabelSelector`.
    func value() throws(KubectlError) -> Value {
        var labels = Object()
        var expressions: [Value] = []
        for requirement in requirements {
            if requirement.operation == .equals, let value = requirement.values.first {
                labels[requirement.key] = .string(value)
                continue
            }
            if [.notEquals, .greaterThan, .lessThan].contains(requirement.operation) {
                throw .message("\(requirement.operation.sign.goQuoted) is not a valid label selector operator")
            }
            var expression: Object = ["key": .string(requirement.key), "operator": .string(requirement.operation.word)]
            if !requirement.values.isEmpty { expression["values"] = Value(requirement.values) }
            expressions.append(.object(expression))
        }
        var selector = Object()
        if !labels.isEmpty { selector["matchLabels"] = .object(labels) }
        if !expressions.isEmpty { selector["matchExpressions"] = .array(expressions) }
        return .object(selector)
    }
}

extension LabelRequirement.Operation {
    fileprivate var sign: String {
        switch self {
        case .equals: "="
        case .notEquals: "!="
        case .greaterThan: ">"
        case .lessThan: "<"
        case .isIn: "in"
        case .notIn: "notin"
        case .exists: "exists"
        case .doesNotExist: "!"
        }
    }

    fileprivate var word: String {
        switch self {
        case .equals, .isIn: "In"
        case .notEquals, .notIn: "NotIn"
        case .exists: "Exists"
        case .doesNotExist: "DoesNotExist"
        case .greaterThan: "Gt"
        case .lessThan: "Lt"
        }
    }
}
