import Documents
import KubeModel
import Testing

@testable import KubeAPI

struct UpdateTests {
    static func deployment(replicas: Int) -> Object {
        [
            "metadata": ["name": "web", "namespace": "default"],
            "spec": [
                "replicas": Value(replicas), "selector": ["matchLabels": ["app": "web"]],
                "template": [
                    "metadata": ["labels": ["app": "web"]],
                    "spec": ["containers": [["name": "web", "image": "nginx"]]],
                ],
            ],
        ]
    }

    @Test func `a change of the spec is a new generation, a change of labels is not`() throws {
        var api = try APIServer.sample()
        var web = try api.create(.deployments, Self.deployment(replicas: 1), as: .admin)
        #expect(web.generation == 1)
        web["spec", "replicas"] = 2
        web = try api.update(.deployments, web, as: .admin)
        #expect(web.generation == 2)
        web.labels = ["tier": "front"]
        web = try api.update(.deployments, web, as: .admin)
        #expect(web.generation == 2)
    }

    @Test func `an update from an old version is a conflict`() throws {
        var api = try APIServer.sample()
        let old = try api.createConfigMap("a")
        var new = old
        new["data"] = ["k": "1"]
        try api.update(.configMaps, new, as: .admin)
        expectFailure(
            .conflict(
                ResourceType.configMaps.groupResource, name: "a",
                message: "the object has been modified; please apply your changes to the latest version and try again")
        ) { try api.update(.configMaps, old, as: .admin) }
    }

    @Test func `a patch cannot move an object`() throws {
        var api = try APIServer.sample()
        let map = try api.createConfigMap("a")
        func patch(_ metadata: Object) throws {
            var request = APIRequest(.patch, .configMaps, namespace: "default", name: map.name)
            request.patchType = .merge
            request.body = ["metadata": .object(metadata)]
            _ = try api.handle(request)
        }
        expectFailure(.badRequest("the name of the object (b) does not match the name on the URL (a)")) {
            try patch(["name": "b"])
        }
        expectFailure(
            .badRequest("the namespace of the provided object does not match the namespace sent on the request")
        ) { try patch(["namespace": "dev"]) }
    }

    @Test func `a write that changes nothing makes no revision`() throws {
        var api = try APIServer.sample()
        let map = try api.createConfigMap("a", ["k": "v"])
        let revision = api.store.revision
        let same = try api.update(.configMaps, map, as: .admin)
        #expect(same.resourceVersion == map.resourceVersion)
        #expect(api.store.revision == revision)
    }

    @Test func `a status write leaves the spec alone, and the other way round`() throws {
        var api = try APIServer.sample()
        var web = try api.create(.deployments, Self.deployment(replicas: 1), as: .admin)
        web["status", "readyReplicas"] = 1
        web["spec", "replicas"] = 9
        web = try api.updateStatus(.deployments, web, as: .controller("deployment-controller"))
        #expect(web["spec"]?["replicas"] == 1)
        #expect(web["status"]?["readyReplicas"] == 1)
        web["status", "readyReplicas"] = 5
        web["spec", "replicas"] = 3
        web = try api.update(.deployments, web, as: .admin)
        #expect(web["status"]?["readyReplicas"] == 1)
        #expect(web["spec"]?["replicas"] == 3)
    }

    @Test func `scaling goes through the scale view`() throws {
        var api = try APIServer.sample()
        try api.create(.deployments, Self.deployment(replicas: 1), as: .admin)
        let scale = try api.patch(
            .deployments, ObjectKey(namespace: "default", name: "web"), subresource: "scale", .merge,
            ["spec": ["replicas": 4]], as: .admin)
        #expect(scale.kind == "Scale")
        #expect(scale["status"]?["selector"] == "app=web")
        #expect(api.get(.deployments, ObjectKey(namespace: "default", name: "web"))?["spec"]?["replicas"] == 4)
    }
}
