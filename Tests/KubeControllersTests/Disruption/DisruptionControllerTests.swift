import Documents
import KubeAPI
import KubeControllers
import KubeModel
import Testing

struct DisruptionControllerTests {
    private func plane(_ spec: Object) throws -> ControlPlane {
        var plane = try ControlPlane(
            [DisruptionController(), DeploymentController(), ReplicaSetController()], nodes: 2)
        try plane.create(.deployments, Samples.deployment(replicas: 4))
        plane.run(for: .seconds(3))
        var full = spec
        full["selector"] = ["matchLabels": ["app": "web"]]
        try plane.create(
            .podDisruptionBudgets, ["metadata": ["name": "web", "namespace": "default"], "spec": .object(full)])
        plane.run(for: .seconds(1))
        return plane
    }

    @Test(arguments: [
        (["minAvailable": 3] as Object, 3, 1), (["minAvailable": "50%"] as Object, 2, 2),
        (["maxUnavailable": 1] as Object, 3, 1), (["maxUnavailable": "30%"] as Object, 2, 2),
        (["minAvailable": 4] as Object, 4, 0),
    ])
    func `allows as many disruptions as the budget has left`(spec: Object, desired: Int, allowed: Int) throws {
        let plane = try plane(spec)
        expectCounts(
            plane.get(.podDisruptionBudgets, "web"),
            [
                "currentHealthy": 4, "desiredHealthy": desired, "disruptionsAllowed": allowed, "expectedPods": 4,
                "observedGeneration": 1,
            ])
        let reason = allowed > 0 ? "True SufficientPods" : "False InsufficientPods"
        #expect(plane.conditions(.podDisruptionBudgets, "web") == ["DisruptionAllowed=\(reason): "])
    }

    @Test func `lets evictions through one by one`() throws {
        var plane = try plane(["minAvailable": 3])
        let pods = plane.list(.pods).map(\.name)
        func evict(_ name: String) throws {
            var request = APIRequest(.create, .pods, namespace: "default", name: name, body: [:])
            request.subresource = "eviction"
            _ = try plane.api.handle(request)
        }
        try evict(pods[0])
        #expect(throws: APIError.self) { try evict(pods[1]) }
        plane.run(for: .seconds(5))
        expectCounts(plane.get(.podDisruptionBudgets, "web"), ["currentHealthy": 4, "disruptionsAllowed": 1])
        try evict(pods[1])
    }
}
