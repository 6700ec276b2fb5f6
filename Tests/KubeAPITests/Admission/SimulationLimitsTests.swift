import Documents
import KubeModel
import Testing

@testable import KubeAPI

struct SimulationLimitsTests {
    @Test(
        arguments: [
            (ResourceType.validatingWebhookConfigurations, [:] as Object, "admission webhooks"),
            (.mutatingWebhookConfigurations, [:], "admission webhooks"),
            (.validatingAdmissionPolicies, [:], "admission policies"),
            (.validatingAdmissionPolicyBindings, [:], "admission policies"),
            (.mutatingAdmissionPolicies, [:], "admission policies"),
            (.mutatingAdmissionPolicyBindings, [:], "admission policies"),
            (.apiServices, ["spec": ["service": ["name": "metrics", "namespace": "kube-system"]]], "API aggregation"),
            (.deviceClasses, ["spec": ["selectors": [["cel": ["expression": "true"]]]]], "CEL"),
        ] as [(ResourceType, Object, String)])
    func `what is left out says so`(resource: ResourceType, object: Object, word: String) throws {
        var api = try APIServer.sample()
        var named = object
        named.name = "a"
        do {
            try api.create(resource, named, as: .admin)
            Issue.record("\(resource.plural) was taken")
        } catch {
            #expect(error.code == 501)
            #expect(error.message.hasPrefix(word + " "))
            #expect(error.message.contains("not simulated"))
        }
        #expect(api.list(resource).isEmpty)
    }

    private func definition(_ version: Object = [:], _ spec: Object = [:]) -> Object {
        var schema: Object = ["type": "object", "properties": ["spec": ["type": "object"]]]
        for (name, value) in version { schema[name] = value }
        var all: Object = [
            "group": "example.com", "scope": "Namespaced", "names": ["plural": "things", "kind": "Thing"],
            "versions": [
                ["name": "v1", "served": true, "storage": true, "schema": ["openAPIV3Schema": .object(schema)]]
            ],
        ]
        for (name, value) in spec { all[name] = value }
        return ["metadata": ["name": "things.example.com"], "spec": .object(all)]
    }

    @Test func `rules of a definition are kept with a warning`() throws {
        var api = try APIServer.sample()
        let rules = definition(["x-kubernetes-validations": [["rule": "self.spec.a < 3"]]])
        let response = try api.handle(APIRequest(.create, .customResourceDefinitions, body: .object(rules)))
        #expect(
            response.warnings == [
                "spec.versions[0].schema: x-kubernetes-validations are kept but not evaluated, because CEL is not simulated"
            ])
        #expect(api.list(.customResourceDefinitions).count == 1)
    }

    @Test func `conversion by a webhook is refused`() throws {
        var api = try APIServer.sample()
        let converted = definition([:], ["conversion": ["strategy": "Webhook"]])
        expectFailure(
            .notSimulated("conversion webhooks are not simulated: versions are converted by strategy None only")
        ) { try api.create(.customResourceDefinitions, converted, as: .admin) }
    }
}
