import Documents
import KubeAPI
import KubeControllers
import KubeModel
import Testing

struct EndpointSliceMirroringControllerTests {
    private func plane(selector: Object? = nil) throws -> ControlPlane {
        var plane = try ControlPlane([
            EndpointSliceController(), EndpointSliceMirroringController(), GarbageCollector(),
        ])
        var service: Object = [
            "metadata": ["name": "db", "namespace": "default"], "spec": ["ports": [["port": 5432]]],
        ]
        service["spec", "selector"] = selector.map { .object($0) }
        try plane.create(.services, service)
        return plane
    }

    private let endpoints: Object = [
        "metadata": [
            "name": "db", "namespace": "default", "labels": ["team": "data"],
            "annotations": ["note": "by hand", "kubectl.kubernetes.io/last-applied-configuration": "{}"],
        ],
        "subsets": [
            [
                "addresses": [["ip": "10.1.2.3"], ["ip": "10.1.2.4", "hostname": "second"]],
                "notReadyAddresses": [["ip": "10.1.2.5"]], "ports": [["name": "pg", "port": 5432]],
            ]
        ],
    ]

    @Test func `copies endpoints written by hand`() throws {
        var plane = try plane()
        try plane.create(.endpoints, endpoints)
        plane.run(for: .seconds(1))
        let slice = try #require(plane.list(.endpointSlices).first)
        #expect(plane.list(.endpointSlices).count == 1)
        #expect(slice.name.hasPrefix("db-") && slice.name.utf8.count == 8)
        #expect(
            slice.labels == [
                "endpointslice.kubernetes.io/managed-by": "endpointslicemirroring-controller.k8s.io",
                "kubernetes.io/service-name": "db", "team": "data",
            ])
        #expect(slice.annotations == ["note": "by hand"])
        #expect(slice.controller?.kind == "Endpoints")
        #expect(slice["ports"] == [["name": "pg", "port": 5432, "protocol": "TCP"]])
        #expect(
            slice["endpoints"] == [
                ["addresses": ["10.1.2.3"], "conditions": ["ready": true]],
                ["addresses": ["10.1.2.4"], "conditions": ["ready": true], "hostname": "second"],
                ["addresses": ["10.1.2.5"], "conditions": ["ready": false]],
            ])
    }

    @Test func `follows a change in the same slice`() throws {
        var plane = try plane()
        try plane.create(.endpoints, endpoints)
        plane.run(for: .seconds(1))
        let name = plane.list(.endpointSlices).first?.name
        try plane.patch(
            .endpoints, "db",
            ["subsets": [["addresses": [["ip": "10.9.9.9"]], "ports": [["name": "pg", "port": 5432]]]]])
        plane.run(for: .seconds(1))
        #expect(plane.list(.endpointSlices).map(\.name) == [name])
        #expect(
            plane.list(.endpointSlices).first?["endpoints"] == [
                ["addresses": ["10.9.9.9"], "conditions": ["ready": true]]
            ])
    }

    private static let others: [(String, Object, Object?)] = [
        ("skipped by its label", ["endpointslice.kubernetes.io/skip-mirror": "true"], nil),
        ("of a service with a selector", [:], ["app": "db"]),
    ]

    @Test(arguments: others)
    func `leaves endpoints alone`(_ why: String, labels: Object, selector: Object?) throws {
        var plane = try plane(selector: selector)
        var endpoints = endpoints
        endpoints.labels = labels
        try plane.create(.endpoints, endpoints)
        plane.run(for: .seconds(1))
        #expect(!plane.list(.endpointSlices).contains { $0.controller?.kind == "Endpoints" }, "\(why)")
    }

    @Test func `slices go with their endpoints`() throws {
        var plane = try plane()
        try plane.create(.endpoints, endpoints)
        plane.run(for: .seconds(1))
        try plane.delete(.endpoints, "db")
        plane.run(for: .seconds(1))
        #expect(plane.list(.endpointSlices).isEmpty)
    }
}
