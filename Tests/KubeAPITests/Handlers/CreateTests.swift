import Documents
import KubeModel
import Testing

@testable import KubeAPI

struct CreateTests {
    static func message(_ body: () throws -> Void) -> String? {
        #expect(throws: APIError.self, performing: body)?.message
    }

    @Test func `a prefix gets five letters, and others when they are taken`() throws {
        var api = try APIServer.sample()
        let made = try (0..<3).map { _ in
            try api.create(.configMaps, ["metadata": ["generateName": "made-", "namespace": "default"]], as: .admin)
        }
        #expect(Set(made.map(\.name)).count == 3)
        #expect(made.allSatisfy { $0.name.hasPrefix("made-") && $0.name.utf8.count == 10 })
    }

    @Test func `a new object has no revision yet`() throws {
        var api = try APIServer.sample()
        var map = try api.createConfigMap("a")
        map.name = "b"
        #expect(
            Self.message { try api.create(.configMaps, map, as: .admin) }
                == "resourceVersion should not be set on objects to be created")
    }

    @Test func `what the server alone may say is taken from nobody`() throws {
        var api = try APIServer.sample()
        let map = try api.create(
            .configMaps,
            [
                "metadata": [
                    "name": "a", "namespace": "default", "uid": "mine", "creationTimestamp": "2000-01-01T00:00:00Z",
                    "deletionTimestamp": "2000-01-01T00:00:00Z", "generation": 7,
                ]
            ], as: .admin)
        #expect(map.uid != "mine")
        #expect(map["metadata"]?["creationTimestamp"] == .string(api.now.rfc3339))
        #expect(!map.isTerminating)
        #expect(map.generation == 0)
    }

    @Test func `a kind that the group does not have is named`() throws {
        var api = try APIServer.sample()
        let body: Object = ["apiVersion": "apps/v1", "kind": "deployment", "metadata": ["namespace": "default"]]
        #expect(
            Self.message { try api.create(.deployments, body, as: .admin) }
                == #"deployment in version "v1" cannot be handled as a Deployment: no kind "deployment" is registered for version "apps/v1" in scheme "pkg/api/legacyscheme/scheme.go:30""#
        )
    }

    @Test func `the namespace of the object is that of the address`() throws {
        var api = try APIServer.sample()
        let request = APIRequest(
            .create, .configMaps, namespace: "dev", body: ["metadata": ["name": "a", "namespace": "default"]])
        #expect(
            Self.message { _ = try api.handle(request) }
                == "the namespace of the provided object does not match the namespace sent on the request")
    }

    @Test func `a trial answers as the real thing and stores nothing`() throws {
        var api = try APIServer.sample()
        var request = APIRequest(.create, .configMaps, namespace: "default", body: ["metadata": ["name": "a"]])
        request.options.isDryRun = true
        let response = try api.handle(request)
        guard case .object(let object) = response.payload else {
            Issue.record("no object")
            return
        }
        #expect(response.isCreated)
        #expect(!object.uid.isEmpty)
        #expect(api.get(.configMaps, ObjectKey(namespace: "default", name: "a")) == nil)
    }
}
