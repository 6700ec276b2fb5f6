import Documents
import KubeModel

extension LabelSelector {
    /// A selector as Go's `%v` prints the pointer to one: `&LabelSelector{MatchLabels:map[string]string{app: web,},...}`.
    ///
    /// Source: `k8s.io/apimachinery/pkg/apis/meta/v1/generated.pb.go`.
    static func goText(_ selector: Value?) -> String {
        let labels = (selector?["matchLabels"]?.object ?? Object()).sorted { $0.0 < $1.0 }
            .map { "\($0.0): \($0.1.string ?? "")," }.joined()
        let expressions = (selector?["matchExpressions"]?.array ?? []).map { expression in
            let values = expression["values"]?.array?.compactMap(\.string) ?? []
            let key = expression["key"]?.string ?? ""
            let operation = expression["operator"]?.string ?? ""
            return
                "LabelSelectorRequirement{Key:\(key),Operator:\(operation),Values:[\(values.joined(separator: " "))],},"
        }
        return
            "&LabelSelector{MatchLabels:map[string]string{\(labels)},MatchExpressions:[]LabelSelectorRequirement{\(expressions.joined())},}"
    }
}
