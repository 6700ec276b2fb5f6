import Documents
import KubeModel
import Testing

@testable import KubeAPI

struct RequestSizeTests {
    static func note(_ count: Int) -> Value { .string(String(repeating: "x", count: count)) }

    static func message(_ body: () throws -> Void) -> String? {
        #expect(throws: APIError.self, performing: body)?.message
    }

    @Test func `a body of more than three megabytes is not read`() throws {
        var api = try APIServer.sample()
        let revision = api.store.revision
        let message = Self.message { _ = try api.createConfigMap("big", ["a": Self.note(RequestSize.bodyBytesMax)]) }
        #expect(message == "Request entity too large: limit is 3145728")
        #expect(api.store.revision == revision)
    }

    @Test func `an object of more than one and a half megabytes is not stored`() throws {
        var api = try APIServer.sample()
        let bytes: Object = [
            "metadata": ["name": "big", "namespace": "default"], "revision": 1,
            "data": ["a": Self.note(RequestSize.storedBytesMax)],
        ]
        let message = Self.message { try api.create(.controllerRevisions, bytes, as: .admin) }
        #expect(message == "etcdserver: request is too large")
    }

    @Test func `a patch has ten thousand operations at most`() throws {
        var api = try APIServer.sample()
        let map = try api.createConfigMap("a")
        let operation: Value = ["op": "test", "path": "/kind", "value": "ConfigMap"]
        let operations = Value.array(Array(repeating: operation, count: 10_001))
        let message = Self.message { try api.patch(.configMaps, map.key, .json, operations, as: .admin) }
        #expect(
            message
                == "Request entity too large: The allowed maximum operations in a JSON patch is 10000, got 10001")
    }

    @Test func `a name of ten thousand characters is refused by its kind`() throws {
        var api = try APIServer.sample()
        let message = Self.message { _ = try api.createConfigMap(String(repeating: "a", count: 10_000)) }
        #expect(message?.hasSuffix("must be no more than 253 characters") == true)
    }
}
