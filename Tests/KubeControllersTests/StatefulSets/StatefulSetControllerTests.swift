import Documents
import KubeAPI
import KubeControllers
import KubeModel
import Testing

struct StatefulSetControllerTests {
    private func plane() throws -> ControlPlane {
        try ControlPlane([StatefulSetController(), GarbageCollector()])
    }

    private func set(_ replicas: Int, _ change: (inout Object) -> Void = { _ in }) -> Object {
        var object = Samples.workload("StatefulSet", "db", replicas: replicas, labels: ["app": "db"])
        object["spec", "serviceName"] = "db"
        object["spec", "podManagementPolicy"] = "OrderedReady"
        object["spec", "revisionHistoryLimit"] = 10
        object["spec", "updateStrategy"] = ["type": "RollingUpdate", "rollingUpdate": ["partition": 0]]
        change(&object)
        return object
    }

    private func image(_ image: String) -> Value {
        ["spec": ["template": ["spec": ["containers": [["name": "main", "image": .string(image)]]]]]]
    }

    private func images(_ plane: ControlPlane) -> [String] {
        plane.list(.pods).map { $0["spec"]?["containers"]?[0]?["image"]?.string ?? "" }
    }

    @Test func `creates one pod after the other`() throws {
        var plane = try plane()
        try plane.create(.statefulSets, set(3))
        plane.run(for: .milliseconds(900))
        #expect(plane.list(.pods).map(\.name) == ["db-0"])
        plane.run(for: .seconds(1))
        #expect(plane.list(.pods).map(\.name) == ["db-0", "db-1"])
        plane.run(for: .seconds(3))
        #expect(plane.list(.pods).map(\.name) == ["db-0", "db-1", "db-2"])
        let pod = try #require(plane.get(.pods, "db-1"))
        let revision = try #require(plane.get(.statefulSets, "db")?["status"]?["updateRevision"]?.string)
        #expect(
            pod.labels == [
                "app": "db", "apps.kubernetes.io/pod-index": "1", "controller-revision-hash": .string(revision),
                "statefulset.kubernetes.io/pod-name": "db-1",
            ])
        #expect(pod["spec"]?["hostname"] == "db-1")
        #expect(pod["spec"]?["subdomain"] == "db")
        #expect(
            plane.get(.statefulSets, "db")?["status"] == [
                "availableReplicas": 3, "collisionCount": 0, "currentReplicas": 3, "currentRevision": .string(revision),
                "observedGeneration": 1, "readyReplicas": 3, "replicas": 3, "updateRevision": .string(revision),
                "updatedReplicas": 3,
            ])
        #expect(
            plane.events(about: "StatefulSet")
                == (0..<3).map {
                    "Normal SuccessfulCreate Create Pod db-\($0) in StatefulSet db successful"
                })
    }

    @Test func `takes the last pods away first and brings a deleted one back`() throws {
        var plane = try plane()
        try plane.create(.statefulSets, set(3))
        plane.run(for: .seconds(6))
        try plane.patch(.statefulSets, "db", ["spec": ["replicas": 1]])
        plane.run(for: .seconds(6))
        #expect(plane.list(.pods).map(\.name) == ["db-0"])
        let uid = plane.get(.pods, "db-0")?.uid
        try plane.delete(.pods, "db-0")
        plane.run(for: .seconds(4))
        #expect(plane.get(.pods, "db-0")?.uid != uid)
        #expect(plane.get(.pods, "db-0").map { Pod($0).isReady } == true)
    }

    @Test func `updates from the last ordinal down to the partition`() throws {
        var plane = try plane()
        try plane.create(.statefulSets, set(4) { $0["spec", "podManagementPolicy"] = "Parallel" })
        plane.run(for: .milliseconds(500))
        #expect(plane.list(.pods).count == 4)
        plane.run(for: .seconds(3))
        try plane.patch(.statefulSets, "db", ["spec": ["updateStrategy": ["rollingUpdate": ["partition": 2]]]])
        try plane.patch(.statefulSets, "db", image("nginx:1.26"))
        plane.run(for: .seconds(10))
        #expect(images(plane) == ["nginx:1.25", "nginx:1.25", "nginx:1.26", "nginx:1.26"])
        expectCounts(plane.get(.statefulSets, "db"), ["currentReplicas": 2, "updatedReplicas": 2])
        try plane.patch(.statefulSets, "db", ["spec": ["updateStrategy": ["rollingUpdate": ["partition": 0]]]])
        plane.run(for: .seconds(10))
        #expect(images(plane) == ["nginx:1.26", "nginx:1.26", "nginx:1.26", "nginx:1.26"])
        expectCounts(plane.get(.statefulSets, "db"), ["currentReplicas": 4, "updatedReplicas": 4])
        #expect(plane.list(.controllerRevisions).compactMap { $0["revision"]?.int }.sorted() == [1, 2])
    }

    @Test func `leaves pods to be deleted by hand`() throws {
        var plane = try plane()
        try plane.create(.statefulSets, set(2) { $0["spec", "updateStrategy"] = ["type": "OnDelete"] })
        plane.run(for: .seconds(4))
        try plane.patch(.statefulSets, "db", image("nginx:1.26"))
        plane.run(for: .seconds(4))
        #expect(images(plane) == ["nginx:1.25", "nginx:1.25"])
        try plane.delete(.pods, "db-1")
        plane.run(for: .seconds(4))
        #expect(images(plane) == ["nginx:1.25", "nginx:1.26"])
    }

    @Test func `makes the claims of its pods and leaves them behind`() throws {
        var plane = try plane()
        try plane.create(
            .statefulSets,
            set(1) {
                $0["spec", "volumeClaimTemplates"] = [
                    [
                        "metadata": ["name": "data"],
                        "spec": ["accessModes": ["ReadWriteOnce"], "resources": ["requests": ["storage": "5Gi"]]],
                    ]
                ]
            })
        plane.run(for: .seconds(1))
        #expect(plane.list(.persistentVolumeClaims).map(\.name) == ["data-db-0"])
        #expect(plane.list(.persistentVolumeClaims).first?.labels["app"] == "db")
        #expect(
            plane.get(.pods, "db-0")?["spec"]?["volumes"]?.array?.first
                == ["name": "data", "persistentVolumeClaim": ["claimName": "data-db-0"]])
        #expect(
            plane.events(about: "StatefulSet") == [
                "Normal SuccessfulCreate Create Claim data-db-0 Pod db-0 in StatefulSet db success",
                "Normal SuccessfulCreate Create Pod db-0 in StatefulSet db successful",
            ])
        try plane.delete(.statefulSets, "db", .background)
        plane.run(for: .seconds(3))
        #expect(plane.list(.pods) == [])
        #expect(plane.list(.persistentVolumeClaims).count == 1)
    }
}
