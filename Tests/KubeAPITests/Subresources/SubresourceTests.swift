import Documents
import KubeModel
import Testing

@testable import KubeAPI

struct SubresourceTests {
    static func request(
        _ verb: APIRequest.Verb, _ resource: ResourceType, _ name: String, _ subresource: String, _ body: Value = .null
    ) -> APIRequest {
        var request = APIRequest(verb, resource, namespace: "default", name: name, body: body)
        request.subresource = subresource
        request.patchType = .merge
        return request
    }

    static func object(_ request: APIRequest, _ api: inout APIServer) throws -> Object {
        guard case .object(let object) = try api.handle(request).payload else { return Object() }
        return object
    }

    static func certificateRequest(_ api: inout APIServer) throws -> Object {
        try api.create(.certificateSigningRequests, try KindTests.minimal(.certificateSigningRequests), as: .admin)
    }

    @Test func `who asks for a certificate is noted by the server`() throws {
        var api = try APIServer.sample()
        let request = try Self.certificateRequest(&api)
        #expect(request["spec"]?["username"] == "admin")
        #expect(request["spec"]?["groups"] == ["system:masters", "system:authenticated"])
    }

    @Test func `approval writes conditions with their times, and nothing else`() throws {
        var api = try APIServer.sample()
        _ = try Self.certificateRequest(&api)
        let condition: Value = ["type": "Approved", "status": "True", "reason": "Test", "message": "fine"]
        let approved = try Self.object(
            Self.request(
                .patch, .certificateSigningRequests, "small", "approval",
                ["spec": ["signerName": "example.com/other"], "status": ["conditions": [condition]]]), &api)
        let written = approved["status"]?["conditions"]?[0]
        #expect(written?["type"] == "Approved")
        #expect(written?["lastTransitionTime"] == .string(api.now.rfc3339))
        #expect(approved["spec"]?["signerName"] == "example.com/signer")
        let denial: Value = ["type": "Denied", "status": "True", "reason": "Test", "message": "no"]
        let error = #expect(throws: APIError.self) {
            _ = try Self.object(
                Self.request(
                    .patch, .certificateSigningRequests, "small", "approval", ["status": ["conditions": [denial]]]),
                &api)
        }
        #expect(
            error?.message
                == "CertificateSigningRequest.certificates.k8s.io \"small\" is invalid: status.conditions: Forbidden: updates may not remove a condition of type \"Approved\""
        )
    }

    @Test func `the plain way of writing leaves the status of a request alone`() throws {
        var api = try APIServer.sample()
        _ = try Self.certificateRequest(&api)
        let condition: Value = ["type": "Approved", "status": "True", "reason": "Test", "message": "fine"]
        let patched = try Self.object(
            Self.request(
                .patch, .certificateSigningRequests, "small", "", ["status": ["conditions": [condition]]]), &api)
        #expect(patched["status"]?["conditions"] == nil)
    }

    @Test func `a token lasts at least ten minutes`() throws {
        var api = try APIServer.sample()
        let token = try Self.object(
            Self.request(.create, .serviceAccounts, "default", "token", ["spec": ["expirationSeconds": 600]]), &api)
        #expect(token["status"]?["expirationTimestamp"] == .string((api.now + .seconds(600)).rfc3339))
        let error = #expect(throws: APIError.self) {
            _ = try Self.object(
                Self.request(.create, .serviceAccounts, "default", "token", ["spec": ["expirationSeconds": 1]]), &api)
        }
        #expect(error?.message.contains("may not specify a duration less than 10 minutes") == true)
    }

    @Test func `an eviction that breaks a budget is refused for now`() throws {
        var api = try APIServer.sample()
        var pod = try api.createPod("web", node: "n1", labels: ["app": "web"])
        pod["status"] = [
            "phase": "Running", "conditions": [["type": "Ready", "status": "True"]],
        ]
        try api.updateStatus(.pods, pod, as: .node("n1"))
        var budget = try api.create(
            .podDisruptionBudgets,
            [
                "metadata": ["name": "web", "namespace": "default"],
                "spec": ["minAvailable": 1, "selector": ["matchLabels": ["app": "web"]]],
            ], as: .admin)
        budget["status"] = [
            "currentHealthy": 1, "desiredHealthy": 1, "disruptionsAllowed": 0, "expectedPods": 1,
            "observedGeneration": 1,
        ]
        try api.updateStatus(.podDisruptionBudgets, budget, as: .controller("disruption-controller"))
        let error = #expect(throws: APIError.self) {
            _ = try api.handle(Self.request(.create, .pods, "web", "eviction", [:]))
        }
        #expect(error?.code == 429)
        #expect(error?.message == "Cannot evict pod as it would violate the pod's disruption budget.")
        #expect(
            error?.status["details"]?["causes"]?[0]?["message"]
                == "The disruption budget web needs 1 healthy pods and has 1 currently")
    }

    @Test(arguments: [("pods", "scale"), ("configmaps", "status"), ("deployments", "exec")])
    func `a part that the resource does not have is not found`(plural: String, part: String) throws {
        var api = try APIServer.sample()
        let resource = try #require(ResourceRegistry.builtIn.types.first { $0.plural == plural })
        expectFailure(.unknownResource) { _ = try api.handle(Self.request(.get, resource, "web", part)) }
    }
}
