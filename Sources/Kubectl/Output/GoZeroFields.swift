import Documents
import KubeModel

/// The fields that Go's types write although they are empty: structs, and numbers without `omitempty`.
///
/// A manifest that went through a typed client and never met a server shows them, as `set image --local` does.
/// Source: `k8s.io/api` types, `encoding/json`.
enum GoZeroFields {
    static func added(to object: Object) -> Object {
        var object = object
        for (path, zero) in fields[object.kind] ?? [] where object[path: path] == nil { object[path: path] = zero }
        if let path = templates[object.kind] {
            for list in ["containers", "initContainers"] { addResources(to: &object, at: path + [list]) }
        }
        if object.kind == "Service", let ports = object["spec"]?["ports"]?.array {
            object["spec", "ports"] = .array(
                ports.map { port in
                    var port = port
                    if port["targetPort"] == nil { port["targetPort"] = 0 }
                    return port
                })
        }
        return object
    }

    private static let fields: [String: [(path: [String], zero: Value)]] = [
        "Pod": [(["status"], [:])],
        "Deployment": [(["spec", "strategy"], [:]), (["status"], [:])],
        "StatefulSet": [
            (["spec", "updateStrategy"], [:]), (["status"], ["availableReplicas": 0, "replicas": 0]),
        ],
        "DaemonSet": [
            (["spec", "updateStrategy"], [:]),
            (
                ["status"],
                [
                    "currentNumberScheduled": 0, "desiredNumberScheduled": 0, "numberMisscheduled": 0,
                    "numberReady": 0,
                ]
            ),
        ],
        "ReplicaSet": [(["status"], ["replicas": 0])],
        "ReplicationController": [(["status"], ["replicas": 0])],
        "Job": [(["status"], [:])],
        "CronJob": [(["spec", "jobTemplate", "metadata"], [:]), (["status"], [:])],
        "Service": [(["status"], ["loadBalancer": [:]])],
    ]

    /// Where the specification of a kind's pods is.
    private static let templates: [String: [String]] = [
        "Pod": ["spec"], "CronJob": ["spec", "jobTemplate", "spec", "template", "spec"],
        "Deployment": ["spec", "template", "spec"], "StatefulSet": ["spec", "template", "spec"],
        "DaemonSet": ["spec", "template", "spec"], "ReplicaSet": ["spec", "template", "spec"],
        "ReplicationController": ["spec", "template", "spec"], "Job": ["spec", "template", "spec"],
    ]

    private static func addResources(to object: inout Object, at path: [String]) {
        guard let containers = object[path: path]?.array else { return }
        object[path: path] = .array(
            containers.map { container in
                var container = container
                if container["resources"] == nil { container["resources"] = [:] }
                return container
            })
    }
}
