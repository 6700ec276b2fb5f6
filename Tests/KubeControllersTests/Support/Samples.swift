import Documents

/// Objects that tests begin with.
enum Samples {
    static func template(_ labels: Object, image: String = "nginx:1.25") -> Value {
        ["metadata": ["labels": .object(labels)], "spec": podSpec(image: image)]
    }

    static func podSpec(image: String = "nginx:1.25") -> Value {
        [
            "containers": [["name": "main", "image": .string(image)]], "restartPolicy": "Always",
            "terminationGracePeriodSeconds": 30, "schedulerName": "default-scheduler",
        ]
    }

    static func replicaSet(_ name: String = "web", replicas: Int, labels: Object = ["app": "web"]) -> Object {
        workload("ReplicaSet", name, replicas: replicas, labels: labels)
    }

    static func deployment(_ name: String = "web", replicas: Int, strategy: Value? = nil) -> Object {
        var object = workload("Deployment", name, replicas: replicas, labels: ["app": .string(name)])
        object["spec", "strategy"] =
            strategy ?? ["type": "RollingUpdate", "rollingUpdate": ["maxSurge": "25%", "maxUnavailable": "25%"]]
        object["spec", "progressDeadlineSeconds"] = 600
        object["spec", "revisionHistoryLimit"] = 10
        return object
    }

    static func pod(_ name: String, labels: Object = [:]) -> Object {
        [
            "apiVersion": "v1", "kind": "Pod",
            "metadata": ["name": .string(name), "namespace": "default", "labels": .object(labels)],
            "spec": podSpec(),
        ]
    }

    /// A node of two cores and 4 GiB for 110 pods; even ones are in zone `a`, odd ones in zone `b`.
    static func node(_ name: String) -> Object {
        let zone = (name.utf8.last ?? 0).isMultiple(of: 2) ? "a" : "b"
        let amounts: Value = ["cpu": "2", "memory": "4Gi", "pods": "110"]
        return [
            "apiVersion": "v1", "kind": "Node",
            "metadata": [
                "name": .string(name),
                "labels": ["kubernetes.io/hostname": .string(name), "topology.kubernetes.io/zone": .string(zone)],
            ],
            "status": [
                "allocatable": amounts, "capacity": amounts,
                "conditions": [["type": "Ready", "status": "True", "lastHeartbeatTime": "2026-11-22T12:00:00Z"]],
            ],
        ]
    }

    static func workload(_ kind: String, _ name: String, replicas: Int, labels: Object) -> Object {
        [
            "apiVersion": "apps/v1", "kind": .string(kind),
            "metadata": ["name": .string(name), "namespace": "default", "labels": .object(labels)],
            "spec": [
                "replicas": Value(replicas), "selector": ["matchLabels": .object(labels)],
                "template": template(labels),
            ],
        ]
    }
}
