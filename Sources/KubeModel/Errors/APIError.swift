/// Why the API refused a request: the `Status` that a client gets.
///
/// `APIError+Status.swift` gives each its code, reason and message, as `k8s.io/apimachinery/pkg/api/errors` does.
package enum APIError: Error, Hashable, Sendable {
    case badRequest(String)
    case unauthorized(String)
    case forbidden(GroupResource, name: String, message: String)
    /// A whole sentence that says what is forbidden, without the usual beginning.
    case forbiddenText(String)
    case notFound(GroupResource, name: String)
    /// `the server could not find the requested resource`
    case unknownResource
    case methodNotSupported(GroupResource, verb: String)
    case alreadyExists(GroupResource, name: String)
    case conflict(GroupResource, name: String, message: String)
    /// Server-side apply: what each other manager owns.
    case applyConflict([FieldConflict])
    case gone(String)
    case invalid(GroupVersionKind, name: String, [FieldError])
    case tooLarge(String)
    case tooManyRequests(String, retryAfterSeconds: Int)
    case unsupportedMediaType(String)
    case internalError(String)
    /// What went wrong below the API, such as in its storage, in that part's own words.
    case serverFailure(String)
    case timeout(String)
    /// The request itself is at fault, without an object to name: `The request is invalid: ...`.
    case invalidRequest(String)
    /// A disruption budget has no disruption to spare.
    case evictionRefused(budget: String, desired: Int, healthy: Int)
    /// Something of Kubernetes that this cluster leaves out, named in one sentence.
    case notSimulated(String)
}

/// A field that another manager owns.
package struct FieldConflict: Hashable, Sendable {
    /// `"kubectl-client-side-apply" using apps/v1`
    package var manager: String
    /// `.spec.replicas`
    package var field: String

    package init(manager: String, field: String) {
        self.manager = manager
        self.field = field
    }
}
