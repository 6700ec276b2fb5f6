import Documents
import KubeModel
import Testing

struct PodAmountsTests {
    private func container(_ cpu: String, always: Bool = false, name: String = "c") -> Value {
        var container: Value = [
            "name": .string(name), "resources": ["requests": ["cpu": .string(cpu)], "limits": ["cpu": .string(cpu)]],
        ]
        if always { container["restartPolicy"] = "Always" }
        return container
    }

    private func cpu(_ spec: Object, status: Object = [:], withStatus: Bool = false) -> String {
        let pod: Object = ["spec": .object(spec), "status": .object(status)]
        return PodAmounts.requests(of: pod, withStatus: withStatus)["cpu", default: .zero].description
    }

    @Test func `containers add up and sidecars with them`() {
        #expect(cpu(["containers": [container("100m"), container("200m")]]) == "300m")
        #expect(cpu(["containers": [container("100m")], "initContainers": [container("50m", always: true)]]) == "150m")
    }

    @Test func `an init container counts when it needs more, beside the sidecars before it`() {
        #expect(cpu(["containers": [container("100m")], "initContainers": [container("500m")]]) == "500m")
        #expect(
            cpu([
                "containers": [container("100m")],
                "initContainers": [container("50m", always: true), container("500m")],
            ])
                == "550m")
    }

    @Test func `overhead is added and the pod's own request replaces its containers'`() {
        #expect(cpu(["containers": [container("100m")], "overhead": ["cpu": "10m"]]) == "110m")
        #expect(cpu(["containers": [container("100m")], "resources": ["requests": ["cpu": "1"]]]) == "1")
    }

    @Test func `limits take overhead only where there are limits`() {
        let pod: Object = ["spec": ["containers": [container("100m")], "overhead": ["cpu": "10m", "memory": "1Mi"]]]
        #expect(PodAmounts.limits(of: pod) == ["cpu": Quantity("110m")!])
    }

    @Test func `what a container still holds after a resize can count`() {
        let status: Object = ["containerStatuses": [["name": "c", "resources": ["requests": ["cpu": "300m"]]]]]
        #expect(cpu(["containers": [container("100m")]], status: status, withStatus: true) == "300m")
        #expect(cpu(["containers": [container("100m")]], status: status) == "100m")
    }
}
