import Documents
import KubeAPI
import KubeControllers
import KubeModel
import Testing

/// How the pods of a DaemonSet are replaced: by hand, with a second one beside them, after failures.
struct DaemonSetUpdateTests {
    private func plane(_ strategy: Value) throws -> ControlPlane {
        var plane = try ControlPlane([DaemonSetController()], nodes: 3)
        var set = Samples.workload("DaemonSet", "agent", replicas: 0, labels: ["app": "agent"])
        set["spec", "replicas"] = nil
        set["spec", "revisionHistoryLimit"] = 10
        set["spec", "updateStrategy"] = strategy
        try plane.create(.daemonSets, set)
        plane.run(for: .seconds(3))
        try plane.patch(
            .daemonSets, "agent",
            ["spec": ["template": ["spec": ["containers": [["name": "main", "image": "nginx:1.26"]]]]]])
        return plane
    }

    private func images(_ plane: ControlPlane) -> [String] {
        plane.list(.pods).compactMap { $0["spec"]?["containers"]?[0]?["image"]?.string }.sorted()
    }

    @Test func `waits for a hand to delete the old pods`() throws {
        var plane = try plane(["type": "OnDelete"])
        plane.run(for: .seconds(10))
        #expect(images(plane) == ["nginx:1.25", "nginx:1.25", "nginx:1.25"])
        try plane.delete(.pods, plane.list(.pods)[0].name)
        plane.run(for: .seconds(3))
        #expect(images(plane) == ["nginx:1.25", "nginx:1.25", "nginx:1.26"])
    }

    @Test func `puts a new pod beside the old one until it is ready`() throws {
        var plane = try plane(["type": "RollingUpdate", "rollingUpdate": ["maxSurge": 1, "maxUnavailable": 0]])
        var least = 3
        for _ in 0..<40 {
            plane.run(for: .milliseconds(250))
            least = min(least, plane.list(.pods).count { Pod($0).isReady && !$0.isTerminating })
            #expect(plane.list(.pods).count <= 5)
        }
        #expect(least == 3)
        #expect(images(plane) == ["nginx:1.26", "nginx:1.26", "nginx:1.26"])
    }

    @Test func `replaces a pod that fails again and again after ever longer pauses`() throws {
        var plane = try ControlPlane([DaemonSetController()], nodes: 1)
        plane.kubelet.ends = [("agent-", .zero, 1)]
        var set = Samples.workload("DaemonSet", "agent", replicas: 0, labels: ["app": "agent"])
        set["spec", "replicas"] = nil
        set["spec", "updateStrategy"] = ["type": "OnDelete"]
        try plane.create(.daemonSets, set)
        plane.run(for: .seconds(60))
        let created = plane.api.list(.events).filter { $0["reason"] == "SuccessfulCreate" }.compactMap {
            $0["firstTimestamp"]?.string.flatMap(Instant.init(rfc3339:))
        }.map { Int(($0 - ControlPlane.start).components.seconds) }.sorted()
        // It fails after a second; from one replacement to the next it takes 1, 2, 4, 8 and 16 seconds at least.
        #expect(created == [0, 1, 2, 4, 8, 16, 32])
    }
}
