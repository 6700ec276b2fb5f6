import Documents
import KubeAPI
import KubeControllers
import KubeModel
import Testing

struct NodeLifecycleControllerTests {
    private func plane() throws -> ControlPlane {
        try ControlPlane([NodeLifecycleController()], nodes: 1)
    }

    private func taints(_ plane: ControlPlane) -> [String] {
        Node(plane.get(.nodes, "node-0") ?? [:]).taints.map { "\($0.key):\($0.effect.rawValue)" }
    }

    private func setCondition(_ type: String, _ status: String, in plane: inout ControlPlane) throws {
        var node = try #require(plane.get(.nodes, "node-0"))
        node.setCondition([
            "type": .string(type), "status": .string(status), "reason": "Test",
            "lastTransitionTime": .string(plane.api.now.rfc3339),
        ])
        try plane.api.updateStatus(.nodes, node, as: .node("node-0"))
    }

    @Test(arguments: [
        ("MemoryPressure", "node.kubernetes.io/memory-pressure:NoSchedule"),
        ("DiskPressure", "node.kubernetes.io/disk-pressure:NoSchedule"),
        ("PIDPressure", "node.kubernetes.io/pid-pressure:NoSchedule"),
        ("NetworkUnavailable", "node.kubernetes.io/network-unavailable:NoSchedule"),
    ])
    func `a pressure becomes a taint and goes with it`(condition: String, taint: String) throws {
        var plane = try plane()
        try setCondition(condition, "True", in: &plane)
        plane.run(for: .seconds(1))
        #expect(taints(plane) == [taint])
        try setCondition(condition, "False", in: &plane)
        plane.run(for: .seconds(1))
        #expect(taints(plane) == [])
    }

    @Test func `a cordoned node is tainted`() throws {
        var plane = try plane()
        try plane.patch(.nodes, "node-0", ["spec": ["unschedulable": true]])
        plane.run(for: .seconds(1))
        #expect(taints(plane) == ["node.kubernetes.io/unschedulable:NoSchedule"])
        try plane.patch(.nodes, "node-0", ["spec": ["unschedulable": .null]])
        plane.run(for: .seconds(1))
        #expect(taints(plane) == [])
    }

    @Test func `a node that says it is not ready keeps pods away and sends them off`() throws {
        var plane = try plane()
        try plane.create(.pods, Samples.pod("web"))
        plane.run(for: .seconds(2))
        try setCondition("Ready", "False", in: &plane)
        plane.run(for: .seconds(1))
        #expect(
            taints(plane) == ["node.kubernetes.io/not-ready:NoSchedule", "node.kubernetes.io/not-ready:NoExecute"])
        #expect(plane.get(.pods, "web")?.condition("Ready")?["status"] == "False")
        #expect(plane.events(about: "Node") == ["Normal NodeNotReady Node node-0 status is now: NodeNotReady"])
        try setCondition("Ready", "True", in: &plane)
        plane.run(for: .seconds(1))
        #expect(taints(plane) == [])
    }
}
