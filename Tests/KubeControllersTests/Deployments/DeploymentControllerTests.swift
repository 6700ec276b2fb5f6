import Documents
import KubeAPI
import KubeControllers
import KubeModel
import Testing

struct DeploymentControllerTests {
    private func plane() throws -> ControlPlane {
        try ControlPlane([DeploymentController(), ReplicaSetController()])
    }

    private func image(_ image: String) -> Value {
        ["spec": ["template": ["spec": ["containers": [["name": "main", "image": .string(image)]]]]]]
    }

    private func sizes(_ plane: ControlPlane) -> [String] {
        plane.list(.replicaSets).map { set in
            let image = set["spec"]?["template"]?["spec"]?["containers"]?[0]?["image"]?.string ?? ""
            return "\(image) \(ReplicaSet(set).replicas)/\(ReplicaSet(set).readyReplicas)"
        }.sorted()
    }

    private func revision(_ set: Object) -> String {
        set.annotations[Deployment.revisionAnnotation]?.string ?? ""
    }

    @Test func `makes one replica set and reports progress`() throws {
        var plane = try plane()
        try plane.create(.deployments, Samples.deployment(replicas: 3))
        plane.run(for: .milliseconds(200))
        #expect(
            plane.conditions(.deployments, "web").map { $0.prefix { $0 != ":" } } == [
                "Available=False MinimumReplicasUnavailable", "Progressing=True ReplicaSetUpdated",
            ])
        plane.run(for: .seconds(3))
        let set = try #require(plane.list(.replicaSets).first)
        #expect(
            plane.conditions(.deployments, "web") == [
                "Available=True MinimumReplicasAvailable: Deployment has minimum availability.",
                "Progressing=True NewReplicaSetAvailable: ReplicaSet \"\(set.name)\" has successfully progressed.",
            ])
        var status = plane.get(.deployments, "web")?.status
        status?["conditions"] = nil
        #expect(
            status == [
                "availableReplicas": 3, "observedGeneration": 1, "readyReplicas": 3, "replicas": 3,
                "terminatingReplicas": 0, "updatedReplicas": 3,
            ])
        #expect(
            plane.events(about: "Deployment") == [
                "Normal ScalingReplicaSet Scaled up replica set \(set.name) from 0 to 3"
            ])
        #expect(
            set.annotations == [
                "deployment.kubernetes.io/desired-replicas": "3", "deployment.kubernetes.io/max-replicas": "4",
                "deployment.kubernetes.io/revision": "1",
            ])
        #expect(set.labels["pod-template-hash"]?.string.map { "web-\($0)" } == set.name)
    }

    @Test func `rolls within its limits and keeps the old set`() throws {
        var plane = try plane()
        try plane.create(.deployments, Samples.deployment(replicas: 4))
        plane.run(for: .seconds(3))
        try plane.patch(.deployments, "web", image("nginx:1.26"))
        plane.run(for: .milliseconds(300))
        #expect(sizes(plane) == ["nginx:1.25 3/3", "nginx:1.26 2/0"])
        plane.run(for: .seconds(10))
        #expect(sizes(plane) == ["nginx:1.25 0/0", "nginx:1.26 4/4"])
        #expect(plane.get(.deployments, "web")?.annotations["deployment.kubernetes.io/revision"] == "2")
        let names = plane.list(.replicaSets).sorted { revision($0) < revision($1) }.map(\.name)
        #expect(
            Array(plane.events(about: "Deployment").prefix(4)) == [
                "Normal ScalingReplicaSet Scaled up replica set \(names[0]) from 0 to 4",
                "Normal ScalingReplicaSet Scaled up replica set \(names[1]) from 0 to 1",
                "Normal ScalingReplicaSet Scaled down replica set \(names[0]) from 4 to 3",
                "Normal ScalingReplicaSet Scaled up replica set \(names[1]) from 1 to 2",
            ])
    }

    @Test func `goes back to an old template under a new revision`() throws {
        var plane = try plane()
        try plane.create(.deployments, Samples.deployment(replicas: 2))
        plane.run(for: .seconds(3))
        let first = try #require(plane.list(.replicaSets).first?.name)
        try plane.patch(.deployments, "web", image("nginx:1.26"))
        plane.run(for: .seconds(10))
        try plane.patch(.deployments, "web", image("nginx:1.25"))
        plane.run(for: .seconds(10))
        let annotations = plane.get(.replicaSets, first)?.annotations
        #expect(annotations?["deployment.kubernetes.io/revision"] == "3")
        #expect(annotations?["deployment.kubernetes.io/revision-history"] == "1")
        #expect(sizes(plane) == ["nginx:1.25 2/2", "nginx:1.26 0/0"])
    }

    @Test func `gives up when nothing moves before the deadline`() throws {
        var plane = try plane()
        try plane.create(.deployments, Samples.deployment(replicas: 2))
        try plane.patch(.deployments, "web", ["spec": ["progressDeadlineSeconds": 10]])
        plane.run(for: .seconds(3))
        plane.kubelet.startTime = nil
        try plane.patch(.deployments, "web", image("nginx:broken"))
        plane.run(for: .seconds(9))
        #expect(plane.conditions(.deployments, "web").last?.hasPrefix("Progressing=True ReplicaSetUpdated") == true)
        plane.run(for: .seconds(4))
        #expect(
            plane.conditions(.deployments, "web").last?.hasPrefix("Progressing=False ProgressDeadlineExceeded") == true)
        #expect(plane.conditions(.deployments, "web").first?.hasPrefix("Available=True") == true)
    }

    @Test func `recreates only when every old pod is gone`() throws {
        var plane = try plane()
        try plane.create(.deployments, Samples.deployment(replicas: 3, strategy: ["type": "Recreate"]))
        plane.run(for: .seconds(3))
        try plane.patch(.deployments, "web", image("nginx:1.26"))
        plane.run(for: .seconds(5))
        #expect(sizes(plane) == ["nginx:1.25 0/0", "nginx:1.26 3/3"])
        let steps = plane.events(about: "Deployment").map { $0.split(separator: " ").suffix(4).joined(separator: " ") }
        #expect(steps == ["from 0 to 3", "from 3 to 0", "from 0 to 3"])
    }

    @Test func `scales the sets of an unfinished rollout in proportion`() throws {
        var plane = try plane()
        try plane.create(
            .deployments,
            Samples.deployment(
                replicas: 10,
                strategy: ["type": "RollingUpdate", "rollingUpdate": ["maxSurge": 3, "maxUnavailable": 2]]))
        plane.run(for: .seconds(3))
        plane.kubelet.startTime = nil
        try plane.patch(.deployments, "web", image("nginx:broken"))
        plane.run(for: .seconds(5))
        #expect(sizes(plane) == ["nginx:1.25 8/8", "nginx:broken 5/0"])
        plane.kubelet.startTime = .seconds(1)
        try plane.patch(.deployments, "web", ["spec": ["replicas": 15]])
        plane.run(for: .milliseconds(100))
        #expect(sizes(plane) == ["nginx:1.25 11/8", "nginx:broken 7/0"])
    }

    @Test func `does nothing but scale while it is paused`() throws {
        var plane = try plane()
        try plane.create(.deployments, Samples.deployment(replicas: 2))
        plane.run(for: .seconds(3))
        try plane.patch(.deployments, "web", ["spec": ["paused": true]])
        try plane.patch(.deployments, "web", image("nginx:1.26"))
        plane.run(for: .seconds(3))
        #expect(sizes(plane) == ["nginx:1.25 2/2"])
        #expect(
            plane.conditions(.deployments, "web").last == "Progressing=Unknown DeploymentPaused: Deployment is paused")
        expectCounts(plane.get(.deployments, "web"), ["updatedReplicas": 0, "replicas": 2])
        try plane.patch(.deployments, "web", ["spec": ["paused": false]])
        plane.run(for: .seconds(10))
        #expect(sizes(plane) == ["nginx:1.25 0/0", "nginx:1.26 2/2"])
    }

    @Test func `forgets revisions beyond its history`() throws {
        var plane = try plane()
        var deployment = Samples.deployment(replicas: 1)
        deployment["spec", "revisionHistoryLimit"] = 1
        try plane.create(.deployments, deployment)
        for version in 26...28 {
            plane.run(for: .seconds(10))
            try plane.patch(.deployments, "web", image("nginx:1.\(version)"))
        }
        plane.run(for: .seconds(10))
        #expect(sizes(plane) == ["nginx:1.27 0/0", "nginx:1.28 1/1"])
    }

    @Test func `adopts an orphaned set with its template`() throws {
        var plane = try plane()
        try plane.create(.deployments, Samples.deployment(replicas: 2))
        plane.run(for: .seconds(3))
        var orphan = try #require(plane.list(.replicaSets).first)
        orphan.ownerReferences = []
        try plane.api.update(.replicaSets, orphan, as: .admin)
        plane.run(for: .seconds(3))
        #expect(plane.list(.replicaSets).map(\.uid) == [orphan.uid])
        #expect(plane.list(.replicaSets).first?.controller?.name == "web")
    }
}
