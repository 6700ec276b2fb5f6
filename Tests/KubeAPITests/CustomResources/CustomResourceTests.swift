import Documents
import KubeModel
import Testing

@testable import KubeAPI

/// Kinds that a definition adds: their life from the definition to its deletion.
struct CustomResourceTests {
    private static let definition: Object = [
        "metadata": ["name": "backups.example.com"],
        "spec": [
            "group": "example.com", "scope": "Namespaced",
            "names": ["plural": "backups", "kind": "Backup", "shortNames": ["bk"], "categories": ["all"]],
            "versions": [
                [
                    "name": "v1", "served": true, "storage": true, "subresources": ["status": [:]],
                    "schema": [
                        "openAPIV3Schema": [
                            "type": "object",
                            "properties": [
                                "spec": [
                                    "type": "object",
                                    "properties": [
                                        "keep": ["type": "integer", "default": 7], "target": ["type": "string"],
                                    ],
                                ],
                                "status": ["type": "object", "properties": ["phase": ["type": "string"]]],
                            ],
                        ]
                    ],
                ],
                [
                    "name": "v1beta1", "served": true, "storage": false, "deprecated": true,
                    "schema": [
                        "openAPIV3Schema": ["type": "object", "x-kubernetes-preserve-unknown-fields": true]
                    ],
                ],
            ],
        ],
    ]

    private func server() throws -> (api: APIServer, resource: ResourceType) {
        var api = try APIServer.sample()
        try api.create(.customResourceDefinitions, Self.definition, as: .admin)
        return (api, try #require(api.resources.type(apiVersion: "example.com/v1", kind: "Backup")))
    }

    private func backup(_ spec: Value) -> Object {
        ["metadata": ["name": "nightly", "namespace": "default"], "spec": spec, "status": ["phase": "Done"]]
    }

    @Test func `names come from the definition`() throws {
        let (_, resource) = try server()
        #expect(resource.shortNames == ["bk"])
        #expect(resource.categories == ["all"])
        #expect(resource.singular == "backup")
    }

    @Test func `defaults are set, unknown fields go, the status has its own door`() throws {
        var (api, resource) = try server()
        let made = try api.create(resource, backup(["target": "s3", "speed": "fast"]), as: .admin)
        #expect(made["spec"] == ["keep": 7, "target": "s3"])
        #expect(made["status"] == nil)
        var done = made
        done["status", "phase"] = "Done"
        done["spec", "keep"] = 1
        let updated = try api.updateStatus(resource, done, as: .admin)
        #expect(updated["status"] == ["phase": "Done"])
        #expect(updated["spec"] == ["keep": 7, "target": "s3"])
        #expect(updated.generation == 1)
    }

    @Test func `an old version shows the same object and says that it is old`() throws {
        var (api, resource) = try server()
        try api.create(resource, backup([:]), as: .admin)
        let old = try #require(api.resources.type(apiVersion: "example.com/v1beta1", kind: "Backup"))
        let response = try api.handle(APIRequest(.get, old, namespace: "default", name: "nightly"))
        #expect(response.warnings == ["example.com/v1beta1 Backup is deprecated"])
        guard case .object(let object) = response.payload else {
            Issue.record("no object")
            return
        }
        #expect(object.apiVersion == "example.com/v1beta1")
        #expect(object["spec"] == ["keep": 7])
    }

    @Test func `objects go with their definition`() throws {
        var (api, resource) = try server()
        try api.create(resource, backup([:]), as: .admin)
        try api.delete(.customResourceDefinitions, ObjectKey(name: "backups.example.com"), as: .admin)
        #expect(api.list(resource).isEmpty)
        #expect(api.resources.type(apiVersion: "example.com/v1", kind: "Backup") == nil)
    }
}
