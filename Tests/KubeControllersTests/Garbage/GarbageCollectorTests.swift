import Documents
import KubeAPI
import KubeControllers
import KubeModel
import Testing

struct GarbageCollectorTests {
    private func plane() throws -> ControlPlane {
        var plane = try ControlPlane([DeploymentController(), ReplicaSetController(), GarbageCollector()])
        try plane.create(.deployments, Samples.deployment(replicas: 2))
        plane.run(for: .seconds(3))
        return plane
    }

    @Test func `takes the children along in the background`() throws {
        var plane = try plane()
        try plane.delete(.deployments, "web", .background)
        #expect(plane.list(.deployments) == [])
        plane.run(for: .seconds(2))
        #expect(plane.list(.replicaSets) == [])
        #expect(plane.list(.pods) == [])
    }

    @Test func `lets the owner go last in the foreground`() throws {
        var plane = try plane()
        plane.kubelet.stopTime = .seconds(5)
        for pod in plane.list(.pods) {
            try plane.patch(.pods, pod.name, ["metadata": ["finalizers": ["example.com/hold"]]])
        }
        try plane.delete(.deployments, "web", .foreground)
        plane.run(for: .seconds(2))
        #expect(plane.get(.deployments, "web")?.isTerminating == true)
        #expect(plane.list(.replicaSets).allSatisfy { $0.isTerminating })
        for pod in plane.list(.pods) {
            try plane.patch(.pods, pod.name, ["metadata": ["finalizers": .null]])
        }
        plane.run(for: .seconds(10))
        #expect(plane.list(.deployments) + plane.list(.replicaSets) + plane.list(.pods) == [])
    }

    @Test func `leaves orphans behind when asked`() throws {
        var plane = try plane()
        try plane.delete(.deployments, "web", .orphan)
        plane.run(for: .seconds(2))
        #expect(plane.list(.deployments) == [])
        #expect(plane.list(.replicaSets).map(\.ownerReferences) == [[]])
        #expect(plane.list(.pods).count == 2)
    }

    @Test func `deletes what names an owner that was never there`() throws {
        var plane = try plane()
        let owner = OwnerReference(
            apiVersion: "v1", kind: "ConfigMap", name: "parent", uid: "0-0", isController: false,
            blocksOwnerDeletion: false)
        try plane.create(
            .configMaps,
            ["metadata": ["name": "child", "namespace": "default", "ownerReferences": [owner.value]]])
        plane.run(for: .seconds(1))
        #expect(plane.get(.configMaps, "child") == nil)
    }

    @Test func `takes only the lost one of two owners out`() throws {
        var plane = try plane()
        for name in ["one", "two"] {
            try plane.create(.configMaps, ["metadata": ["name": .string(name), "namespace": "default"]])
        }
        let owners = ["one", "two"].map { name in
            OwnerReference(
                apiVersion: "v1", kind: "ConfigMap", name: name, uid: plane.get(.configMaps, name)?.uid ?? "",
                isController: false, blocksOwnerDeletion: false)
        }
        try plane.create(
            .configMaps,
            ["metadata": ["name": "child", "namespace": "default", "ownerReferences": .array(owners.map(\.value))]])
        try plane.delete(.configMaps, "one")
        plane.run(for: .seconds(1))
        #expect(plane.get(.configMaps, "child")?.ownerReferences.map(\.name) == ["two"])
        try plane.delete(.configMaps, "two")
        plane.run(for: .seconds(1))
        #expect(plane.get(.configMaps, "child") == nil)
    }
}
