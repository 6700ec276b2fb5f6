import Documents

/// The sentences of the server. Source: k8s.io/apimachinery/pkg/api/errors/errors.go
extension APIError {
    package var message: String {
        switch self {
        case .badRequest(let text), .unauthorized(let text), .forbiddenText(let text), .gone(let text),
            .tooManyRequests(let text, _), .unsupportedMediaType(let text), .timeout(let text), .notSimulated(let text),
            .invalidRequest(let text), .serverFailure(let text):
            text
        case .forbidden(let resource, let name, let message):
            name.isEmpty
                ? "\(resource) is forbidden: \(message)" : "\(resource) \(GoText.quoted(name)) is forbidden: \(message)"
        case .notFound(let resource, let name): "\(resource) \(GoText.quoted(name)) not found"
        case .unknownResource: "the server could not find the requested resource"
        case .methodNotSupported(let resource, let verb):
            "\(verb) is not supported on resources of kind \(GoText.quoted(resource.description))"
        case .alreadyExists(let resource, let name): "\(resource) \(GoText.quoted(name)) already exists"
        case .conflict(let resource, let name, let message):
            "Operation cannot be fulfilled on \(resource) \(GoText.quoted(name)): \(message)"
        case .applyConflict(let conflicts): Self.message(of: conflicts)
        case .invalid(let kind, let name, let errors):
            "\(Self.qualified(kind)) \(GoText.quoted(name)) is invalid: \(Self.aggregate(errors))"
        case .evictionRefused: "Cannot evict pod as it would violate the pod's disruption budget."
        case .tooLarge(let text): "Request entity too large: \(text)"
        case .internalError(let text): "Internal error occurred: \(text)"
        }
    }

    /// `Deployment.apps`
    private static func qualified(_ kind: GroupVersionKind) -> String {
        kind.group.isEmpty ? kind.kind : "\(kind.kind).\(kind.group)"
    }

    /// One error as it is; several, without repetitions, in brackets.
    private static func aggregate(_ errors: [FieldError]) -> String {
        var messages: [String] = []
        for error in errors where !messages.contains(error.message) { messages.append(error.message) }
        return messages.count == 1 ? messages[0] : "[" + messages.joined(separator: ", ") + "]"
    }

    /// Source: k8s.io/apimachinery/pkg/util/managedfields/internal/conflict.go
    private static func message(of conflicts: [FieldConflict]) -> String {
        if conflicts.count == 1 {
            return "Apply failed with 1 conflict: conflict with \(conflicts[0].manager): \(conflicts[0].field)"
        }
        var lines: [String] = []
        for manager in Set(conflicts.map(\.manager)).sorted() {
            lines.append("conflicts with \(manager):")
            lines += conflicts.filter { $0.manager == manager }.map { "- \($0.field)" }
        }
        return "Apply failed with \(conflicts.count) conflicts: " + lines.joined(separator: "\n")
    }
}
