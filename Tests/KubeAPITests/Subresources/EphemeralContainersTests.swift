import Documents
import KubeModel
import Testing

@testable import KubeAPI

struct EphemeralContainersTests {
    static let key = ObjectKey(namespace: "default", name: "web")

    static func add(_ container: Value, _ api: inout APIServer, type: PatchType = .strategicMerge) throws -> Object {
        try api.patch(
            .pods, key, subresource: "ephemeralcontainers", type, ["spec": ["ephemeralContainers": [container]]],
            as: .admin)
    }

    static func message(_ body: () throws -> Void) -> String? {
        #expect(throws: APIError.self, performing: body)?.message
    }

    @Test func `a container comes to a pod, and a second beside it`() throws {
        var api = try APIServer.sample()
        _ = try api.createPod("web", node: "n1")
        let pod = try Self.add(["name": "one", "image": "busybox"], &api)
        let containers = pod["spec"]?["ephemeralContainers"]?.array ?? []
        #expect(containers.count == 1)
        #expect(containers.first?["terminationMessagePath"] == "/dev/termination-log")
        #expect(containers.first?["imagePullPolicy"] == "Always")
        #expect(pod.generation == 2)
        let more = try Self.add(["name": "two", "image": "busybox", "targetContainerName": "web"], &api)
        #expect(
            more["spec"]?["ephemeralContainers"]?.array?.compactMap { $0["name"]?.string }.sorted() == ["one", "two"])
    }

    @Test func `nothing else of the pod changes on this way`() throws {
        var api = try APIServer.sample()
        let old = try api.createPod("web", node: "n1")
        let pod = try api.patch(
            .pods, Self.key, subresource: "ephemeralcontainers", .merge,
            [
                "metadata": ["labels": ["a": "b"]],
                "spec": [
                    "containers": [["name": "web", "image": "other"]],
                    "ephemeralContainers": [["name": "one", "image": "busybox"]],
                ],
            ], as: .admin)
        #expect(pod["spec"]?["containers"] == old["spec"]?["containers"])
        #expect(pod.labels == old.labels)
    }

    @Test func `what came stays as it is`() throws {
        var api = try APIServer.sample()
        _ = try api.createPod("web", node: "n1")
        _ = try Self.add(["name": "one", "image": "busybox"], &api)
        let removed = Self.message { _ = try Self.add(["name": "two", "image": "busybox"], &api, type: .merge) }
        #expect(
            removed
                == "Pod \"web\" is invalid: spec.ephemeralContainers: Forbidden: existing ephemeral containers \"one\" may not be removed\n"
        )
        let changed = Self.message { _ = try Self.add(["name": "one", "image": "nginx"], &api) }
        #expect(
            changed?.hasPrefix(
                "Pod \"web\" is invalid: spec.ephemeralContainers: Forbidden: existing ephemeral containers \"one\" may not be changed\n"
            ) == true)
    }

    static let bad: [(container: Value, message: String)] = [
        (
            ["name": "one", "image": "busybox", "targetContainerName": "no"],
            "Pod \"web\" is invalid: spec.ephemeralContainers[0].targetContainerName: Not found: \"no\""
        ),
        (
            ["name": "web", "image": "busybox"],
            "Pod \"web\" is invalid: spec.ephemeralContainers[0].name: Duplicate value: \"web\""
        ),
        (
            ["name": "one", "image": "busybox", "ports": [["containerPort": 80]]],
            "Pod \"web\" is invalid: spec.ephemeralContainers[0].ports: Forbidden: cannot be set for an Ephemeral Container"
        ),
    ]

    @Test(arguments: bad)
    func `a bad container is refused`(container: Value, message: String) throws {
        var api = try APIServer.sample()
        _ = try api.createPod("web", node: "n1")
        #expect(Self.message { _ = try Self.add(container, &api) } == message)
    }
}
