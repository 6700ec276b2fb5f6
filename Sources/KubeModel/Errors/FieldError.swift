package import Documents

/// One thing that is wrong with one field of an object.
///
/// The cases are those of `k8s.io/apimachinery/pkg/util/validation/field`; `FieldError+Message.swift` has their words.
package struct FieldError: Hashable, Sendable {
    /// `spec.containers[0].image`, `metadata.labels[app]`
    package var path: String
    package var problem: Problem

    package enum Problem: Hashable, Sendable {
        case required(String)
        case invalid(Value, String)
        case typeInvalid(Value, String)
        case notSupported(Value, supported: [String])
        case duplicate(Value)
        case forbidden(String)
        case tooLong(maxBytes: Int)
        case tooMany(actual: Int, max: Int)
        case notFound(Value)
        case internalError(String)
    }

    package init(_ path: String, _ problem: Problem) {
        self.path = path
        self.problem = problem
    }
}
