import Documents
import KubeModel
import Testing

@testable import KubeAPI

struct AuthorizerTests {
    static func api() throws -> APIServer {
        var api = try APIServer.sample()
        try api.create(
            .roles,
            [
                "metadata": ["name": "reader", "namespace": "dev"],
                "rules": [
                    ["apiGroups": [""], "resources": ["pods"], "verbs": ["get", "list"]],
                    ["apiGroups": [""], "resources": ["configmaps"], "resourceNames": ["one"], "verbs": ["*"]],
                    ["apiGroups": ["*"], "resources": ["*/scale"], "verbs": ["update"]],
                ],
            ], as: .admin)
        try api.create(
            .roleBindings,
            [
                "metadata": ["name": "read", "namespace": "dev"],
                "roleRef": ["apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": "reader"],
                "subjects": [
                    ["kind": "User", "apiGroup": "rbac.authorization.k8s.io", "name": "jane"],
                    ["kind": "ServiceAccount", "name": "robot", "namespace": "shop"],
                ],
            ], as: .admin)
        return api
    }

    static let jane = UserInfo(name: "jane", groups: ["system:authenticated"])

    @Test(arguments: [
        ("list", "pods", "", "", true), ("delete", "pods", "", "", false), ("get", "pods", "log", "web", false),
        ("get", "configmaps", "", "one", true), ("get", "configmaps", "", "two", false),
        ("list", "configmaps", "", "", false), ("update", "deployments", "scale", "web", true),
    ])
    func `a rule allows its verbs on its resources and names`(
        verb: String, resource: String, subresource: String, name: String, isAllowed: Bool
    ) throws {
        let attributes = RequestAttributes(
            user: Self.jane, verb: verb, resource: resource, subresource: subresource, namespace: "dev", name: name)
        #expect(try Self.api().decision(attributes).isAllowed == isAllowed)
    }

    @Test func `the reason names the binding, the role and the subject`() throws {
        let api = try Self.api()
        let jane = RequestAttributes(user: Self.jane, verb: "get", resource: "pods", namespace: "dev")
        #expect(
            api.decision(jane).reason == #"RBAC: allowed by RoleBinding "read/dev" of Role "reader" to User "jane""#)
        let robot = UserInfo(name: "system:serviceaccount:shop:robot", groups: [])
        let attributes = RequestAttributes(user: robot, verb: "get", resource: "pods", namespace: "dev")
        #expect(
            api.decision(attributes).reason
                == #"RBAC: allowed by RoleBinding "read/dev" of Role "reader" to ServiceAccount "robot/shop""#)
    }

    @Test func `a refusal says who may not do what where`() throws {
        var api = try Self.api()
        var request = APIRequest(.delete, .pods, namespace: "dev", name: "web")
        request.user = Self.jane
        expectFailure(
            .forbidden(
                ResourceType.pods.groupResource, name: "web",
                message: #"User "jane" cannot delete resource "pods" in API group "" in the namespace "dev""#)
        ) { _ = try api.handle(request) }
    }

    @Test func `a binding to a role that is gone says so`() throws {
        var api = try Self.api()
        try api.delete(.roles, ObjectKey(namespace: "dev", name: "reader"), as: .admin)
        var request = APIRequest(.list, .pods, namespace: "dev")
        request.user = Self.jane
        expectFailure(
            .forbidden(
                ResourceType.pods.groupResource, name: "",
                message:
                    #"User "jane" cannot list resource "pods" in API group "" in the namespace "dev": RBAC: role.rbac.authorization.k8s.io "reader" not found"#
            )
        ) { _ = try api.handle(request) }
    }

    @Test func `reviews answer for oneself and for others`() throws {
        var api = try Self.api()
        func status(_ resource: ResourceType, _ spec: Value, as user: UserInfo) throws -> Value? {
            try api.create(
                resource, ["metadata": ["namespace": .string(resource.isNamespaced ? "dev" : "")], "spec": spec],
                as: user
            )["status"]
        }
        let pods: Value = ["verb": "list", "resource": "pods", "namespace": "dev"]
        #expect(
            try status(.subjectAccessReviews, ["user": "jane", "resourceAttributes": pods], as: .admin)?["allowed"]
                == true)
        #expect(
            try status(.subjectAccessReviews, ["user": "bob", "resourceAttributes": pods], as: .admin)
                == ["allowed": false])
        #expect(
            try status(.localSubjectAccessReviews, ["user": "jane", "resourceAttributes": pods], as: .admin)?["allowed"]
                == true)
    }
}
