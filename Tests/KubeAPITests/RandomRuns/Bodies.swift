import Documents
import KubeModel

/// Good objects of the kinds that random runs use.
enum Bodies {
    static func body(of resource: ResourceType, _ key: ObjectKey, variant: Int) -> Object {
        var object = content(of: resource, variant)
        object["apiVersion"] = .string(resource.apiVersion)
        object["kind"] = .string(resource.kind)
        var metadata: Object = ["name": .string(key.name)]
        if resource.isNamespaced { metadata["namespace"] = .string(key.namespace) }
        if variant > 0 { metadata["labels"] = ["v": .string(String(variant)), "app": "web"] }
        if resource == .customResourceDefinitions { metadata["name"] = "\(key.name)s.example.com" }
        object["metadata"] = .object(metadata)
        if resource == .customResourceDefinitions { name(&object, key.name) }
        return object
    }

    private static let template: Value = [
        "metadata": ["labels": ["app": "web"]], "spec": ["containers": [["name": "web", "image": "nginx"]]],
    ]

    private static func content(of resource: ResourceType, _ variant: Int) -> Object {
        switch resource.plural {
        case "configmaps": ["data": ["k": .string("v\(variant)")]]
        case "secrets": ["data": ["k": "djE="], "type": "Opaque"]
        case "pods":
            [
                "spec": [
                    "containers": [["name": "web", "image": .string("nginx:1.2\(variant)")]],
                    "terminationGracePeriodSeconds": Value(variant),
                ]
            ]
        case "deployments":
            [
                "spec": [
                    "replicas": Value(variant), "selector": ["matchLabels": ["app": "web"]], "template": template,
                ]
            ]
        case "services": ["spec": ["selector": ["app": "web"], "ports": [["port": Value(80 + variant)]]]]
        case "jobs":
            [
                "spec": [
                    "template": [
                        "spec": ["containers": [["name": "web", "image": "nginx"]], "restartPolicy": "Never"]
                    ]
                ]
            ]
        case "persistentvolumeclaims":
            ["spec": ["accessModes": ["ReadWriteOnce"], "resources": ["requests": ["storage": "1Gi"]]]]
        case "roles": ["rules": [["apiGroups": [""], "resources": ["pods"], "verbs": ["get"]]]]
        case "horizontalpodautoscalers":
            [
                "spec": [
                    "scaleTargetRef": ["apiVersion": "apps/v1", "kind": "Deployment", "name": "web"],
                    "maxReplicas": Value(variant + 1),
                ]
            ]
        case "events":
            [
                resource.group.isEmpty ? "involvedObject" : "regarding": [
                    "kind": "Pod", "namespace": "default", "name": "web",
                ],
                "reason": "Tested", "type": "Normal", "action": "Testing",
                resource.group.isEmpty ? "reportingComponent" : "reportingController": "example.com/tests",
                "reportingInstance": "one", "eventTime": "2026-01-01T00:00:00.000000Z",
            ]
        case "leases": ["spec": ["holderIdentity": .string("holder-\(variant)"), "leaseDurationSeconds": 15]]
        case "poddisruptionbudgets":
            ["spec": ["minAvailable": Value(variant), "selector": ["matchLabels": ["app": "web"]]]]
        case "customresourcedefinitions":
            [
                "spec": [
                    "group": "example.com", "scope": .string(variant == 0 ? "Cluster" : "Namespaced"),
                    "versions": [
                        [
                            "name": "v1", "served": true, "storage": true, "subresources": ["status": [:]],
                            "schema": [
                                "openAPIV3Schema": ["type": "object", "x-kubernetes-preserve-unknown-fields": true]
                            ],
                        ]
                    ],
                ]
            ]
        default: resource.schemaType.isEmpty ? ["spec": ["replicas": Value(variant), "size": "large"]] : [:]
        }
    }

    private static func name(_ definition: inout Object, _ name: String) {
        definition["spec", "names"] = [
            "plural": .string("\(name)s"), "singular": .string(name), "kind": .string(name.uppercased()),
        ]
    }
}
