import Documents
import KubeModel
import Testing

@testable import KubeAPI

struct StoreTests {
    static func configMap(_ name: String, namespace: String = "default", data: Object = [:]) -> Object {
        ["metadata": ["name": .string(name), "namespace": .string(namespace)], "data": .object(data)]
    }

    @Test func `revisions grow by one at each write and are stored in the object`() {
        var store = Store()
        let first = store.put(Self.configMap("a"), as: .configMaps)
        let second = store.put(Self.configMap("b"), as: .configMaps)
        #expect(first.resourceVersion == "1")
        #expect(second.resourceVersion == "2")
        #expect(store.revision == 2)
    }

    @Test func `lists by namespace and name whatever the order of writes`() {
        var store = Store()
        for (name, namespace) in [("b", "x"), ("a", "y"), ("c", "x"), ("a", "x")] {
            _ = store.put(Self.configMap(name, namespace: namespace), as: .configMaps)
        }
        let all = store.list(ResourceType.configMaps.groupResource, namespace: nil).map(\.key.description)
        #expect(all == ["x/a", "x/b", "x/c", "y/a"])
        #expect(store.list(ResourceType.configMaps.groupResource, namespace: "y").count == 1)
    }

    @Test func `history tells every change once, in order, with what was there before`() throws {
        var store = Store()
        let first = store.put(Self.configMap("a"), as: .configMaps)
        let second = store.put(Self.configMap("a", data: ["k": "v"]), as: .configMaps)
        store.remove(second, of: .configMaps)
        let changes = try #require(store.changes(since: 0))
        #expect(changes.map(\.action) == [.added, .modified, .deleted])
        #expect(changes.map(\.revision) == [1, 2, 3])
        #expect(changes.dropFirst().first?.old == first)
        #expect(try #require(store.changes(since: 2)).map(\.action) == [.deleted])
        #expect(try #require(store.changes(since: 3)).isEmpty)
    }

    @Test func `a deletion tells the object as it was stored`() throws {
        var store = Store()
        var map = store.put(Self.configMap("a"), as: .configMaps)
        map["data"] = ["never": "stored"]
        store.remove(map, of: .configMaps)
        let change = try #require(store.changes(since: 1)?.first)
        #expect(change.object["data"] == [:])
        #expect(change.object.resourceVersion == "2")
    }

    @Test func `forgets old history and says so`() {
        var store = Store()
        for index in 0...(2 * Store.historyLimit) { _ = store.put(Self.configMap("c\(index)"), as: .configMaps) }
        #expect(store.changes(since: 0) == nil)
        #expect(store.changes(since: store.compactedRevision)?.count == Store.historyLimit)
        #expect(store.changes(since: store.compactedRevision)?.first?.revision == store.compactedRevision + 1)
    }

    @Test func `finds dependents by owner and pods by node, and forgets them with the object`() {
        var store = Store()
        var pod: Object = ["metadata": ["name": "p", "namespace": "default"], "spec": ["nodeName": "n1"]]
        pod.ownerReferences = [OwnerReference(apiVersion: "apps/v1", kind: "ReplicaSet", name: "rs", uid: "u1")]
        let stored = store.put(pod, as: .pods)
        let pods = ResourceType.pods.groupResource
        #expect(store.list(pods, dependentOn: "u1").map(\.name) == ["p"])
        #expect(store.list(pods, onNode: "n1").map(\.name) == ["p"])
        store.remove(stored, of: .pods)
        #expect(store.list(pods, dependentOn: "u1").isEmpty)
        #expect(store.list(pods, onNode: "n1").isEmpty)
    }

    @Test func `a copy lives its own life`() {
        var store = Store()
        _ = store.put(Self.configMap("a"), as: .configMaps)
        let snapshot = store
        _ = store.put(Self.configMap("b"), as: .configMaps)
        #expect(snapshot.count(ResourceType.configMaps.groupResource) == 1)
        #expect(snapshot.revision == 1)
    }
}
