import Documents
import KubeAPI
import KubeControllers
import KubeModel
import Testing

/// A template that changes while a rollout is on its way, and a name that is taken.
struct RolloverTests {
    private func plane() throws -> ControlPlane {
        try ControlPlane([DeploymentController(), ReplicaSetController(), GarbageCollector()])
    }

    private func setImage(_ image: String, _ plane: inout ControlPlane) throws {
        try plane.patch(
            .deployments, "web",
            ["spec": ["template": ["spec": ["containers": [["name": "main", "image": .string(image)]]]]]])
    }

    private func sizes(_ plane: ControlPlane) -> [String: Int] {
        var sizes: [String: Int] = [:]
        for set in plane.list(.replicaSets) {
            let image = set["spec"]?["template"]?["spec"]?["containers"]?[0]?["image"]?.string ?? ""
            sizes[image] = set["spec"]?["replicas"]?.int
        }
        return sizes
    }

    @Test func `a newer template takes over from one that is half rolled out`() throws {
        var plane = try plane()
        try plane.create(.deployments, Samples.deployment(replicas: 4))
        plane.run(for: .seconds(3))
        plane.kubelet.startTime = nil
        try setImage("nginx:broken", &plane)
        plane.run(for: .seconds(3))
        #expect(sizes(plane) == ["nginx:1.25": 3, "nginx:broken": 2])
        plane.kubelet.startTime = .seconds(1)
        try setImage("nginx:1.26", &plane)
        plane.run(for: .seconds(15))
        #expect(sizes(plane) == ["nginx:1.25": 0, "nginx:broken": 0, "nginx:1.26": 4])
        #expect(plane.get(.deployments, "web")?.annotations["deployment.kubernetes.io/revision"] == "3")
    }

    @Test func `a name that another set has leads to another hash`() throws {
        var plane = try plane()
        try plane.create(.deployments, Samples.deployment(replicas: 1))
        plane.run(for: .seconds(3))
        let name = plane.list(.replicaSets)[0].name
        try plane.delete(.deployments, "web", .orphan)
        plane.run(for: .seconds(1))
        try plane.delete(.replicaSets, name)
        plane.run(for: .seconds(3))
        var foreign = Samples.replicaSet(name, replicas: 0, labels: ["app": "other"])
        foreign["metadata", "name"] = .string(name)
        try plane.create(.replicaSets, foreign)
        try plane.create(.deployments, Samples.deployment(replicas: 1))
        plane.run(for: .seconds(3))
        let own = plane.list(.replicaSets).filter { $0.controller?.name == "web" }
        #expect(own.count == 1)
        #expect(own[0].name != name)
        #expect(plane.get(.deployments, "web")?["status"]?["collisionCount"] == 1)
    }
}
