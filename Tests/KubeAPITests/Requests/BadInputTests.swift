import Documents
import KubeModel
import Testing

@testable import KubeAPI

/// Input that is meant to hurt: refused with the server's status and words, and nothing is stored.
struct BadInputTests {
    private func configMap(_ data: Object, name: String = "big") -> Object {
        ["metadata": ["name": .string(name), "namespace": "default"], "data": .object(data)]
    }

    private func pod(argument: String) -> Object {
        [
            "metadata": ["name": "big", "namespace": "default"],
            "spec": ["containers": [["name": "a", "image": "b", "args": [.string(argument)]]]],
        ]
    }

    @Test func `a request over three megabytes`() throws {
        var api = try APIServer.sample()
        let huge = pod(argument: String(repeating: "x", count: 3 * 1024 * 1024))
        expectFailure(.tooLarge("limit is 3145728")) { try api.create(.pods, huge, as: .admin) }
        #expect(APIError.tooLarge("limit is 3145728").message == "Request entity too large: limit is 3145728")
        #expect(APIError.tooLarge("").code == 413)
        #expect(api.list(.pods).isEmpty)
    }

    @Test func `an object over one and a half megabytes`() throws {
        var api = try APIServer.sample()
        let large = pod(argument: String(repeating: "x", count: 1_600_000))
        expectFailure(.serverFailure("etcdserver: request is too large")) { try api.create(.pods, large, as: .admin) }
        #expect(APIError.serverFailure("").code == 500)
        #expect(APIError.serverFailure("").reason == "")
        #expect(api.list(.pods).isEmpty)
    }

    @Test func `a map over one megabyte`() throws {
        var api = try APIServer.sample()
        let large = configMap(["a": .string(String(repeating: "x", count: 1_048_577))])
        expectFailure(
            .invalid(
                ResourceType.configMaps.groupVersionKind, name: "big",
                [FieldError("[]", .tooLong(maxBytes: 1_048_576))])
        ) { try api.create(.configMaps, large, as: .admin) }
    }

    @Test func `a patch of 10,001 operations`() throws {
        var api = try APIServer.sample()
        let key = try api.createConfigMap("a", ["k": "v"]).key
        let operation: Value = ["op": "add", "path": "/data/k", "value": "w"]
        expectFailure(.tooLarge("The allowed maximum operations in a JSON patch is 10000, got 10001")) {
            try api.patch(.configMaps, key, .json, .array(Array(repeating: operation, count: 10_001)), as: .admin)
        }
        #expect(api.get(.configMaps, key)?["data"] == ["k": "v"])
        let most = Value.array(Array(repeating: operation, count: 10_000))
        #expect(try api.patch(.configMaps, key, .json, most, as: .admin)["data"] == ["k": "w"])
    }

    @Test func `a name of 10,000 characters`() throws {
        var api = try APIServer.sample()
        let name = String(repeating: "n", count: 10_000)
        expectFailure(
            .invalid(
                ResourceType.configMaps.groupVersionKind, name: name,
                [FieldError("metadata.name", .invalid(.string(name), "must be no more than 253 characters"))])
        ) { try api.create(.configMaps, configMap([:], name: name), as: .admin) }
    }

    @Test func `numbers beyond 64 bits`() throws {
        var api = try APIServer.sample()
        let text = #"{"metadata":{"name":"a","namespace":"default"},"spec":{"replicas":99999999999999999999}}"#
        let manifest = try #require(JSON.parse(text).object)
        expectFailure(
            .badRequest(
                #"Deployment in version "v1" cannot be handled as a Deployment: json: cannot unmarshal number 100000000000000000000 into Go struct field DeploymentSpec.spec.replicas of type int32"#
            )
        ) { try api.create(.deployments, manifest, as: .admin) }
    }

    @Test func `nesting over 100 levels`() throws {
        var api = try APIServer.sample()
        var value: Value = "x"
        for _ in 0..<400 { value = ["a": value] }
        expectFailure(
            .badRequest(
                #"ConfigMap in version "v1" cannot be handled as a ConfigMap: json: cannot unmarshal object into Go struct field ConfigMap.data of type string"#
            )
        ) { try api.create(.configMaps, configMap(["a": value]), as: .admin) }
        #expect(api.list(.configMaps).isEmpty)
    }

    @Test func `texts that are too deep, repeat themselves without end or are no UTF-8`() {
        let deep = String(repeating: "[", count: 20_000) + String(repeating: "]", count: 20_000)
        #expect(throws: DocumentError.self) { try JSON.parse(deep) }
        #expect(throws: DocumentError.self) { try YAML.documents(in: deep) }
        var bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n"
        for (name, before) in zip("bcdefgh", "abcdefg") {
            bomb += "\(name): &\(name) [" + Array(repeating: "*\(before)", count: 9).joined(separator: ",") + "]\n"
        }
        #expect(throws: DocumentError.yaml(.excessiveAliasing)) { try YAML.documents(in: bomb) }
        #expect(throws: DocumentError.self) { try YAML.documents(in: Array("a: \"".utf8) + [0xFF, 0xFE, 0x22]) }
    }
}
