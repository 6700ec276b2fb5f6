/// One thing that is wrong with one field of an object.
///
/// The cases are those of `k8s.io/apimachinery/pkg/util/validation/field`; `FieldError+Message.swift` has their words.
package struct FieldError: Hashable, Sendable {
    /// `spec.containers[0].image`, `metadata.labels[app]`
    package var path: String
    package var problem: Problem

    package enum Problem: Hashable, Sendable {
        /// The detail may be empty.
        case required(String)
        case invalid(BadValue, String)
        case typeInvalid(BadValue, String)
        case notSupported(BadValue, supported: [String])
        case duplicate(BadValue)
        case forbidden(String)
        case tooLong(maxBytes: Int)
        case tooLongCharacters(max: Int)
        case tooMany(actual: Int, max: Int)
        case notFound(BadValue, String)
        case internalError(String)
    }

    package init(_ path: String, _ problem: Problem) {
        self.path = path
        self.problem = problem
    }
}

extension FieldError {
    package static func required(_ path: String, _ detail: String = "") -> FieldError {
        FieldError(path, .required(detail))
    }

    package static func invalid(_ path: String, _ value: BadValue, _ detail: String) -> FieldError {
        FieldError(path, .invalid(value, detail))
    }

    package static func notSupported(_ path: String, _ value: BadValue, _ supported: [String]) -> FieldError {
        FieldError(path, .notSupported(value, supported: supported))
    }

    package static func duplicate(_ path: String, _ value: BadValue) -> FieldError {
        FieldError(path, .duplicate(value))
    }

    package static func forbidden(_ path: String, _ detail: String) -> FieldError {
        FieldError(path, .forbidden(detail))
    }

    package static func notFound(_ path: String, _ value: BadValue) -> FieldError {
        FieldError(path, .notFound(value, ""))
    }
}
