import Documents
import KubeModel
import Testing

@testable import KubeAPI

/// What admission fills into pods and refuses of them.
struct PodAdmissionTests {
    private func pod(_ fields: Object) -> Object {
        var spec: Object = ["containers": [["name": "web", "image": "nginx"]]]
        for (name, value) in fields { spec[name] = value }
        return ["metadata": ["name": "web", "namespace": "default"], "spec": .object(spec)]
    }

    @Test func `a runtime class must be there`() throws {
        var api = try APIServer.sample()
        expectFailure(
            .forbidden(
                ResourceType.pods.groupResource, name: "web",
                message: #"pod rejected: RuntimeClass "gvisor" not found"#)
        ) { try api.create(.pods, pod(["runtimeClassName": "gvisor"]), as: .admin) }
    }

    @Test func `a runtime class says what it costs and where it runs`() throws {
        var api = try APIServer.sample()
        try api.create(
            .runtimeClasses,
            [
                "metadata": ["name": "gvisor"], "handler": "runsc", "overhead": ["podFixed": ["memory": "64Mi"]],
                "scheduling": ["nodeSelector": ["sandbox": "yes"]],
            ], as: .admin)
        let made = try api.create(.pods, pod(["runtimeClassName": "gvisor"]), as: .admin)
        #expect(made["spec"]?["overhead"] == ["memory": "64Mi"])
        #expect(made["spec"]?["nodeSelector"] == ["sandbox": "yes"])
    }

    @Test func `what a pod says of preemption must be what its class says`() throws {
        var api = try APIServer.sample()
        try api.create(
            .priorityClasses, ["metadata": ["name": "high"], "value": 1000, "preemptionPolicy": "Never"], as: .admin)
        let stated = pod(["priorityClassName": "high", "preemptionPolicy": "PreemptLowerPriority"])
        expectFailure(
            .forbidden(
                ResourceType.pods.groupResource, name: "web",
                message:
                    "the string value of PreemptionPolicy (PreemptLowerPriority) must not be provided in pod spec; priority admission controller computed Never from the given PriorityClass name"
            )
        ) { try api.create(.pods, stated, as: .admin) }
    }

    @Test func `the service account must be there`() throws {
        var api = try APIServer.sample()
        expectFailure(
            .forbidden(
                ResourceType.pods.groupResource, name: "web",
                message: #"error looking up service account default/robot: serviceaccount "robot" not found"#)
        ) { try api.create(.pods, pod(["serviceAccountName": "robot"]), as: .admin) }
    }

    @Test func `a claim grows only where its class allows it`() throws {
        var api = try APIServer.sample()
        var claim = try api.create(
            .persistentVolumeClaims,
            [
                "metadata": ["name": "data", "namespace": "default"],
                "spec": [
                    "accessModes": ["ReadWriteOnce"], "storageClassName": "fixed",
                    "resources": ["requests": ["storage": "1Gi"]],
                ],
            ], as: .admin)
        claim["status", "phase"] = "Bound"
        claim = try api.updateStatus(.persistentVolumeClaims, claim, as: .admin)
        claim["spec", "resources", "requests", "storage"] = "2Gi"
        expectFailure(
            .forbidden(
                ResourceType.persistentVolumeClaims.groupResource, name: "data",
                message:
                    "only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize"
            )
        ) { try api.update(.persistentVolumeClaims, claim, as: .admin) }
    }
}
