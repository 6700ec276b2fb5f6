import Documents

/// The words of field errors. Source: k8s.io/apimachinery/pkg/util/validation/field/errors.go
extension FieldError {
    /// `spec.replicas: Invalid value: -1: must be greater than or equal to 0`
    package var message: String { "\(path): \(body)" }

    /// What follows the path: `Invalid value: -1: must be greater than or equal to 0`.
    package var body: String {
        switch problem {
        case .required(let detail): Self.join("Required value", detail: detail)
        case .invalid(let value, let detail), .typeInvalid(let value, let detail):
            Self.join("Invalid value", value, detail: detail)
        case .notSupported(let value, let supported):
            Self.join("Unsupported value", value, detail: Self.supportedDetail(supported))
        case .duplicate(let value): Self.join("Duplicate value", value, detail: "")
        case .forbidden(let detail): Self.join("Forbidden", detail: detail)
        case .tooLong(let maxBytes): "Too long: may not be more than \(maxBytes) bytes"
        case .tooLongCharacters(let max): "Too long: may not be more than \(max) characters"
        case .tooMany(let actual, let max): "Too many: \(actual): must have at most \(max) items"
        case .notFound(let value, let detail): Self.join("Not found", value, detail: detail)
        case .internalError(let detail): Self.join("Internal error", detail: detail)
        }
    }

    /// The `reason` of the cause in a Status.
    package var causeReason: String {
        switch problem {
        case .required: "FieldValueRequired"
        case .invalid: "FieldValueInvalid"
        case .typeInvalid: "FieldValueTypeInvalid"
        case .notSupported: "FieldValueNotSupported"
        case .duplicate: "FieldValueDuplicate"
        case .forbidden: "FieldValueForbidden"
        case .tooLong, .tooLongCharacters: "FieldValueTooLong"
        case .tooMany: "FieldValueTooMany"
        case .notFound: "FieldValueNotFound"
        case .internalError: "InternalError"
        }
    }

    private static func join(_ kind: String, _ value: BadValue = .omitted, detail: String) -> String {
        var text = kind
        if value != .omitted { text += ": " + value.text }
        if !detail.isEmpty { text += ": " + detail }
        return text
    }

    private static func supportedDetail(_ supported: [String]) -> String {
        supported.isEmpty ? "" : "supported values: " + supported.map(GoText.quoted).joined(separator: ", ")
    }
}

extension BadValue {
    /// Strings are quoted as `%q` does; numbers and booleans are plain; all else is JSON.
    package var text: String {
        switch self {
        case .value(.string(let text)): GoText.quoted(text)
        case .value(let value): JSON.encode(value)
        case .members, .list: json
        case .omitted: ""
        }
    }

    private var json: String {
        switch self {
        case .value(let value):
            return JSON.encode(value)
        case .members(let members):
            let parts = members.map { JSON.encode(.string($0.name)) + ":" + $0.value.json }
            return "{" + parts.joined(separator: ",") + "}"
        case .list(let elements):
            return "[" + elements.map(\.json).joined(separator: ",") + "]"
        case .omitted:
            return "null"
        }
    }
}
