import Documents
import KubeModel
import Testing

@testable import KubeAPI

struct ListTests {
    static func list(_ api: APIServer, _ change: (inout RequestOptions) -> Void) throws(APIError) -> ObjectList {
        var request = APIRequest(.list, .configMaps, namespace: "default")
        change(&request.options)
        return try api.listObjects(request)
    }

    @Test func `pages show what was there when the first was read`() throws {
        var api = try APIServer.sample()
        for name in ["a", "b", "c", "d"] { _ = try api.createConfigMap(name) }
        let first = try Self.list(api) { $0.limit = 2 }
        #expect(first.items.map(\.name) == ["a", "b"])
        #expect(first.remainingItemCount == 2)
        try api.delete(.configMaps, ObjectKey(namespace: "default", name: "c"), as: .admin)
        _ = try api.createConfigMap("cc")
        let second = try Self.list(api) {
            $0.limit = 2
            $0.continueToken = first.continueToken
        }
        #expect(second.items.map(\.name) == ["c", "d"])
        #expect(second.resourceVersion == first.resourceVersion)
        #expect(second.continueToken.isEmpty)
    }

    @Test func `a token from before the compaction is gone`() throws {
        var api = try APIServer.sample()
        for name in ["a", "b"] { _ = try api.createConfigMap(name) }
        let first = try Self.list(api) { $0.limit = 1 }
        for index in 0...(2 * Store.historyLimit) {
            _ = api.store.put(StoreTests.configMap("c\(index % 7)"), as: .configMaps)
        }
        let error = #expect(throws: APIError.self) { _ = try Self.list(api) { $0.continueToken = first.continueToken } }
        #expect(error?.code == 410)
        #expect(
            error?.message.hasPrefix("The provided continue parameter is too old to display a consistent list result.")
                == true)
    }

    @Test func `a selection does not say how much remains`() throws {
        var api = try APIServer.sample()
        for name in ["a", "b"] { _ = try api.createConfigMap(name) }
        let list = try Self.list(api) {
            $0.limit = 1
            $0.fieldSelector = "metadata.namespace=default"
        }
        #expect(list.remainingItemCount == nil)
        #expect(!list.continueToken.isEmpty)
    }

    @Test func `exactly an earlier revision shows what was there then`() throws {
        var api = try APIServer.sample()
        let map = try api.createConfigMap("a", ["k": "1"])
        var new = map
        new["data", "k"] = "2"
        try api.update(.configMaps, new, as: .admin)
        _ = try api.createConfigMap("b")
        let list = try Self.list(api) {
            $0.resourceVersion = map.resourceVersion
            $0.resourceVersionMatch = "Exact"
        }
        #expect(list.items == [map])
        #expect(list.resourceVersion == map.resourceVersion)
    }

    @Test(arguments: [
        ("continue", "nonsense", "continue key is not valid: nonsense"),
        ("version", "x", "invalid resource version \"x\": strconv.ParseUint: parsing \"x\": invalid syntax"),
        ("version", "999", "Too large resource version: 999, current: 4"),
        (
            "match", "Exact",
            "ListOptions.meta.k8s.io \"\" is invalid: resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided"
        ),
    ])
    func `bad options are refused`(option: String, text: String, message: String) throws {
        let api = try APIServer.sample()
        let error = #expect(throws: APIError.self) {
            _ = try Self.list(api) {
                switch option {
                case "continue": $0.continueToken = text
                case "version": $0.resourceVersion = text
                default: $0.resourceVersionMatch = text
                }
            }
        }
        #expect(error?.message == message)
    }
}
