import Documents
import KubeAPI
import KubeControllers
import KubeModel
import Testing

/// What `behavior`, unready pods and missing requests make of a load.
struct AutoscalerBehaviorTests {
    private func plane(_ spec: Object, replicas: Int = 2, request: String? = "100m") throws -> ControlPlane {
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
        var autoscaler: Object = [
            "metadata": ["name": "web", "namespace": "default"],
            "spec": [
                "minReplicas": 1, "maxReplicas": 20,
                "scaleTargetRef": ["apiVersion": "apps/v1", "kind": "Deployment", "name": "web"],
                "metrics": [
                    [
                        "type": "Resource",
                        "resource": ["name": "cpu", "target": ["type": "Utilization", "averageUtilization": 50]],
                    ]
                ],
            ],
        ]
        for (field, value) in spec { autoscaler["spec", field] = value }
        try plane.create(.horizontalPodAutoscalers, autoscaler)
        plane.run(for: .seconds(10))
        return plane
    }

    /// Lets rounds of fifteen seconds pass in which every pod uses so many thousandths of a core; returns the sizes.
    private func sizes(_ rounds: Int, using milliCPU: Int64, _ plane: inout ControlPlane) -> [Int] {
        (0..<rounds).map { _ in
            var metrics = PodMetrics(time: plane.api.now + .seconds(60))
            for pod in plane.list(.pods) {
                metrics.readings[pod.key] = [PodMetrics.Reading(container: "main", milliCPU: milliCPU, memory: 1 << 20)]
            }
            plane.api.metrics = metrics
            plane.run(for: .seconds(15))
            return plane.get(.deployments, "web")?["spec"]?["replicas"]?.int ?? 0
        }
    }

    @Test func `doubles at most, or goes to four, without a behavior`() throws {
        var plane = try plane([:], replicas: 1)
        #expect(sizes(4, using: 1000, &plane) == [4, 8, 16, 20])
        #expect(
            plane.conditions(.horizontalPodAutoscalers, "web").last
                == "ScalingLimited=True TooManyReplicas: the desired replica count is more than the maximum replica count"
        )
    }

    @Test func `rises by the policy that allows least when asked to`() throws {
        let behavior: Value = [
            "scaleUp": [
                "stabilizationWindowSeconds": 0, "selectPolicy": "Min",
                "policies": [
                    ["type": "Pods", "value": 2, "periodSeconds": 15],
                    ["type": "Percent", "value": 100, "periodSeconds": 15],
                ],
            ]
        ]
        var plane = try plane(["behavior": behavior], replicas: 1)
        #expect(sizes(4, using: 1000, &plane) == [2, 4, 6, 8])
    }

    @Test func `falls at once without a window, and not at all when that is disabled`() throws {
        var falling = try plane(["behavior": ["scaleDown": ["stabilizationWindowSeconds": 0]]], replicas: 4)
        #expect(sizes(2, using: 5, &falling) == [1, 1])
        var still = try plane(["behavior": ["scaleDown": ["selectPolicy": "Disabled"]]], replicas: 4)
        #expect(sizes(30, using: 5, &still).last == 4)
    }

    @Test func `small deviations change nothing`() throws {
        var plane = try plane([:])
        #expect(sizes(2, using: 54, &plane) == [2, 2])
        #expect(sizes(1, using: 56, &plane) == [3])
    }

    @Test func `names the container that requests nothing`() throws {
        var plane = try plane([:], request: nil)
        _ = sizes(1, using: 50, &plane)
        let pod = plane.list(.pods)[0].name
        #expect(
            plane.conditions(.horizontalPodAutoscalers, "web").last
                == "ScalingActive=False FailedGetResourceMetric: the HPA was unable to compute the replica count: failed to get cpu utilization: missing request for cpu in container main of Pod \(pod)"
        )
    }

    @Test func `pods without a reading hold the change back`() throws {
        var plane = try plane([:], replicas: 4)
        var metrics = PodMetrics(time: plane.api.now + .seconds(60))
        for pod in plane.list(.pods).prefix(2) {
            metrics.readings[pod.key] = [PodMetrics.Reading(container: "main", milliCPU: 90, memory: 1 << 20)]
        }
        plane.api.metrics = metrics
        plane.run(for: .seconds(15))
        // Two pods at 90 % and two that count as idle are 45 % of a goal of 50 %.
        #expect(plane.get(.deployments, "web")?["spec"]?["replicas"] == 4)
    }
}
