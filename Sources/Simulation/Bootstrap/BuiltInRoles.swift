import Documents
import KubeAPI
import KubeModel

/// The ClusterRoles and bindings that every cluster has for its users.
///
/// Source: `plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go`. The roles of the control plane's own parts are
/// left out: those parts are trusted here.
enum BuiltInRoles {
    /// role, API groups, resources, verbs
    private static let table = """
        system:aggregate-to-view|-|bindings,configmaps,endpoints,events,limitranges,namespaces,namespaces/status,persistentvolumeclaims,persistentvolumeclaims/status,pods,pods/log,pods/status,replicationcontrollers,replicationcontrollers/scale,replicationcontrollers/status,resourcequotas,resourcequotas/status,serviceaccounts,services,services/status|get,list,watch
        system:aggregate-to-view|discovery.k8s.io|endpointslices|get,list,watch
        system:aggregate-to-view|apps|controllerrevisions,daemonsets,daemonsets/status,deployments,deployments/scale,deployments/status,replicasets,replicasets/scale,replicasets/status,statefulsets,statefulsets/scale,statefulsets/status|get,list,watch
        system:aggregate-to-view|autoscaling|horizontalpodautoscalers,horizontalpodautoscalers/status|get,list,watch
        system:aggregate-to-view|batch|cronjobs,cronjobs/status,jobs,jobs/status|get,list,watch
        system:aggregate-to-view|policy|poddisruptionbudgets,poddisruptionbudgets/status|get,list,watch
        system:aggregate-to-view|networking.k8s.io|ingresses,ingresses/status,networkpolicies|get,list,watch
        system:aggregate-to-edit|-|pods/attach,pods/exec,pods/portforward,pods/proxy,secrets,services/proxy|get,list,watch
        system:aggregate-to-edit|-|serviceaccounts|impersonate
        system:aggregate-to-edit|-|pods,pods/attach,pods/exec,pods/portforward,pods/proxy|create,delete,deletecollection,patch,update
        system:aggregate-to-edit|-|pods/eviction|create
        system:aggregate-to-edit|-|configmaps,events,persistentvolumeclaims,replicationcontrollers,replicationcontrollers/scale,secrets,serviceaccounts,services,services/proxy|create,delete,deletecollection,patch,update
        system:aggregate-to-edit|-|serviceaccounts/token|create
        system:aggregate-to-edit|apps|daemonsets,deployments,deployments/rollback,deployments/scale,replicasets,replicasets/scale,statefulsets,statefulsets/scale|create,delete,deletecollection,patch,update
        system:aggregate-to-edit|autoscaling|horizontalpodautoscalers|create,delete,deletecollection,patch,update
        system:aggregate-to-edit|batch|cronjobs,jobs|create,delete,deletecollection,patch,update
        system:aggregate-to-edit|policy|poddisruptionbudgets|create,delete,deletecollection,patch,update
        system:aggregate-to-edit|networking.k8s.io|ingresses,networkpolicies|create,delete,deletecollection,patch,update
        system:aggregate-to-edit|coordination.k8s.io|leases|create,delete,deletecollection,get,list,patch,update,watch
        system:aggregate-to-admin|authorization.k8s.io|localsubjectaccessreviews|create
        system:aggregate-to-admin|rbac.authorization.k8s.io|rolebindings,roles|create,delete,deletecollection,get,list,patch,update,watch
        system:basic-user|authorization.k8s.io|selfsubjectaccessreviews,selfsubjectrulesreviews|create
        system:basic-user|authentication.k8s.io|selfsubjectreviews|create
        """

    /// Each role with the labels by which others take its rules, and the labels whose rules it takes.
    private static let aggregated = [
        ("view", ["system:aggregate-to-view"]),
        ("edit", ["system:aggregate-to-edit", "system:aggregate-to-view"]),
        ("admin", ["system:aggregate-to-edit", "system:aggregate-to-view", "system:aggregate-to-admin"]),
    ]

    static func create(_ api: inout APIServer, as user: UserInfo) throws(APIError) {
        let rules = parsed()
        try createRole("cluster-admin", [everything, everywhere], &api, user)
        for (name, sources) in aggregated {
            let label = "rbac.authorization.k8s.io/aggregate-to-\(name)"
            try createRole(
                name, sources.flatMap { rules[$0] ?? [] }, &api, user,
                extra: ["aggregationRule": ["clusterRoleSelectors": [["matchLabels": [label: "true"]]]]],
                labels: aggregation(of: name))
        }
        for name in ["system:aggregate-to-admin", "system:aggregate-to-edit", "system:aggregate-to-view"] {
            try createRole(name, rules[name] ?? [], &api, user, labels: aggregation(of: name))
        }
        try createRole("system:basic-user", rules["system:basic-user"] ?? [], &api, user)
        for (name, paths) in discoveryPaths { try createRole(name, [addresses(paths)], &api, user) }
        try createBindings(&api, user)
    }

    private static let everything: Value = ["apiGroups": ["*"], "resources": ["*"], "verbs": ["*"]]
    private static let everywhere: Value = ["nonResourceURLs": ["*"], "verbs": ["*"]]

    private static let discoveryPaths = [
        (
            "system:discovery",
            [
                "/api", "/api/*", "/apis", "/apis/*", "/healthz", "/livez", "/openapi", "/openapi/*", "/readyz",
                "/version",
                "/version/",
            ]
        ),
        ("system:public-info-viewer", ["/healthz", "/livez", "/readyz", "/version", "/version/"]),
    ]

    private static func addresses(_ paths: [String]) -> Value {
        ["nonResourceURLs": Value(paths), "verbs": ["get"]]
    }

    /// Into which role the rules of a role go.
    private static func aggregation(of name: String) -> Object {
        switch name {
        case "view", "system:aggregate-to-view":
            ["rbac.authorization.k8s.io/aggregate-to-\(name == "view" ? "edit" : "view")": "true"]
        case "edit": ["rbac.authorization.k8s.io/aggregate-to-admin": "true"]
        case "system:aggregate-to-edit": ["rbac.authorization.k8s.io/aggregate-to-edit": "true"]
        case "system:aggregate-to-admin": ["rbac.authorization.k8s.io/aggregate-to-admin": "true"]
        default: [:]
        }
    }

    private static func parsed() -> [String: [Value]] {
        var rules: [String: [Value]] = [:]
        for line in table.split(separator: "\n") {
            let cells = line.split(separator: "|").map(String.init)
            func list(_ index: Int) -> Value { Value(cells[index].split(separator: ",").map(String.init)) }
            rules[cells[0], default: []].append([
                "apiGroups": [.string(cells[1] == "-" ? "" : cells[1])], "resources": list(2), "verbs": list(3),
            ])
        }
        return rules
    }

    private static func createRole(
        _ name: String, _ rules: [Value], _ api: inout APIServer, _ user: UserInfo, extra: Object = [:],
        labels: Object = [:]
    ) throws(APIError) {
        var all = labels
        all["kubernetes.io/bootstrapping"] = "rbac-defaults"
        var role: Object = [
            "metadata": [
                "name": .string(name), "labels": .object(all),
                "annotations": ["rbac.authorization.kubernetes.io/autoupdate": "true"],
            ],
            "rules": .array(rules),
        ]
        for (key, value) in extra { role[key] = value }
        try api.create(.clusterRoles, role, as: user)
    }

    private static func createBindings(_ api: inout APIServer, _ user: UserInfo) throws(APIError) {
        for (role, group) in [
            ("cluster-admin", "system:masters"), ("system:basic-user", "system:authenticated"),
            ("system:discovery", "system:authenticated"), ("system:public-info-viewer", "system:authenticated"),
        ] {
            try api.create(
                .clusterRoleBindings,
                [
                    "metadata": [
                        "name": .string(role), "labels": ["kubernetes.io/bootstrapping": "rbac-defaults"],
                        "annotations": ["rbac.authorization.kubernetes.io/autoupdate": "true"],
                    ],
                    "roleRef": ["apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": .string(role)],
                    "subjects": [["apiGroup": "rbac.authorization.k8s.io", "kind": "Group", "name": .string(group)]],
                ], as: user)
        }
    }
}
