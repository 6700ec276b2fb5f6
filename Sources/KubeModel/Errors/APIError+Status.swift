package import Documents

/// What a client gets for an error. Source: k8s.io/apimachinery/pkg/api/errors/errors.go
extension APIError {
    /// The HTTP status code.
    package var code: Int {
        switch self {
        case .badRequest: 400
        case .unauthorized: 401
        case .forbidden, .forbiddenText: 403
        case .notFound, .unknownResource: 404
        case .methodNotSupported: 405
        case .alreadyExists, .conflict, .applyConflict: 409
        case .gone: 410
        case .tooLarge: 413
        case .unsupportedMediaType: 415
        case .invalid, .invalidRequest: 422
        case .tooManyRequests, .evictionRefused: 429
        case .internalError, .serverFailure: 500
        case .notSimulated: 501
        case .timeout: 504
        }
    }

    /// The word that a client branches on: `NotFound`.
    package var reason: String {
        switch self {
        case .badRequest: "BadRequest"
        case .unauthorized: "Unauthorized"
        case .forbidden, .forbiddenText: "Forbidden"
        case .notFound, .unknownResource: "NotFound"
        case .methodNotSupported: "MethodNotAllowed"
        case .alreadyExists: "AlreadyExists"
        case .conflict, .applyConflict: "Conflict"
        case .gone: "Expired"
        case .tooLarge: "RequestEntityTooLarge"
        case .unsupportedMediaType: "UnsupportedMediaType"
        case .invalid, .invalidRequest: "Invalid"
        case .tooManyRequests, .evictionRefused: "TooManyRequests"
        case .internalError: "InternalError"
        case .serverFailure: ""
        case .notSimulated: "NotImplemented"
        case .timeout: "Timeout"
        }
    }

    /// The object of kind Status that a client gets.
    package var status: Object {
        var status: Object = [
            "apiVersion": "v1", "kind": "Status", "metadata": .object([:]), "status": "Failure",
            "message": .string(message), "reason": .string(reason), "code": .integer(Int64(code)),
        ]
        let details = details
        if !details.isEmpty || self == .unknownResource { status["details"] = .object(details) }
        return status
    }

    private var details: Object {
        switch self {
        case .forbidden(let resource, let name, _), .notFound(let resource, let name),
            .alreadyExists(let resource, let name), .conflict(let resource, let name, _):
            Self.details(group: resource.group, kind: resource.resource, name: name)
        case .methodNotSupported(let resource, _):
            Self.details(group: resource.group, kind: resource.resource, name: "")
        case .invalid(let kind, let name, let errors):
            Self.details(
                group: kind.group, kind: kind.kind, name: name,
                causes: errors.map { Self.cause(reason: $0.causeReason, message: $0.body, field: $0.path) })
        case .applyConflict(let conflicts):
            Self.details(
                group: "", kind: "", name: "",
                causes: conflicts.map {
                    Self.cause(reason: "FieldManagerConflict", message: "conflict with \($0.manager)", field: $0.field)
                })
        case .internalError(let message):
            ["causes": .array([.object(["message": .string(message)])])]
        case .evictionRefused(let budget, let desired, let healthy):
            Self.details(
                group: "", kind: "", name: "",
                causes: [
                    .object([
                        "reason": "DisruptionBudget",
                        "message": .string(
                            "The disruption budget \(budget) needs \(desired) healthy pods and has \(healthy) currently"
                        ),
                    ])
                ])
        case .tooManyRequests(_, let seconds):
            ["retryAfterSeconds": .integer(Int64(seconds))]
        case .badRequest, .unauthorized, .forbiddenText, .unknownResource, .gone, .tooLarge, .unsupportedMediaType,
            .timeout, .notSimulated, .invalidRequest, .serverFailure:
            [:]
        }
    }

    private static func details(group: String, kind: String, name: String, causes: [Value] = []) -> Object {
        var details = Object()
        if !group.isEmpty { details["group"] = .string(group) }
        if !kind.isEmpty { details["kind"] = .string(kind) }
        if !name.isEmpty { details["name"] = .string(name) }
        if !causes.isEmpty { details["causes"] = .array(causes) }
        return details
    }

    private static func cause(reason: String, message: String, field: String) -> Value {
        .object(["reason": .string(reason), "message": .string(message), "field": .string(field)])
    }
}
