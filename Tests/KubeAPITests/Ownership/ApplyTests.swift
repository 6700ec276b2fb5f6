import Documents
import KubeModel
import Testing

@testable import KubeAPI

struct ApplyTests {
    static let key = ObjectKey(namespace: "default", name: "notes")

    static func apply(_ api: inout APIServer, _ data: Object, manager: String, force: Bool = false) throws -> Object {
        var request = APIRequest(
            .patch, .configMaps, namespace: key.namespace, name: key.name,
            body: [
                "apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "notes", "namespace": "default"],
                "data": .object(data),
            ])
        request.patchType = .apply
        request.options.fieldManager = manager
        request.options.force = force
        guard case .object(let object) = try api.handle(request).payload else { return Object() }
        return object
    }

    @Test func `a field that is no longer applied is given up and goes`() throws {
        var api = try APIServer.sample()
        _ = try Self.apply(&api, ["a": "one"], manager: "kubectl")
        let map = try Self.apply(&api, ["b": "two"], manager: "kubectl")
        #expect(map["data"] == ["b": "two"])
        #expect(map["metadata"]?["managedFields"]?[0]?["fieldsV1"] == ["f:data": ["f:b": [:]]])
    }

    @Test func `a field of another manager is a conflict unless forced`() throws {
        var api = try APIServer.sample()
        _ = try Self.apply(&api, ["a": "one"], manager: "kubectl")
        expectFailure(.applyConflict([FieldConflict(manager: "\"kubectl\"", field: ".data.a")])) {
            _ = try Self.apply(&api, ["a": "two"], manager: "ci")
        }
        let map = try Self.apply(&api, ["a": "two"], manager: "ci", force: true)
        #expect(map["data"] == ["a": "two"])
        #expect(map["metadata"]?["managedFields"]?.array?.compactMap { $0["manager"]?.string } == ["ci"])
    }

    @Test func `two managers may share a field that both set alike`() throws {
        var api = try APIServer.sample()
        _ = try Self.apply(&api, ["a": "one"], manager: "kubectl")
        _ = try Self.apply(&api, ["a": "one", "b": "two"], manager: "ci")
        let map = try Self.apply(&api, [:], manager: "ci")
        #expect(map["data"] == ["a": "one"])
    }

    @Test func `an update takes the fields that it changes`() throws {
        var api = try APIServer.sample()
        var map = try Self.apply(&api, ["a": "one", "b": "two"], manager: "kubectl")
        map["data", "a"] = "changed"
        map = try api.update(.configMaps, map, as: .admin)
        expectFailure(.applyConflict([FieldConflict(manager: "\"kubectl\" using v1", field: ".data.a")])) {
            _ = try Self.apply(&api, ["a": "one"], manager: "ci")
        }
    }
}
