/// Why a text is no selector.
package enum SelectorError: Error, Hashable, Sendable {
    case found(String, expected: String)
    /// The parser stands after a name that is no key, operator or list.
    case requirement(String)
    case fieldTerm(String, in: String)
    case fieldEscape(String)
}

extension SelectorError {
    /// The words of `k8s.io/apimachinery/pkg/labels` and `pkg/fields`.
    package var message: String {
        switch self {
        case .found(let text, let expected): "found '\(text)', expected: \(expected)"
        case .requirement(let text): "unable to parse requirement: \(text)"
        case .fieldTerm(let term, let selector):
            "invalid selector: '\(selector)'; can't understand '\(term)'"
        case .fieldEscape(let value):
            "invalid field selector: invalid escape sequence in '\(value)'"
        }
    }
}
