package import Documents
import KubeModel

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
        selector.map { LabelSelector(selector: $0).description } ?? ""
    }
}
