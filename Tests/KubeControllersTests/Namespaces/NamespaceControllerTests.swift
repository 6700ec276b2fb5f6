import Documents
import KubeAPI
import KubeControllers
import KubeModel
import Testing

struct NamespaceControllerTests {
    private func plane() throws -> ControlPlane {
        var plane = try ControlPlane([NamespaceController(), ServiceAccountController(), RootCertificateController()])
        try plane.create(.namespaces, ["metadata": ["name": "stage"]])
        plane.run(for: .milliseconds(50))
        return plane
    }

    @Test func `furnishes a new namespace`() throws {
        var plane = try plane()
        #expect(plane.list(.serviceAccounts, namespace: "stage").map(\.name) == ["default"])
        #expect(plane.list(.configMaps, namespace: "stage").map(\.name) == ["kube-root-ca.crt"])
        try plane.delete(.serviceAccounts, "default", namespace: "stage")
        plane.run(for: .milliseconds(50))
        #expect(plane.list(.serviceAccounts, namespace: "stage").map(\.name) == ["default"])
    }

    @Test func `empties a namespace and lets it go`() throws {
        var plane = try plane()
        try plane.create(.configMaps, ["metadata": ["name": "app", "namespace": "stage"]])
        try plane.delete(.namespaces, "stage")
        plane.run(for: .seconds(4))
        #expect(plane.get(.namespaces, "stage") != nil)
        plane.run(for: .seconds(2))
        #expect(plane.get(.namespaces, "stage") == nil)
        #expect(plane.list(.configMaps, namespace: "stage") == [])
    }

    @Test func `says what holds a namespace back`() throws {
        var plane = try plane()
        try plane.create(
            .configMaps, ["metadata": ["name": "app", "namespace": "stage", "finalizers": ["example.com/hold"]]])
        try plane.delete(.namespaces, "stage")
        plane.run(for: .seconds(9))
        #expect(
            plane.conditions(.namespaces, "stage") == [
                "NamespaceDeletionDiscoveryFailure=False ResourcesDiscovered: All resources successfully discovered",
                "NamespaceDeletionGroupVersionParsingFailure=False ParsedGroupVersions: All legacy kube types successfully parsed",
                "NamespaceDeletionContentFailure=False ContentDeleted: All content successfully deleted, may be waiting on finalization",
                "NamespaceContentRemaining=True SomeResourcesRemain: Some resources are remaining: configmaps. has 1 resource instances",
                "NamespaceFinalizersRemaining=True SomeFinalizersRemain: Some content in the namespace has finalizers remaining: example.com/hold in 1 resource instances",
            ])
        try plane.patch(.configMaps, "app", ["metadata": ["finalizers": .null]], namespace: "stage")
        plane.run(for: .seconds(10))
        #expect(plane.get(.namespaces, "stage") == nil)
    }
}
