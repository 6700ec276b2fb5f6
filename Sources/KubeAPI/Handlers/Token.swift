import Documents
import KubeModel

extension APIServer {
    /// Answers `kubectl create token`: three parts as a real one, signed by nobody.
    mutating func requestToken(_ request: APIRequest) throws(APIError) -> APIResponse {
        guard store.get(Conversion.place(of: request.resource), request.key) != nil else {
            throw notFound(request.resource, request.key)
        }
        let seconds = request.body["spec"]?["expirationSeconds"]?.int ?? 3600
        guard seconds >= 600 else {
            throw .invalid(
                GroupVersionKind(group: "authentication.k8s.io", version: "v1", kind: "TokenRequest"), name: "",
                [
                    FieldError(
                        "spec.expirationSeconds",
                        .invalid(BadValue(Value(seconds)), "may not specify a duration less than 10 minutes"))
                ])
        }
        var answer = request.body.object ?? Object()
        answer["apiVersion"] = "authentication.k8s.io/v1"
        answer["kind"] = "TokenRequest"
        let token = [24, 120, 86].map { random.hexadecimal(count: $0) }.joined(separator: ".")
        answer["status"] = [
            "token": .string("eyJ\(token)"), "expirationTimestamp": .string((now + .seconds(seconds)).rfc3339),
        ]
        return APIResponse(.object(answer), isCreated: true)
    }
}
