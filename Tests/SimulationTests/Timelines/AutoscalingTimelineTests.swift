import Documents
import KubeAPI
import KubeModel
import KubeNodes
import Simulation
import Testing

/// Metrics and what autoscalers make of them, in a cluster with a metrics server.
struct AutoscalingTimelineTests {
    private static let page = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: page}
        spec:
          replicas: 1
          selector: {matchLabels: {app: page}}
          template:
            metadata: {labels: {app: page}}
            spec:
              containers:
              - {name: c, image: registry.k8s.io/hpa-example, resources: {requests: {cpu: 200m}, limits: {cpu: 500m}}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: page}
        spec: {selector: {app: page}, ports: [{port: 80}]}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: page}
        spec:
          minReplicas: 1
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: page}
          metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}}]
        """

    private static let load = PodTimelineTests.pod(
        "load",
        "{terminationGracePeriodSeconds: 0, containers: [{name: c, image: \"busybox:1.36\", command: [sh, -c, \"while sleep 0.05; do wget -q -O- http://page; done\"]}]}"
    )

    @Test func `load brings more pods at once, and its end takes them away after five minutes`() throws {
        var line = try Timeline(.eks, nodes: 3)
        try line.apply(Self.page)
        line.run(to: 60)
        try line.apply(Self.load)
        let look = { (cluster: Cluster) in
            let page = cluster.api.get(.deployments, ObjectKey(namespace: "default", name: "page")) ?? [:]
            return "\(page["spec"]?["replicas"]?.int ?? 0)"
        }
        // Seventeen requests a second at 8m each are two thirds of the request; the goal is half of it.
        #expect(line.story(to: 300, look) == ["60 1", "75 2"])
        try line.delete(.pods, "load", grace: 0)
        #expect(line.story(to: 900, look) == ["300 2", "600 1"])
        #expect(
            line.events("page", from: "horizontal-pod-autoscaler") == [
                "15 FailedGetResourceMetric", "15 FailedComputeMetricsReplicas", "75 SuccessfulRescale",
                "600 SuccessfulRescale",
            ])
    }

    @Test func `pods have metrics after two readings, nodes at once`() throws {
        var line = try Timeline(.eks)
        try line.apply(PodTimelineTests.pod("web", "{containers: [{name: c, image: \"nginx:1.27\"}]}"))
        func metrics(_ plural: String) throws -> [String] {
            let type = try #require(
                line.cluster.api.resources.type(plural: plural, group: "metrics.k8s.io", version: "v1beta1"))
            var request = APIRequest(.list, type)
            request.user = .admin
            guard case .list(let list) = try line.cluster.send(request).payload else { return [] }
            return list.items.map { JSON.encode($0["usage"] ?? $0["containers"] ?? .null) }
        }
        line.run(to: 15)
        #expect(try metrics("pods") == [])
        #expect(try metrics("nodes") == [#"{"cpu":"45000000n","memory":"634880Ki"}"#])
        line.run(to: 31)
        #expect(try metrics("pods") == [#"[{"name":"c","usage":{"cpu":"1000000n","memory":"6144Ki"}}]"#])
        #expect(try metrics("nodes") == [#"{"cpu":"46000000n","memory":"641024Ki"}"#])
    }

    @Test(arguments: [ClusterProfile.bare, .hollow])
    func `without a metrics server there is no metrics API`(profile: ClusterProfile) throws {
        let line = try Timeline(profile)
        #expect(!line.cluster.api.resources.types.contains { $0.group == "metrics.k8s.io" })
    }
}
