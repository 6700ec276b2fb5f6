import Documents
import KubeModel
import Testing

struct FieldErrorTests {
    @Test(arguments: [
        (FieldError.required("spec.ports"), "spec.ports: Required value"),
        (
            .required("metadata.name", "name or generateName is required"),
            "metadata.name: Required value: name or generateName is required"
        ),
        (.invalid("spec.x", .string("a\"b\n"), "no"), #"spec.x: Invalid value: "a\"b\n": no"#),
        (.invalid("spec.x", .integer(-1), "no"), "spec.x: Invalid value: -1: no"),
        (.invalid("spec.x", .bool(true), "no"), "spec.x: Invalid value: true: no"),
        (.invalid("spec.x", .null, "no"), "spec.x: Invalid value: null: no"),
        (
            .notSupported("spec.x", .string("q"), ["a", "b"]),
            #"spec.x: Unsupported value: "q": supported values: "a", "b""#
        ),
        (.duplicate("spec.x", .string("q")), #"spec.x: Duplicate value: "q""#),
        (.forbidden("spec.x", "no"), "spec.x: Forbidden: no"),
        (.notFound("spec.x", .string("q")), #"spec.x: Not found: "q""#),
        (FieldError("spec.x", .tooLong(maxBytes: 63)), "spec.x: Too long: may not be more than 63 bytes"),
        (FieldError("spec.x", .tooMany(actual: 3, max: 2)), "spec.x: Too many: 3: must have at most 2 items"),
    ])
    func `says it in the server's words`(error: FieldError, message: String) {
        #expect(error.message == message)
    }

    @Test func `shows structs as JSON, in their order`() {
        let value = BadValue.members([
            .init("Type", .string("Canary")), .init("RollingUpdate", .null), .init("Ports", .list([.integer(1)])),
        ])
        #expect(value.text == #"{"Type":"Canary","RollingUpdate":null,"Ports":[1]}"#)
    }
}

struct APIErrorTests {
    private let pods = GroupResource(group: "", resource: "pods")
    private let deployments = GroupResource(group: "apps", resource: "deployments")

    @Test func `names what is not there`() {
        let error = APIError.notFound(deployments, name: "web")
        #expect(error.message == #"deployments.apps "web" not found"#)
        #expect(error.code == 404)
        #expect(error.reason == "NotFound")
    }

    @Test func `names what is there already`() {
        let error = APIError.alreadyExists(pods, name: "web")
        #expect(error.message == #"pods "web" already exists"#)
        #expect(error.code == 409)
    }

    @Test func `joins what is wrong with an object`() {
        let kind = GroupVersionKind(group: "apps", version: "v1", kind: "Deployment")
        let one = APIError.invalid(kind, name: "web", [.required("spec.selector")])
        #expect(one.message == #"Deployment.apps "web" is invalid: spec.selector: Required value"#)
        #expect(one.code == 422)
        let two = APIError.invalid(kind, name: "web", [.required("a"), .required("b")])
        #expect(two.message == #"Deployment.apps "web" is invalid: [a: Required value, b: Required value]"#)
    }

    @Test func `a status has its causes`() {
        let kind = GroupVersionKind(group: "apps", version: "v1", kind: "Deployment")
        let status = APIError.invalid(kind, name: "web", [.required("spec.selector")]).status
        #expect(status["kind"] == "Status")
        #expect(status["status"] == "Failure")
        #expect(status["code"] == 422)
        #expect(status["details"]?["name"] == "web")
        #expect(status["details"]?["group"] == "apps")
        let cause = status["details"]?["causes"]?.array?.first
        #expect(cause?["field"] == "spec.selector")
        #expect(cause?["reason"] == "FieldValueRequired")
        #expect(cause?["message"] == "Required value")
    }
}
