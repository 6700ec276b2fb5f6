import Documents
import KubeModel
import Testing

@testable import KubeAPI

struct DeletePolicyTests {
    static func delete(
        _ resource: ResourceType, _ key: ObjectKey, _ api: inout APIServer,
        _ change: (inout RequestOptions) -> Void = { _ in }
    ) throws(APIError) {
        var options = RequestOptions()
        change(&options)
        try api.delete(resource, key, options: options, as: .admin)
    }

    @Test func `a precondition names the object that is meant`() throws {
        var api = try APIServer.sample()
        let map = try api.createConfigMap("a")
        expectFailure(
            .conflict(
                ResourceType.configMaps.groupResource, name: "a",
                message: "Precondition failed: UID in precondition: other, UID in object meta: \(map.uid)")
        ) { try Self.delete(.configMaps, map.key, &api) { $0.preconditionUID = "other" } }
        expectFailure(
            .conflict(
                ResourceType.configMaps.groupResource, name: "a",
                message:
                    "Precondition failed: ResourceVersion in precondition: 1, ResourceVersion in object meta: \(map.resourceVersion)"
            )
        ) { try Self.delete(.configMaps, map.key, &api) { $0.preconditionResourceVersion = "1" } }
        try Self.delete(.configMaps, map.key, &api) {
            $0.preconditionUID = map.uid
            $0.preconditionResourceVersion = map.resourceVersion
        }
        #expect(api.get(.configMaps, map.key) == nil)
    }

    @Test func `orphaning waits for the garbage collector`() throws {
        var api = try APIServer.sample()
        let map = try api.createConfigMap("a")
        try Self.delete(.configMaps, map.key, &api) { $0.propagationPolicy = .orphan }
        #expect(api.get(.configMaps, map.key)?.finalizers == ["orphan"])
        try Self.delete(.configMaps, map.key, &api) { $0.propagationPolicy = .background }
        #expect(api.get(.configMaps, map.key) == nil)
    }

    @Test(arguments: [(5, 5), (0, 5), (-1, 1)])
    func `a grace period can be made shorter`(second: Int, kept: Int) throws {
        var api = try APIServer.sample()
        let pod = try api.createPod("web", node: "n1")
        try Self.delete(.pods, pod.key, &api) { $0.gracePeriodSeconds = 5 }
        try Self.delete(.pods, pod.key, &api) { $0.gracePeriodSeconds = second }
        let left = api.get(.pods, pod.key)?["metadata"]?["deletionGracePeriodSeconds"]?.int
        #expect(left == (second == 0 ? nil : kept))
    }

    @Test func `a collection is deleted by its labels, one by one`() throws {
        var api = try APIServer.sample()
        for (name, color) in [("a", "red"), ("b", "blue"), ("c", "red")] {
            var map = try api.createConfigMap(name)
            map.labels = ["color": .string(color)]
            try api.update(.configMaps, map, as: .admin)
        }
        var request = APIRequest(.deletecollection, .configMaps, namespace: "default")
        request.options.labelSelector = "color=red"
        guard case .list(let list) = try api.handle(request).payload else {
            Issue.record("no list")
            return
        }
        #expect(list.items.map(\.name) == ["a", "c"])
        #expect(api.list(.configMaps, namespace: "default").map(\.name) == ["b"])
    }
}
