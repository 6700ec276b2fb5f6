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
