import Documents
import KubeModel
import Testing

@testable import KubeAPI

struct EscalationCheckTests {
    static let jane = UserInfo(name: "jane", groups: ["system:authenticated"])

    /// Jane may manage roles and bindings, and read pods.
    static func api() throws -> APIServer {
        var api = try APIServer.sample()
        try api.create(
            .clusterRoles,
            [
                "metadata": ["name": "keeper"],
                "rules": [
                    [
                        "apiGroups": ["rbac.authorization.k8s.io"],
                        "resources": ["roles", "rolebindings", "clusterroles"], "verbs": ["create", "update"],
                    ],
                    ["apiGroups": [""], "resources": ["pods", "pods/log"], "verbs": ["get", "list"]],
                ],
            ], as: .admin)
        try api.create(
            .clusterRoleBindings,
            [
                "metadata": ["name": "keepers"],
                "roleRef": ["apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": "keeper"],
                "subjects": [["kind": "User", "apiGroup": "rbac.authorization.k8s.io", "name": "jane"]],
            ], as: .admin)
        return api
    }

    static func role(_ rules: Value) -> Object {
        ["metadata": ["name": "r", "namespace": "default"], "rules": rules]
    }

    @Test func `what one has can be granted`() throws {
        var api = try Self.api()
        let rules: Value = [["apiGroups": [""], "resources": ["pods"], "verbs": ["list"]]]
        #expect(try api.create(.roles, Self.role(rules), as: Self.jane).name == "r")
    }

    @Test func `what one lacks is named, resource by resource`() throws {
        var api = try Self.api()
        let rules: Value = [
            ["apiGroups": [""], "resources": ["pods", "secrets"], "verbs": ["get", "list", "delete"]],
            ["apiGroups": ["apps"], "resources": ["*"], "resourceNames": ["web"], "verbs": ["*"]],
        ]
        expectFailure(
            .forbidden(
                ResourceType.roles.groupResource, name: "r",
                message: """
                    user "jane" (groups=["system:authenticated"]) is attempting to grant RBAC permissions not currently held:
                    {APIGroups:[""], Resources:["pods"], Verbs:["delete"]}
                    {APIGroups:[""], Resources:["secrets"], Verbs:["get" "list" "delete"]}
                    {APIGroups:["apps"], Resources:["*"], ResourceNames:["web"], Verbs:["*"]}
                    """)
        ) { try api.create(.roles, Self.role(rules), as: Self.jane) }
    }

    @Test func `rules that are gathered later need everything`() throws {
        var api = try Self.api()
        expectFailure(
            .forbidden(
                ResourceType.clusterRoles.groupResource, name: "all",
                message: "must have cluster-admin privileges to use an aggregationRule")
        ) {
            try api.create(
                .clusterRoles,
                [
                    "metadata": ["name": "all"],
                    "aggregationRule": ["clusterRoleSelectors": [["matchLabels": ["a": "b"]]]],
                ], as: Self.jane)
        }
    }

    @Test func `a binding grants what its role holds`() throws {
        var api = try Self.api()
        func binding(_ role: String) -> Object {
            [
                "metadata": ["name": "b", "namespace": "default"],
                "roleRef": ["apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": .string(role)],
                "subjects": [["kind": "ServiceAccount", "name": "default", "namespace": "default"]],
            ]
        }
        expectFailure(.notFound(ResourceType.clusterRoles.groupResource, name: "missing")) {
            try api.create(.roleBindings, binding("missing"), as: Self.jane)
        }
        try api.create(
            .clusterRoles,
            [
                "metadata": ["name": "eraser"],
                "rules": [["apiGroups": [""], "resources": ["nodes"], "verbs": ["delete"]]],
            ], as: .admin)
        expectFailure(
            .forbidden(
                ResourceType.roleBindings.groupResource, name: "b",
                message:
                    "user \"jane\" (groups=[\"system:authenticated\"]) is attempting to grant RBAC permissions not currently held:\n{APIGroups:[\"\"], Resources:[\"nodes\"], Verbs:[\"delete\"]}"
            )
        ) { try api.create(.roleBindings, binding("eraser"), as: Self.jane) }
        #expect(try api.create(.roleBindings, binding("eraser"), as: .admin).name == "b")
    }
}
