import Documents
import KubeAPI
import KubeControllers
import KubeModel
import Testing

struct HorizontalPodAutoscalerControllerTests {
    private static let noMetrics =
        "failed to get cpu utilization: unable to get metrics for resource cpu: unable to fetch metrics from resource metrics API: the server could not find the requested resource (get pods.metrics.k8s.io)"

    private func plane(replicas: Int = 2, request: String? = nil) throws -> ControlPlane {
        var plane = try ControlPlane([
            HorizontalPodAutoscalerController(), DeploymentController(), ReplicaSetController(),
        ])
        var deployment = Samples.deployment(replicas: replicas)
        if let request {
            deployment["spec", "template", "spec", "containers"] = [
                ["name": "main", "image": "nginx:1.25", "resources": ["requests": ["cpu": .string(request)]]]
            ]
        }
        try plane.create(.deployments, deployment)
        try plane.create(
            .horizontalPodAutoscalers,
            [
                "metadata": ["name": "web", "namespace": "default"],
                "spec": [
                    "minReplicas": 2, "maxReplicas": 6,
                    "scaleTargetRef": ["apiVersion": "apps/v1", "kind": "Deployment", "name": "web"],
                    "metrics": [
                        [
                            "type": "Resource",
                            "resource": ["name": "cpu", "target": ["type": "Utilization", "averageUtilization": 50]],
                        ]
                    ],
                ],
            ])
        return plane
    }

    /// Every pod uses so many thousandths of a core.
    private func use(_ milliCPU: Int64, in plane: inout ControlPlane) {
        var metrics = PodMetrics(time: plane.api.now + .seconds(60))
        for pod in plane.list(.pods) {
            metrics.readings[pod.key] = [PodMetrics.Reading(container: "main", milliCPU: milliCPU, memory: 1 << 20)]
        }
        plane.api.metrics = metrics
    }

    @Test func `says that there are no metrics`() throws {
        var plane = try plane()
        plane.run(for: .seconds(14))
        #expect(plane.get(.horizontalPodAutoscalers, "web")?["status"]?["conditions"] == nil)
        plane.run(for: .seconds(2))
        #expect(
            plane.conditions(.horizontalPodAutoscalers, "web") == [
                "AbleToScale=True SucceededGetScale: the HPA controller was able to get the target's current scale",
                "ScalingActive=False FailedGetResourceMetric: the HPA was unable to compute the replica count: \(Self.noMetrics)",
            ])
        var status = plane.get(.horizontalPodAutoscalers, "web")?.status
        status?["conditions"] = nil
        #expect(status == ["currentMetrics": [["type": ""]], "currentReplicas": 2, "desiredReplicas": 0])
        #expect(
            plane.events(about: "HorizontalPodAutoscaler") == [
                "Warning FailedGetResourceMetric \(Self.noMetrics)",
                "Warning FailedComputeMetricsReplicas invalid metrics (1 invalid out of 1), first error is: failed to get cpu resource metric value: \(Self.noMetrics)",
            ])
    }

    @Test func `keeps the number within its limits even without metrics`() throws {
        var plane = try plane()
        plane.run(for: .seconds(20))
        try plane.patch(.deployments, "web", ["spec": ["replicas": 9]])
        plane.run(for: .seconds(14))
        #expect(plane.get(.deployments, "web")?["spec"]?["replicas"] == 6)
        #expect(plane.get(.horizontalPodAutoscalers, "web")?["status"]?["currentReplicas"] == 9)
        #expect(
            plane.events(about: "HorizontalPodAutoscaler").last
                == "Normal SuccessfulRescale New size: 6; reason: Current number of replicas above Spec.MaxReplicas")
    }

    @Test func `scales up with the load and down after five minutes without`() throws {
        var plane = try plane(request: "100m")
        plane.run(for: .seconds(10))
        use(90, in: &plane)
        plane.run(for: .seconds(10))
        #expect(plane.get(.deployments, "web")?["spec"]?["replicas"] == 4)
        #expect(
            plane.events(about: "HorizontalPodAutoscaler").contains(
                "Normal SuccessfulRescale New size: 4; reason: cpu resource utilization (percentage of request) above target"
            ))
        use(5, in: &plane)
        plane.run(for: .seconds(200))
        #expect(plane.get(.deployments, "web")?["spec"]?["replicas"] == 4)
        plane.run(for: .seconds(150))
        #expect(plane.get(.deployments, "web")?["spec"]?["replicas"] == 2)
        #expect(
            plane.events(about: "HorizontalPodAutoscaler").last
                == "Normal SuccessfulRescale New size: 2; reason: All metrics below target")
    }

    @Test func `says when its target is gone`() throws {
        var plane = try plane()
        plane.run(for: .seconds(16))
        try plane.delete(.deployments, "web")
        plane.run(for: .seconds(16))
        #expect(
            plane.conditions(.horizontalPodAutoscalers, "web").first
                == "AbleToScale=False FailedGetScale: the HPA controller was unable to get the target's current scale: deployments.apps \"web\" not found"
        )
    }
}
