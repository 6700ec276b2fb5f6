import Documents
import KubeAPI
import KubeControllers
import KubeModel
import Testing

/// A pod that waits is tried again when that may help, and only then.
struct SchedulerHintTests {
    private func tries(_ change: (inout Object) -> Void, then act: (inout ControlPlane) throws -> Void) throws -> Int {
        var plane = try ControlPlane([NodeLifecycleController()], nodes: 2)
        try plane.create(.pods, Samples.pod("other", labels: ["app": "other"]))
        var pod = Samples.pod("late")
        change(&pod)
        plane.run(for: .seconds(3))
        try plane.create(.pods, pod)
        plane.run(for: .seconds(3))
        try act(&plane)
        plane.run(for: .seconds(3))
        return plane.scheduler?.attempts(for: ObjectKey(namespace: "default", name: "late")).count ?? 0
    }

    private static let label: Value = ["metadata": ["labels": ["disk": "ssd"]]]

    @Test func `a label helps a selector`() throws {
        let select = { (pod: inout Object) in pod["spec", "nodeSelector"] = ["disk": "ssd"] }
        #expect(try tries(select) { try $0.patch(.nodes, "node-0", Self.label) } == 2)
        #expect(
            try tries(select) { try $0.patch(.nodes, "node-0", ["metadata": ["labels": ["disk": "hdd"]]]) } == 1)
        #expect(try tries(select) { try $0.delete(.pods, "other") } == 1)
    }

    @Test func `a pod that goes helps one that lacks room, and a label does not`() throws {
        let big = { (pod: inout Object) in
            pod["spec", "containers"] = [
                ["name": "main", "image": "nginx", "resources": ["requests": ["cpu": "64"], "limits": ["cpu": "64"]]]
            ]
        }
        #expect(try tries(big) { try $0.delete(.pods, "other") } == 2)
        #expect(try tries(big) { try $0.patch(.nodes, "node-0", Self.label) } == 1)
    }
}
