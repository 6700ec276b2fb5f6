import Documents
import KubeAPI
import KubeControllers
import KubeModel
import Testing

struct LoadBalancerControllerTests {
    @Test func `hands out a host name after a while and takes it back`() throws {
        var plane = try ControlPlane([LoadBalancerController()])
        try plane.create(
            .services,
            [
                "metadata": ["name": "web", "namespace": "default"],
                "spec": ["type": "LoadBalancer", "ports": [["port": 80, "targetPort": 80, "protocol": "TCP"]]],
            ])
        plane.run(for: .seconds(1))
        #expect(plane.get(.services, "web")?["status"]?["loadBalancer"]?["ingress"] == nil)
        plane.run(for: .seconds(3))
        let host = try #require(
            plane.get(.services, "web")?["status"]?["loadBalancer"]?["ingress"]?[0]?["hostname"]?.string)
        #expect(host.hasPrefix("a") && host.hasSuffix(".ap-northeast-1.elb.amazonaws.com"))
        #expect(
            plane.events(about: "Service") == [
                "Normal EnsuringLoadBalancer Ensuring load balancer",
                "Normal EnsuredLoadBalancer Ensured load balancer",
            ])
        try plane.delete(.services, "web")
        plane.run(for: .seconds(1))
        #expect(plane.get(.services, "web") == nil)
    }
}
