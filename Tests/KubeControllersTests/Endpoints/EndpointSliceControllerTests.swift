import Documents
import KubeAPI
import KubeControllers
import KubeModel
import Testing

struct EndpointSliceControllerTests {
    private func plane() throws -> ControlPlane {
        try ControlPlane(
            [EndpointSliceController(), EndpointsController(), ReplicaSetController(), GarbageCollector()], nodes: 2)
    }

    private func service(_ spec: Object) -> Object {
        [
            "apiVersion": "v1", "kind": "Service", "metadata": ["name": "web", "namespace": "default"],
            "spec": .object(spec),
        ]
    }

    private var plainSpec: Object {
        ["selector": ["app": "web"], "ports": [["port": 80, "targetPort": 8080, "protocol": "TCP"]]]
    }

    @Test func `begins with an empty slice and fills it`() throws {
        var plane = try plane()
        try plane.create(.services, service(plainSpec))
        plane.run(for: .seconds(1))
        var slice = try #require(plane.list(.endpointSlices).first)
        #expect(slice["endpoints"] == .null)
        #expect(slice["ports"] == .null)
        #expect(
            slice.labels == [
                "endpointslice.kubernetes.io/managed-by": "endpointslice-controller.k8s.io",
                "kubernetes.io/service-name": "web",
            ])
        #expect(plane.get(.endpoints, "web")?["subsets"] == nil)
        try plane.create(.replicaSets, Samples.replicaSet(replicas: 1))
        plane.run(for: .seconds(3))
        let pod = try #require(plane.list(.pods).first)
        let same = slice.name
        slice = try #require(plane.list(.endpointSlices).first)
        #expect(slice.name == same)
        let address = try #require(Pod(pod).address)
        let node = try #require(Pod(pod).nodeName)
        #expect(
            slice["endpoints"]?[0] == [
                "addresses": [.string(address)],
                "conditions": ["ready": true, "serving": true, "terminating": false], "nodeName": .string(node),
                "targetRef": [
                    "kind": "Pod", "name": .string(pod.name), "namespace": "default", "uid": .string(pod.uid),
                ],
                "zone": node == "node-0" ? "a" : "b",
            ])
        #expect(slice["ports"] == [["name": "", "port": 8080, "protocol": "TCP"]])
        #expect(plane.get(.endpoints, "web")?["subsets"]?[0]?["addresses"]?[0]?["ip"] == .string(address))
        #expect(plane.get(.endpoints, "web")?.labels == ["endpoints.kubernetes.io/managed-by": "endpoint-controller"])
    }

    @Test func `shows pods that are not ready, that terminate, and that are gone`() throws {
        var plane = try plane()
        plane.kubelet.stopTime = .seconds(5)
        try plane.create(.services, service(plainSpec))
        try plane.create(.replicaSets, Samples.replicaSet(replicas: 2))
        plane.run(for: .seconds(3))
        try plane.patch(.replicaSets, "web", ["spec": ["replicas": 1]])
        plane.run(for: .seconds(1))
        let conditions = plane.list(.endpointSlices).first?["endpoints"]?.array?.compactMap { $0["conditions"] } ?? []
        #expect(
            Set(conditions) == [
                ["ready": true, "serving": true, "terminating": false],
                ["ready": false, "serving": true, "terminating": true],
            ])
        #expect(plane.get(.endpoints, "web")?["subsets"]?[0]?["addresses"]?.array?.count == 1)
        plane.run(for: .seconds(8))
        #expect(plane.list(.endpointSlices).first?["endpoints"]?.array?.count == 1)
    }

    @Test func `lays more than a hundred endpoints into several slices`() throws {
        var plane = try plane()
        try plane.create(.services, service(plainSpec))
        try plane.create(.replicaSets, Samples.replicaSet(replicas: 205))
        plane.run(for: .seconds(5))
        let counts = plane.list(.endpointSlices).map { $0["endpoints"]?.array?.count ?? 0 }
        #expect(counts.reduce(0, +) == 205)
        #expect(counts.allSatisfy { $0 <= 100 })
    }

    @Test func `knows no port of a name that no container has`() throws {
        var plane = try plane()
        try plane.create(
            .services,
            service(["selector": ["app": "web"], "ports": [["port": 80, "targetPort": "https", "protocol": "TCP"]]]))
        try plane.create(.replicaSets, Samples.replicaSet(replicas: 1))
        plane.run(for: .seconds(3))
        let slice = try #require(plane.list(.endpointSlices).first)
        #expect(slice["endpoints"]?.array?.count == 1)
        #expect(slice["ports"] == .null)
        #expect(plane.get(.endpoints, "web")?["subsets"] == nil)
    }

    @Test func `leaves services without a selector alone, and goes with the service`() throws {
        var plane = try plane()
        try plane.create(.services, service(["ports": [["port": 80, "targetPort": 80, "protocol": "TCP"]]]))
        plane.run(for: .seconds(1))
        #expect(plane.list(.endpointSlices) + plane.list(.endpoints) == [])
        try plane.patch(.services, "web", ["spec": ["selector": ["app": "web"]]])
        plane.run(for: .seconds(1))
        #expect(plane.list(.endpointSlices).count == 1)
        try plane.delete(.services, "web")
        plane.run(for: .seconds(1))
        #expect(plane.list(.endpointSlices) + plane.list(.endpoints) == [])
    }
}
