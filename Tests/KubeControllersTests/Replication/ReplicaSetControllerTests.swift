import Documents
import KubeAPI
import KubeControllers
import KubeModel
import Testing

struct ReplicaSetControllerTests {
    @Test func `makes the pods of its template and counts them`() throws {
        var plane = try ControlPlane([ReplicaSetController()])
        try plane.create(.replicaSets, Samples.replicaSet(replicas: 3))
        plane.run(for: .milliseconds(500))
        #expect(plane.list(.pods).count == 3)
        expectCounts(plane.get(.replicaSets, "web"), ["replicas": 3, "readyReplicas": 0])
        plane.run(for: .seconds(2))
        #expect(
            plane.get(.replicaSets, "web")?["status"] == [
                "availableReplicas": 3, "fullyLabeledReplicas": 3, "observedGeneration": 1, "readyReplicas": 3,
                "replicas": 3, "terminatingReplicas": 0,
            ])
        let names = plane.list(.pods).map(\.name)
        #expect(
            Set(plane.events(about: "ReplicaSet")) == Set(names.map { "Normal SuccessfulCreate Created pod: \($0)" }))
        #expect(names.allSatisfy { $0.hasPrefix("web-") && $0.utf8.count == 9 })
    }

    @Test func `replaces a deleted pod`() throws {
        var plane = try ControlPlane([ReplicaSetController()])
        try plane.create(.replicaSets, Samples.replicaSet(replicas: 2))
        plane.run(for: .seconds(2))
        let first = try #require(plane.list(.pods).first)
        try plane.delete(.pods, first.name)
        plane.run(for: .seconds(3))
        #expect(plane.list(.pods).count == 2)
        #expect(!plane.list(.pods).contains { $0.uid == first.uid })
    }

    @Test func `adopts a matching pod and releases a relabelled one`() throws {
        var plane = try ControlPlane([ReplicaSetController()])
        try plane.create(.pods, Samples.pod("early", labels: ["app": "web"]))
        try plane.create(.replicaSets, Samples.replicaSet(replicas: 2))
        plane.run(for: .seconds(2))
        #expect(plane.list(.pods).count == 2)
        #expect(plane.get(.pods, "early")?.controller?.name == "web")
        try plane.patch(.pods, "early", ["metadata": ["labels": ["app": "other"]]])
        plane.run(for: .seconds(2))
        #expect(plane.list(.pods).count == 3)
        #expect(plane.get(.pods, "early")?.ownerReferences == [])
    }

    @Test func `takes the youngest pods away when it shrinks`() throws {
        var plane = try ControlPlane([ReplicaSetController()])
        try plane.create(.replicaSets, Samples.replicaSet(replicas: 2))
        plane.run(for: .seconds(100))
        let old = plane.list(.pods).map(\.name)
        try plane.patch(.replicaSets, "web", ["spec": ["replicas": 4]])
        plane.run(for: .seconds(5))
        try plane.patch(.replicaSets, "web", ["spec": ["replicas": 2]])
        plane.run(for: .seconds(5))
        #expect(plane.list(.pods).map(\.name) == old)
        expectCounts(
            plane.get(.replicaSets, "web"), ["replicas": 2, "terminatingReplicas": 0, "observedGeneration": 3])
    }

    @Test func `counts a pod as available only after minReadySeconds`() throws {
        var plane = try ControlPlane([ReplicaSetController()])
        var set = Samples.replicaSet(replicas: 1)
        set["spec", "minReadySeconds"] = 10
        try plane.create(.replicaSets, set)
        plane.run(for: .seconds(9))
        expectCounts(plane.get(.replicaSets, "web"), ["readyReplicas": 1, "availableReplicas": 0])
        plane.run(for: .seconds(3))
        expectCounts(plane.get(.replicaSets, "web"), ["readyReplicas": 1, "availableReplicas": 1])
    }

    @Test func `says why it cannot create pods`() throws {
        var plane = try ControlPlane([ReplicaSetController()])
        var set = Samples.replicaSet(replicas: 3)
        set["spec", "template", "spec", "serviceAccountName"] = "nobody"
        try plane.create(.replicaSets, set)
        plane.run(for: .milliseconds(20))
        let conditions = plane.conditions(.replicaSets, "web")
        #expect(conditions.count == 1)
        #expect(conditions.first?.hasPrefix("ReplicaFailure=True FailedCreate: pods \"") == true)
        #expect(
            plane.events(about: "ReplicaSet").first?.hasPrefix("Warning FailedCreate Error creating: pods \"") == true)
    }

    @Test func `looks after replication controllers as well`() throws {
        var plane = try ControlPlane([ReplicaSetController(.replicationController)])
        var controller = Samples.workload("ReplicationController", "rc", replicas: 2, labels: ["app": "rc"])
        controller["apiVersion"] = "v1"
        controller["spec", "selector"] = ["app": "rc"]
        try plane.create(.replicationControllers, controller)
        plane.run(for: .seconds(2))
        #expect(
            plane.get(.replicationControllers, "rc")?["status"] == [
                "availableReplicas": 2, "fullyLabeledReplicas": 2, "observedGeneration": 1, "readyReplicas": 2,
                "replicas": 2,
            ])
    }
}
