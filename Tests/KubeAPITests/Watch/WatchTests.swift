import Documents
import KubeModel
import Testing

@testable import KubeAPI

struct WatchTests {
    static func request(_ change: (inout RequestOptions) -> Void = { _ in }) -> APIRequest {
        var request = APIRequest(.watch, .configMaps, namespace: "default")
        change(&request.options)
        return request
    }

    static func lines(_ events: [WatchEvent]) -> [String] {
        events.map { "\($0.kind.rawValue) \($0.object.name)" }
    }

    @Test func `without a revision begins with what is there`() throws {
        var api = try APIServer.sample()
        _ = try api.createConfigMap("b")
        _ = try api.createConfigMap("a")
        _ = try api.createConfigMap("c", namespace: "dev")
        var watch = try api.watch(Self.request())
        #expect(Self.lines(try watch.next(from: api)) == ["ADDED a", "ADDED b"])
        try api.delete(.configMaps, ObjectKey(namespace: "default", name: "b"), as: .admin)
        #expect(Self.lines(try watch.next(from: api)) == ["DELETED b"])
        #expect(try watch.next(from: api).isEmpty)
    }

    @Test func `from a revision tells only what came after it`() throws {
        var api = try APIServer.sample()
        let first = try api.createConfigMap("a")
        _ = try api.createConfigMap("b")
        var watch = try api.watch(Self.request { $0.resourceVersion = first.resourceVersion })
        let events = try watch.next(from: api)
        #expect(Self.lines(events) == ["ADDED b"])
        #expect(events.first?.object.resourceVersion == String(api.store.revision))
    }

    @Test func `an object that leaves the selection is deleted, and one that enters it is added`() throws {
        var api = try APIServer.sample()
        var map = try api.createConfigMap("a")
        var watch = try api.watch(Self.request { $0.labelSelector = "v=1" })
        #expect(try watch.next(from: api).isEmpty)
        map.labels = ["v": "1"]
        map = try api.update(.configMaps, map, as: .admin)
        #expect(Self.lines(try watch.next(from: api)) == ["ADDED a"])
        map["data"] = ["k": "v"]
        map = try api.update(.configMaps, map, as: .admin)
        #expect(Self.lines(try watch.next(from: api)) == ["MODIFIED a"])
        map.labels = ["v": "2"]
        map = try api.update(.configMaps, map, as: .admin)
        let events = try watch.next(from: api)
        #expect(Self.lines(events) == ["DELETED a"])
        #expect(events.first?.object.labels == ["v": "1"])
        #expect(events.first?.object.resourceVersion == map.resourceVersion)
    }

    @Test func `a bookmark comes when nothing else has for a minute, and a watch can go on from it`() throws {
        var api = try APIServer.sample()
        _ = try api.createConfigMap("a")
        var watch = try api.watch(Self.request { $0.allowsWatchBookmarks = true })
        _ = try watch.next(from: api)
        _ = try api.createConfigMap("elsewhere", namespace: "dev")
        api.now = api.now + .seconds(61)
        let events = try watch.next(from: api)
        #expect(
            events.map(\.value) == [
                [
                    "type": "BOOKMARK",
                    "object": [
                        "apiVersion": "v1", "kind": "ConfigMap",
                        "metadata": [
                            "creationTimestamp": .null, "resourceVersion": .string(String(api.store.revision)),
                        ],
                    ],
                ]
            ])
        #expect(try watch.next(from: api).isEmpty)
        var later = try api.watch(Self.request { $0.resourceVersion = String(api.store.revision) })
        _ = try api.createConfigMap("b")
        #expect(Self.lines(try later.next(from: api)) == ["ADDED b"])
    }

    @Test func `initial events end with a marked bookmark`() throws {
        var api = try APIServer.sample()
        let map = try api.createConfigMap("a")
        var watch = try api.watch(
            Self.request {
                $0.sendsInitialEvents = true
                $0.resourceVersionMatch = "NotOlderThan"
                $0.resourceVersion = map.resourceVersion
                $0.allowsWatchBookmarks = true
            })
        let events = try watch.next(from: api)
        #expect(Self.lines(events) == ["ADDED a", "BOOKMARK "])
        #expect(events.last?.object.annotations == ["k8s.io/initial-events-end": "true"])
    }

    @Test func `from a forgotten revision is refused as gone`() throws {
        var api = try APIServer.sample()
        let map = try api.createConfigMap("a")
        var watch = try api.watch(Self.request { $0.resourceVersion = map.resourceVersion })
        for index in 0...(2 * Store.historyLimit) {
            _ = api.store.put(StoreTests.configMap("c\(index % 7)"), as: .configMaps)
        }
        let message = "too old resource version: \(map.resourceVersion) (\(api.store.compactedRevision))"
        expectFailure(.gone(message)) { _ = try watch.next(from: api) }
        expectFailure(.gone(message)) {
            _ = try api.watch(Self.request { $0.resourceVersion = map.resourceVersion })
        }
        #expect(APIError.gone(message).code == 410)
        #expect(APIError.gone(message).reason == "Expired")
    }

    @Test(arguments: [
        (
            nil as Bool?, "Exact",
            "ListOptions.meta.k8s.io \"\" is invalid: [resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided, resourceVersionMatch: Unsupported value: \"Exact\": supported values: \"NotOlderThan\"]"
        ),
        (
            true, "",
            "ListOptions.meta.k8s.io \"\" is invalid: resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan"
        ),
    ])
    func `options that do not go together are refused`(initial: Bool?, match: String, message: String) throws {
        let api = try APIServer.sample()
        let request = Self.request {
            $0.sendsInitialEvents = initial
            $0.resourceVersionMatch = match
        }
        let error = #expect(throws: APIError.self) { _ = try api.watch(request) }
        #expect(error?.message == message)
    }

    @Test func `two groups that share their objects see the same events, each in its own form`() throws {
        var api = try APIServer.sample()
        var core = try api.watch(APIRequest(.watch, .events, namespace: "default"))
        var group = try api.watch(APIRequest(.watch, .eventsV1, namespace: "default"))
        try api.create(
            .eventsV1,
            [
                "metadata": ["name": "e", "namespace": "default"], "eventTime": "2026-01-01T00:00:00.000000Z",
                "regarding": ["kind": "Pod", "name": "web", "namespace": "default"], "note": "said", "reason": "Tested",
                "type": "Normal", "action": "Testing", "reportingController": "example.com/tests",
                "reportingInstance": "one",
            ], as: .admin)
        #expect(try core.next(from: api).map { $0.object["message"] } == ["said"])
        #expect(try group.next(from: api).map { $0.object["note"] } == ["said"])
    }
}
