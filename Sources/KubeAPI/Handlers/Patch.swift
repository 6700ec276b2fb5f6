import Documents
import KubeModel

extension APIServer {
    /// At most so many operations may a JSON patch have (`handlers/patch.go`, maxJSONPatchOperations).
    static let jsonPatchOperationsMax = 10_000

    mutating func patchObject(_ request: APIRequest) throws(APIError) -> APIResponse {
        if request.patchType == .apply { return try applyObject(request) }
        guard let old = store.get(Conversion.place(of: request.resource), request.key) else {
            throw notFound(request.resource, request.key)
        }
        let current = old.served(as: request.resource)
        let patched = try patch(current, request)
        var update = request
        update.body = patched
        update.verb = .update
        let (decoded, warnings) = try decodePatched(update, patch: request.body)
        try checkPlace(of: decoded, request)
        return try replace(old, with: decoded, request, warnings: warnings)
    }

    private func decodePatched(_ request: APIRequest, patch original: Value) throws(APIError) -> (
        object: Object, warnings: [String]
    ) {
        do {
            return try decode(request)
        } catch .badRequest(let message) {
            if request.patchType == .strategicMerge, let problem = PatchFailure.conversion(message) {
                throw PatchFailure.strategic(original.goText, problem).error(request.resource)
            }
            throw PatchFailure.decoding(message).error(request.resource)
        }
    }

    /// The object with the patch of the request applied; nothing is checked yet.
    func patch(_ current: Object, _ request: APIRequest) throws(APIError) -> Value {
        switch request.patchType {
        case .json:
            guard case .array(let operations) = request.body else {
                throw .badRequest(
                    "error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp")
            }
            guard operations.count <= Self.jsonPatchOperationsMax else {
                throw .tooLarge(
                    "The allowed maximum operations in a JSON patch is \(Self.jsonPatchOperationsMax), got \(operations.count)"
                )
            }
            do { return try JSONPatch.apply(request.body, to: .object(current)) } catch {
                throw PatchFailure.jsonPatch(error.message).error(request.resource)
            }
        case .merge:
            return MergePatch.apply(request.body, to: .object(current))
        case .strategicMerge:
            guard let schema = Schema.builtIn.patchSchema(for: request.resource) else {
                throw .unsupportedMediaType(
                    "the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml"
                )
            }
            do { return try StrategicMergePatch.apply(request.body, to: .object(current), schema: schema) } catch {
                throw .badRequest(error.message)
            }
        case .apply:
            return .object(current)
        }
    }
}

/// What can go wrong when a patch meets an object.
enum PatchFailure {
    case jsonPatch(String)
    case decoding(String)
    /// A strategic merge patch, as Go prints it, whose values do not fit the fields.
    case strategic(String, String)

    func error(_ resource: ResourceType) -> APIError {
        switch self {
        case .jsonPatch: .invalidRequest("the server rejected our request due to an error in our request")
        case .decoding(let message): .badRequest(message)
        case .strategic(let patch, let problem):
            .invalid(
                GroupVersionKind(group: "", version: "", kind: ""), name: "",
                [FieldError("patch", .invalid(.value(.string(patch)), problem))])
        }
    }

    /// What the server's converter says where the JSON decoder says `cannot unmarshal A into Go ... of type B`.
    ///
    /// Source: k8s.io/apimachinery/pkg/runtime/converter.go.
    static func conversion(_ message: String) -> String? {
        guard let start = message.firstRange(of: "cannot unmarshal ") else { return nil }
        let words = message[start.upperBound...].split(separator: " ")
        guard let found = words.first, let wanted = words.last else { return nil }
        let source = found == "object" ? "map" : found == "array" ? "slice" : String(found)
        if wanted.hasPrefix("[]") { return "cannot restore slice from \(source)" }
        if wanted.hasPrefix("map[") { return "cannot restore map from \(source)" }
        return wanted.contains(".") ? "cannot restore struct from: \(source)" : "unrecognized type: \(wanted)"
    }
}
