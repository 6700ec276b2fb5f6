package import Documents
package import KubeModel

/// Turns a manifest into an object of a kind, as the server's JSON decoder does for the kind's Go type.
///
/// Wrong types are refused in Go's words; unknown fields are dropped and, by `validation`, refused or warned about.
/// Empty scalars that Go cannot tell from missing ones disappear; empty lists and maps stay until the object is stored
/// (`ObjectEncoder`), because messages tell them apart.
package enum ObjectDecoder {
    /// At most this many unknown or repeated fields are named. Source: sigs.k8s.io/json.
    private static let strictProblemsMax = 100

    package static func decode(
        _ value: Value, as resource: ResourceType, duplicateFields: [String], validation: RequestOptions.FieldValidation
    ) throws(APIError) -> (object: Object, warnings: [String]) {
        var decoder = SchemaDecoder()
        let result: Result<Object, DecodingProblem>
        do {
            result = .success(try decoder.root(value, as: resource))
        } catch {
            result = .failure(error)
        }
        let object: Object
        switch result {
        case .failure(let problem): throw refusal(problem.message, of: resource)
        case .success(let decoded): object = decoded
        }
        if let problem = decoder.firstTypeProblem { throw refusal(problem, of: resource) }
        let problems =
            duplicateFields.map { "duplicate field \(GoText.quoted($0))" }
            + decoder.unknownFields.map { "unknown field \(GoText.quoted($0))" }
        let named = Array(problems.prefix(strictProblemsMax))
        switch validation {
        case .ignore: return (object, [])
        case .warn: return (object, named)
        case .strict:
            guard named.isEmpty else {
                throw refusal("strict decoding error: " + named.joined(separator: ", "), of: resource)
            }
            return (object, [])
        }
    }

    /// Source: k8s.io/apiserver/pkg/endpoints/handlers/rest.go, `transformDecodeError`.
    private static func refusal(_ problem: String, of resource: ResourceType) -> APIError {
        .badRequest(
            "\(resource.kind) in version \(GoText.quoted(resource.version)) cannot be handled as a \(resource.kind): "
                + problem)
    }
}
