import Documents
import KubeModel
import Testing

@testable import KubeAPI

struct DeleteTests {
    @Test func `an object without finalizers is gone at once`() throws {
        var api = try APIServer.sample()
        let map = try api.createConfigMap("a")
        try api.delete(.configMaps, map.key, as: .admin)
        #expect(api.get(.configMaps, map.key) == nil)
    }

    @Test func `a running pod is marked and keeps its grace period until the node lets it go`() throws {
        var api = try APIServer.sample()
        let pod = try api.createPod("web", node: "n1")
        try api.delete(.pods, pod.key, as: .admin)
        let marked = try #require(api.get(.pods, pod.key))
        #expect(marked["metadata"]?["deletionGracePeriodSeconds"] == 30)
        #expect(marked.deletionTimestamp == api.now + .seconds(30))
        #expect(marked.generation == 2)
        var options = RequestOptions()
        options.gracePeriodSeconds = 0
        try api.delete(.pods, pod.key, options: options, as: .node("n1"))
        #expect(api.get(.pods, pod.key) == nil)
    }

    @Test func `a pod that no node has yet goes at once`() throws {
        var api = try APIServer.sample()
        let pod = try api.createPod("web")
        try api.delete(.pods, pod.key, as: .admin)
        #expect(api.get(.pods, pod.key) == nil)
    }

    @Test func `finalizers hold an object until the last is taken away`() throws {
        var api = try APIServer.sample()
        var map = try api.createConfigMap("a")
        map.finalizers = ["example.com/hold"]
        map = try api.update(.configMaps, map, as: .admin)
        try api.delete(.configMaps, map.key, as: .admin)
        var held = try #require(api.get(.configMaps, map.key))
        #expect(held.isTerminating)
        held.finalizers = []
        try api.update(.configMaps, held, as: .admin)
        #expect(api.get(.configMaps, map.key) == nil)
    }

    @Test func `foreground deletion waits for the garbage collector`() throws {
        var api = try APIServer.sample()
        let map = try api.createConfigMap("a")
        var options = RequestOptions()
        options.propagationPolicy = .foreground
        try api.delete(.configMaps, map.key, options: options, as: .admin)
        #expect(api.get(.configMaps, map.key)?.finalizers == ["foregroundDeletion"])
    }

    @Test func `the first namespaces stay`() throws {
        var api = try APIServer.sample()
        expectFailure(
            .forbidden(
                ResourceType.namespaces.groupResource, name: "default", message: "this namespace may not be deleted")
        ) { try api.delete(.namespaces, ObjectKey(name: "default"), as: .admin) }
    }

    @Test func `what is missing in a missing namespace names the namespace`() throws {
        var api = try APIServer.sample()
        expectFailure(.notFound(ResourceType.namespaces.groupResource, name: "shop")) {
            try api.delete(.pods, ObjectKey(namespace: "shop", name: "web"), as: .admin)
        }
        expectFailure(.notFound(ResourceType.pods.groupResource, name: "web")) {
            try api.delete(.pods, ObjectKey(namespace: "dev", name: "web"), as: .admin)
        }
    }
}
