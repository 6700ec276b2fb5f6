import Documents
import KubeModel
import Testing

@testable import KubeAPI

struct ResizeTests {
    static func resize(_ resources: Value, of first: Value) throws -> Object {
        var api = try APIServer.sample()
        try api.create(
            .pods,
            [
                "metadata": ["name": "web", "namespace": "default"],
                "spec": ["containers": [["name": "web", "image": "nginx", "resources": first]]],
            ], as: .admin)
        return try api.patch(
            .pods, ObjectKey(namespace: "default", name: "web"), subresource: "resize", .strategicMerge,
            ["spec": ["containers": [["name": "web", "image": "other", "resources": resources]]]], as: .admin)
    }

    @Test func `cpu and memory of a container change, and nothing else`() throws {
        let pod = try Self.resize(["requests": ["cpu": "200m"]], of: ["requests": ["cpu": "100m"]])
        let container = pod["spec"]?["containers"]?[0]
        #expect(container?["resources"] == ["requests": ["cpu": "200m"]])
        #expect(container?["image"] == "nginx")
        #expect(pod.generation == 2)
    }

    static let refused: [(first: Value, resources: Value, message: String)] = [
        (
            ["requests": ["cpu": "100m", "memory": "1Gi"]], ["requests": ["cpu": .null]],
            "Pod \"web\" is invalid: spec.containers[0].resources.requests: Forbidden: resource requests cannot be removed"
        ),
        (
            ["requests": ["cpu": "100m"]],
            ["requests": ["memory": "1Gi"], "limits": ["cpu": "100m", "memory": "1Gi"]],
            "Pod \"web\" is invalid: spec: Invalid value: \"Burstable\": Pod QOS Class may not change as a result of resizing"
        ),
        (
            ["requests": ["cpu": "100m"]], ["requests": ["ephemeral-storage": "1Gi"]],
            "Pod \"web\" is invalid: spec: Forbidden: only cpu and memory resources are mutable"
        ),
    ]

    @Test(arguments: refused)
    func `what cannot be resized is refused`(first: Value, resources: Value, message: String) {
        let error = #expect(throws: APIError.self) { _ = try Self.resize(resources, of: first) }
        #expect(error?.message == message)
    }
}
