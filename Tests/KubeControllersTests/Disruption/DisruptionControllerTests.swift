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

    @Test(arguments: [
        (["maxUnavailable": 1] as Object, 0, 0, ["Warning UnmanagedPods"]), (["minAvailable": 1] as Object, 2, 1, []),
    ])
    func `a pod that nobody owns counts only for a number of pods`(
        spec: Object, expected: Int, allowed: Int, events: [String]
    ) throws {
        var plane = try ControlPlane([DisruptionController()])
        for name in ["one", "two"] { try plane.create(.pods, Samples.pod(name, labels: ["app": "web"])) }
        plane.run(for: .seconds(3))
        var full = spec
        full["selector"] = ["matchLabels": ["app": "web"]]
        try plane.create(
            .podDisruptionBudgets, ["metadata": ["name": "web", "namespace": "default"], "spec": .object(full)])
        plane.run(for: .seconds(1))
        expectCounts(
            plane.get(.podDisruptionBudgets, "web"), ["expectedPods": expected, "disruptionsAllowed": allowed])
        let found = plane.events(about: "PodDisruptionBudget")
        #expect(found.map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == events)
        #expect(
            found.allSatisfy {
                $0.contains(
                    "(selector: &LabelSelector{MatchLabels:map[string]string{app: web,},MatchExpressions:[]LabelSelectorRequirement{},}) were found to be unmanaged."
                )
            })
    }

    @Test func `the pods of a DaemonSet have no scale`() throws {
        var plane = try ControlPlane([DisruptionController(), DaemonSetController()], nodes: 1)
        try plane.create(
            .daemonSets,
            [
                "metadata": ["name": "agent", "namespace": "default"],
                "spec": [
                    "selector": ["matchLabels": ["app": "web"]],
                    "template": ["metadata": ["labels": ["app": "web"]], "spec": Samples.podSpec()],
                ],
            ])
        plane.run(for: .seconds(3))
        try plane.create(
            .podDisruptionBudgets,
            [
                "metadata": ["name": "web", "namespace": "default"],
                "spec": ["maxUnavailable": 1, "selector": ["matchLabels": ["app": "web"]]],
            ])
        plane.run(for: .seconds(1))
        let problem = "daemonsets.apps does not implement the scale subresource"
        #expect(plane.conditions(.podDisruptionBudgets, "web") == ["DisruptionAllowed=False SyncFailed: \(problem)"])
        #expect(
            plane.events(about: "PodDisruptionBudget") == [
                "Warning CalculateExpectedPodCountFailed Failed to calculate the number of expected pods: \(problem) (x2)"
            ])
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
