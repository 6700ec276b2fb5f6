import Documents
import KubeAPI
import KubeModel
import KubeNodes
import Simulation
import Testing

/// Requests from outside through an Ingress, in a cluster with a controller for its class.
struct IngressTimelineTests {
    private static let shop = """
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata: {name: nginx}
        spec: {controller: k8s.io/ingress-nginx}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: web, labels: {app: web}}
        spec: {containers: [{name: c, image: "httpd:2.4"}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {selector: {app: web}, ports: [{name: http, port: 8080, targetPort: 80}]}
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: shop}
        spec:
          ingressClassName: nginx
          rules:
          - host: shop.example.com
            http:
              paths:
              - {path: /, pathType: Prefix, backend: {service: {name: web, port: {name: http}}}}
              - {path: /gone, pathType: Exact, backend: {service: {name: nobody, port: {number: 80}}}}
        """

    @Test(arguments: [
        ("http://shop.example.com/", 200), ("http://shop.example.com/gone", 503),
        ("http://shop.example.com/gone/too", 404),
    ])
    func `answers by host and path`(url: String, status: Int) throws {
        var line = try Timeline(.eks)
        try line.apply(Self.shop)
        line.run(to: 10)
        guard case .response(let response) = line.cluster.fetch(url, from: "outside", namespace: "default") else {
            Issue.record("no answer from \(url)")
            return
        }
        #expect(response.status == status)
    }

    @Test func `nobody answers before there is a balancer`() throws {
        var line = try Timeline(.eks)
        try line.apply(Self.shop)
        line.run(to: 1)
        #expect(
            line.cluster.fetch("http://shop.example.com/", from: "outside", namespace: "default")
                == .failure(.unknownHost("shop.example.com")))
    }
}
