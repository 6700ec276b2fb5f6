package import Documents

/// A view of an object that makes pods from a template and finds them by a selector.
package protocol PodTemplateOwner: ObjectView {}

extension PodTemplateOwner {
    /// `spec.template`, shared as it is stored.
    package var template: Value { object["spec"]?["template"] ?? [:] }
    package var templateLabels: Object { template["metadata"]?["labels"]?.object ?? Object() }
    /// `spec.selector` as it is written: a `LabelSelector`, or the plain labels of a ReplicationController.
    package var selectorValue: Value { object["spec"]?["selector"] ?? .null }
    package var minReadySeconds: Int { object["spec"]?["minReadySeconds"]?.int ?? 0 }
    package var observedGeneration: Int { object["status"]?["observedGeneration"]?.int ?? 0 }
    package var revisionHistoryLimit: Int { object["spec"]?["revisionHistoryLimit"]?.int ?? 10 }

    /// How many pods there should be; DaemonSets have no such number.
    package var replicas: Int {
        get { object["spec"]?["replicas"]?.int ?? 1 }
        set { object["spec", "replicas"] = Value(newValue) }
    }

    /// A counter of the status, zero when it is left out: `statusCount("readyReplicas")`.
    package func statusCount(_ name: String) -> Int { object["status"]?[name]?.int ?? 0 }
}
