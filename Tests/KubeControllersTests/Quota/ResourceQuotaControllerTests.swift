import Documents
import KubeAPI
import KubeControllers
import KubeModel
import Testing

struct ResourceQuotaControllerTests {
    @Test func `counts what there is and what goes`() throws {
        var plane = try ControlPlane([ResourceQuotaController()])
        try plane.create(.configMaps, ["metadata": ["name": "a", "namespace": "default"]])
        try plane.create(
            .resourceQuotas,
            [
                "metadata": ["name": "objects", "namespace": "default"],
                "spec": ["hard": ["configmaps": "3", "pods": "5"]],
            ])
        plane.run(for: .seconds(1))
        #expect(
            plane.get(.resourceQuotas, "objects")?["status"] == [
                "hard": ["configmaps": "3", "pods": "5"], "used": ["configmaps": "1", "pods": "0"],
            ])
        try plane.delete(.configMaps, "a")
        plane.run(for: .seconds(1))
        #expect(plane.get(.resourceQuotas, "objects")?["status"]?["used"] == ["configmaps": "0", "pods": "0"])
    }
}
