package import Documents

/// Labels and selectors as kubectl writes them.
///
/// Source: k8s.io/apimachinery/pkg/labels (`FormatLabels`, `Requirement.String`), `metav1.FormatLabelSelector`.
package enum LabelText {
    /// `app=web,tier=front` in the order of the keys; `<none>` without labels.
    package static func labels(_ labels: Object) -> String {
        labels.map { "\($0)=\($1.scalarText)" }.joined(separator: ",").or("<none>")
    }

    /// `app=web,tier in (back,front),!legacy`; `<none>` for a selector that is absent or empty.
    package static func selector(_ selector: Value?) -> String {
        plainSelector(selector).or("<none>")
    }

    /// The selector's text, empty when it has no requirements.
    package static func plainSelector(_ selector: Value?) -> String {
        guard let selector else { return "" }
        let equalities = selector.map("matchLabels").map { (key: $0, text: "\($0)=\($1.scalarText)") }
        let expressions = selector.list("matchExpressions").map {
            (key: $0.text("key"), text: requirement($0))
        }
        let all = equalities + expressions
        let order = all.indices.sorted { (all[$0].key, $0) < (all[$1].key, $1) }
        return order.map { all[$0].text }.joined(separator: ",")
    }

    /// One of `matchExpressions`: `tier in (back,front)`, `tier notin (db)`, `tier`, `!tier`.
    static func requirement(_ expression: Value) -> String {
        let key = expression.text("key")
        let values = expression.list("values").map(\.scalarText).sorted().joined(separator: ",")
        return switch expression.text("operator") {
        case "In": "\(key) in (\(values))"
        case "NotIn": "\(key) notin (\(values))"
        case "DoesNotExist": "!\(key)"
        default: key
        }
    }
}
