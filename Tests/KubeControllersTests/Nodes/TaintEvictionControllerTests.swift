import Documents
import KubeAPI
import KubeControllers
import KubeModel
import Testing

struct TaintEvictionControllerTests {
    private func plane() throws -> ControlPlane {
        try ControlPlane(
            [TaintEvictionController(), NodeLifecycleController(), PodGarbageCollector(), ReplicaSetController()],
            nodes: 1)
    }

    private func taint(_ plane: inout ControlPlane) throws {
        try plane.patch(
            .nodes, "node-0", ["spec": ["taints": [["key": "maintenance", "value": "yes", "effect": "NoExecute"]]]])
    }

    private func tolerating(_ name: String, seconds: Int?) -> Object {
        var pod = Samples.pod(name)
        var toleration: Object = ["key": "maintenance", "operator": "Exists", "effect": "NoExecute"]
        if let seconds { toleration["tolerationSeconds"] = Value(seconds) }
        pod["spec", "tolerations"] = [.object(toleration)]
        return pod
    }

    @Test func `evicts by the patience of each pod`() throws {
        var plane = try plane()
        try plane.create(.pods, Samples.pod("plain"))
        try plane.create(.pods, tolerating("soon", seconds: 15))
        try plane.create(.pods, tolerating("forever", seconds: nil))
        plane.run(for: .seconds(2))
        try taint(&plane)
        plane.run(for: .seconds(5))
        #expect(plane.list(.pods).map(\.name) == ["forever", "soon"])
        plane.run(for: .seconds(15))
        #expect(plane.list(.pods).map(\.name) == ["forever"])
        #expect(
            plane.events(about: "Pod").filter { $0.contains("Taint") } == [
                "Normal TaintManagerEviction Marking for deletion Pod default/plain",
                "Normal TaintManagerEviction Marking for deletion Pod default/soon",
            ])
    }

    @Test func `forgives when the taint goes in time`() throws {
        var plane = try plane()
        try plane.create(.pods, tolerating("soon", seconds: 15))
        plane.run(for: .seconds(2))
        try taint(&plane)
        plane.run(for: .seconds(5))
        try plane.patch(.nodes, "node-0", ["spec": ["taints": .null]])
        plane.run(for: .seconds(60))
        #expect(plane.list(.pods).map(\.name) == ["soon"])
        #expect(
            plane.events(about: "Pod").contains("Normal TaintManagerEviction Cancelling deletion of Pod default/soon"))
    }

    @Test func `taints a node that is not ready and evicts after five minutes`() throws {
        var plane = try plane()
        try plane.create(.pods, Samples.pod("web"))
        plane.run(for: .seconds(3))
        var node = try #require(plane.get(.nodes, "node-0"))
        node.setCondition(["type": "Ready", "status": "Unknown", "reason": "NodeStatusUnknown"])
        try plane.api.updateStatus(.nodes, node, as: .node("node-0"))
        plane.run(for: .seconds(1))
        #expect(
            plane.get(.nodes, "node-0").map { Node($0).taints.map(\.key) } == [
                "node.kubernetes.io/unreachable", "node.kubernetes.io/unreachable",
            ])
        #expect(plane.get(.pods, "web").map { Pod($0).isReady } == false)
        #expect(plane.events(about: "Node") == ["Normal NodeNotReady Node node-0 status is now: NodeNotReady"])
        plane.run(for: .seconds(280))
        #expect(plane.get(.pods, "web")?.isTerminating == false)
        plane.run(for: .seconds(30))
        #expect(plane.get(.pods, "web") == nil)
    }

    @Test func `clears away the pods of a node that is gone`() throws {
        var plane = try plane()
        try plane.create(.pods, Samples.pod("web"))
        plane.run(for: .seconds(3))
        try plane.delete(.nodes, "node-0")
        plane.run(for: .seconds(30))
        #expect(plane.list(.pods).count == 1)
        plane.run(for: .seconds(30))
        #expect(plane.list(.pods) == [])
    }
}
