import Documents
import KubeAPI
import KubeControllers
import KubeModel
import Testing

struct IngressControllerTests {
    private func plane(class className: String?, controller: String) throws -> ControlPlane {
        var plane = try ControlPlane([IngressController()])
        var ingress: Object = [
            "metadata": ["name": "shop", "namespace": "default"],
            "spec": ["defaultBackend": ["service": ["name": "shop", "port": ["number": 80]]]],
        ]
        ingress["spec", "ingressClassName"] = className.map { .string($0) }
        try plane.create(.ingresses, ingress)
        plane.run(for: .seconds(1))
        try plane.create(
            .ingressClasses, ["metadata": ["name": "web"], "spec": ["controller": .string(controller)]])
        plane.run(for: .seconds(1))
        return plane
    }

    private func hostname(_ plane: ControlPlane) -> String? {
        plane.get(.ingresses, "shop")?["status"]?["loadBalancer"]?["ingress"]?[0]?["hostname"]?.string
    }

    @Test(arguments: [
        ("k8s.io/ingress-nginx", "Normal Sync Scheduled for sync"),
        ("ingress.k8s.aws/alb", "Normal SuccessfullyReconciled Successfully reconciled"),
    ])
    func `hands out a host name two seconds after there is a class for it`(controller: String, event: String) throws {
        var plane = try plane(class: "web", controller: controller)
        #expect(hostname(plane) == nil)
        plane.run(for: .seconds(2))
        #expect(hostname(plane)?.hasPrefix("k8s-default-shop-") == true)
        #expect(plane.events(about: "Ingress") == [event])
    }

    @Test(arguments: [("other", "k8s.io/ingress-nginx"), (nil, "k8s.io/ingress-nginx"), ("web", "example.com/own")])
    func `leaves ingresses of others alone`(className: String?, controller: String) throws {
        var plane = try plane(class: className, controller: controller)
        plane.run(for: .seconds(10))
        #expect(hostname(plane) == nil)
    }
}
