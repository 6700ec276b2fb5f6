import Documents
import KubeAPI
import KubeControllers
import KubeModel
import Testing

struct DaemonSetControllerTests {
    private func plane() throws -> ControlPlane {
        var plane = try ControlPlane(
            [DaemonSetController(), NodeLifecycleController(), TaintEvictionController()], nodes: 3)
        var set = Samples.workload("DaemonSet", "agent", replicas: 0, labels: ["app": "agent"])
        set["spec", "replicas"] = nil
        set["spec", "revisionHistoryLimit"] = 10
        set["spec", "updateStrategy"] = [
            "type": "RollingUpdate", "rollingUpdate": ["maxSurge": 0, "maxUnavailable": 1],
        ]
        try plane.create(.daemonSets, set)
        plane.run(for: .seconds(3))
        return plane
    }

    private func nodes(_ plane: ControlPlane) -> [String] { plane.list(.pods).compactMap { Pod($0).nodeName }.sorted() }

    @Test func `runs one pod on each node`() throws {
        let plane = try plane()
        #expect(nodes(plane) == ["node-0", "node-1", "node-2"])
        #expect(
            plane.get(.daemonSets, "agent")?["status"] == [
                "currentNumberScheduled": 3, "desiredNumberScheduled": 3, "numberAvailable": 3, "numberMisscheduled": 0,
                "numberReady": 3, "observedGeneration": 1, "updatedNumberScheduled": 3,
            ])
        #expect(
            Set(plane.events(about: "DaemonSet"))
                == Set(plane.list(.pods).map { "Normal SuccessfulCreate Created pod: \($0.name)" }))
    }

    @Test func `follows the labels of nodes`() throws {
        var plane = try plane()
        try plane.patch(
            .daemonSets, "agent", ["spec": ["template": ["spec": ["nodeSelector": ["disk": "ssd"]]]]])
        plane.run(for: .seconds(4))
        #expect(nodes(plane) == [])
        expectCounts(plane.get(.daemonSets, "agent"), ["desiredNumberScheduled": 0, "numberReady": 0])
        try plane.patch(.nodes, "node-1", ["metadata": ["labels": ["disk": "ssd"]]])
        plane.run(for: .seconds(3))
        #expect(nodes(plane) == ["node-1"])
        try plane.patch(.nodes, "node-1", ["metadata": ["labels": ["disk": .null]]])
        plane.run(for: .seconds(3))
        #expect(nodes(plane) == [])
    }

    @Test func `replaces one pod at a time`() throws {
        var plane = try plane()
        try plane.patch(
            .daemonSets, "agent",
            ["spec": ["template": ["spec": ["containers": [["name": "main", "image": "nginx:1.26"]]]]]])
        plane.run(for: .seconds(1))
        #expect(plane.list(.pods).count { Pod($0).isReady && !$0.isTerminating } == 2)
        plane.run(for: .seconds(10))
        #expect(plane.list(.pods).allSatisfy { $0["spec"]?["containers"]?[0]?["image"] == "nginx:1.26" })
        expectCounts(plane.get(.daemonSets, "agent"), ["updatedNumberScheduled": 3, "numberAvailable": 3])
        #expect(plane.list(.controllerRevisions).count == 2)
    }

    @Test func `comes with a new node and stays on a cordoned one`() throws {
        var plane = try plane()
        try plane.addNode("node-3")
        try plane.patch(.nodes, "node-0", ["spec": ["unschedulable": true]])
        plane.run(for: .seconds(3))
        #expect(nodes(plane) == ["node-0", "node-1", "node-2", "node-3"])
        #expect(
            plane.get(.nodes, "node-0")?["spec"]?["taints"] == [
                [
                    "effect": "NoSchedule", "key": "node.kubernetes.io/unschedulable",
                    "timeAdded": "2026-11-22T12:00:03Z",
                ]
            ])
    }
}
