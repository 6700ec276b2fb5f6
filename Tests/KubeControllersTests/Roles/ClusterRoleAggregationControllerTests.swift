import Documents
import KubeControllers
import KubeModel
import Testing

struct ClusterRoleAggregationControllerTests {
    static func rule(_ resource: String) -> Value {
        ["apiGroups": [""], "resources": [.string(resource)], "verbs": ["get"]]
    }

    static func role(_ name: String, _ resource: String, _ labels: Object = ["monitoring": "true"]) -> Object {
        ["metadata": ["name": .string(name), "labels": .object(labels)], "rules": [rule(resource)]]
    }

    @Test func `rules follow the roles that the selectors choose, each once and by the names of the roles`() throws {
        var plane = try ControlPlane([ClusterRoleAggregationController()])
        try plane.create(
            .clusterRoles,
            [
                "metadata": ["name": "monitoring"], "rules": [Self.rule("overwritten")],
                "aggregationRule": ["clusterRoleSelectors": [["matchLabels": ["monitoring": "true"]]]],
            ])
        try plane.create(.clusterRoles, Self.role("z-pods", "pods"))
        try plane.create(.clusterRoles, Self.role("a-nodes", "nodes"))
        try plane.create(.clusterRoles, Self.role("b-pods", "pods"))
        try plane.create(.clusterRoles, Self.role("other", "secrets", [:]))
        plane.run(for: .seconds(1))
        #expect(
            plane.get(.clusterRoles, "monitoring", namespace: "")?["rules"] == [Self.rule("nodes"), Self.rule("pods")])
        try plane.delete(.clusterRoles, "a-nodes", namespace: "")
        plane.run(for: .seconds(1))
        #expect(plane.get(.clusterRoles, "monitoring", namespace: "")?["rules"] == [Self.rule("pods")])
    }
}
