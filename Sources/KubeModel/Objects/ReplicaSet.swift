package import Documents

/// Keeps a number of equal pods running.
package struct ReplicaSet: PodTemplateOwner {
    package var object: Object

    package init(object: Object) {
        self.object = object
    }
}

extension ReplicaSet {
    /// The pods that there are, as the last status says.
    package var currentReplicas: Int { statusCount("replicas") }
    package var readyReplicas: Int { statusCount("readyReplicas") }
    package var availableReplicas: Int { statusCount("availableReplicas") }
    /// `nil` when the controller has not counted them yet.
    package var terminatingReplicas: Int? { object["status"]?["terminatingReplicas"]?.int }
}
