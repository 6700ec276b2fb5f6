import Documents
import KubeModel
import Testing

@testable import KubeAPI

struct QuotaAdmissionTests {
    /// A server whose quota was looked at once by its controller.
    private func server(hard: Value) throws -> APIServer {
        var api = try APIServer.sample()
        var quota = try api.create(
            .resourceQuotas, ["metadata": ["name": "limits", "namespace": "default"], "spec": ["hard": hard]],
            as: .admin)
        let none = (hard.object?.names ?? []).map { ($0, Value.string("0")) }
        quota["status"] = ["hard": hard, "used": .object(Object(none))]
        try api.updateStatus(.resourceQuotas, quota, as: .controller("resourcequota-controller"))
        return api
    }

    private func pod(_ name: String, cpu: String) -> Object {
        [
            "metadata": ["name": .string(name), "namespace": "default"],
            "spec": [
                "containers": [["name": "a", "image": "b", "resources": ["requests": ["cpu": .string(cpu)]]]]
            ],
        ]
    }

    @Test func `what is used counts at once`() throws {
        var api = try server(hard: ["pods": "2", "requests.cpu": "500m"])
        try api.create(.pods, pod("a", cpu: "100m"), as: .admin)
        let quota = try #require(api.get(.resourceQuotas, ObjectKey(namespace: "default", name: "limits")))
        #expect(quota["status"]?["used"] == ["pods": "1", "requests.cpu": "100m"])
        expectFailure(
            .forbidden(
                ResourceType.pods.groupResource, name: "b",
                message:
                    "exceeded quota: limits, requested: requests.cpu=450m, used: requests.cpu=100m, limited: requests.cpu=500m"
            )
        ) { try api.create(.pods, pod("b", cpu: "450m"), as: .admin) }
    }

    @Test func `a quota of cpu demands that containers say what they need`() throws {
        var api = try server(hard: ["requests.cpu": "1"])
        var silent = pod("a", cpu: "1")
        silent["spec", "containers"] = [["name": "a", "image": "b"]]
        expectFailure(
            .forbidden(
                ResourceType.pods.groupResource, name: "a",
                message: "failed quota: limits: must specify requests.cpu for: a")
        ) { try api.create(.pods, silent, as: .admin) }
    }
}
