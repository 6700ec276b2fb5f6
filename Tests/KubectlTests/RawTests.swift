import Documents
import KubeAPI
import KubeModel
import Testing

@testable import Kubectl

/// `kubectl get --raw`: the server's own answers.
struct RawTests {
    private func world() -> TestWorld {
        var world = TestWorld()
        for name in ["a", "b", "c"] {
            _ = world.run("create configmap \(name) --from-literal=k=v")
            _ = world.run("label configmap \(name) app=\(name)")
        }
        return world
    }

    private func list(_ world: inout TestWorld, _ query: String) throws -> Value {
        let answer = world.run(["get", "--raw", "/api/v1/namespaces/default/configmaps?\(query)"])
        try #require(answer.code == 0, "\(answer.text)")
        return try JSON.parse(answer.text)
    }

    private func names(_ list: Value) -> [String?] {
        (list["items"]?.array ?? []).map { $0["metadata"]?["name"]?.string }
    }

    @Test func `a long list comes in pages`() throws {
        var world = world()
        let first = try list(&world, "limit=2")
        #expect(names(first) == ["a", "b"])
        #expect(first["metadata"]?["remainingItemCount"] == 1)
        let token = try #require(first["metadata"]?["continue"]?.string)
        let rest = try list(&world, "limit=2&continue=\(token)")
        #expect(names(rest) == ["c"])
        #expect(rest["metadata"]?["continue"] == nil)
    }

    @Test func `a list is narrowed by labels and fields`() throws {
        var world = world()
        #expect(names(try list(&world, "labelSelector=app%3Db")) == ["b"])
        #expect(names(try list(&world, "fieldSelector=metadata.name%3Dc")) == ["c"])
        #expect(
            world.run(["get", "--raw", "/api/v1/namespaces/default/configmaps/x"]).text
                == "Error from server (NotFound): configmaps \"x\" not found\n")
    }
}
