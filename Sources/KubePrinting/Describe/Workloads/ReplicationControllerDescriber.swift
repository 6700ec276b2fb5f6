import Documents
import KubeModel

extension Describer {
    static let replicationController = Describer(reading: [.pods]) { controller, related, writer in
        writer.field("Name", controller.name)
        writer.field("Namespace", controller.namespace)
        writer.field("Selector", LabelText.labels(controller.map("spec", "selector")))
        writer.labels("Labels", controller.labels)
        writer.annotations(controller.annotations)
        writer.replicas(of: controller, related)
    }
}

extension DescribeWriter {
    /// What replica sets and replication controllers have in common.
    mutating func replicas(of object: Object, _ related: RelatedObjects) {
        field("Replicas", "\(object.count("status", "replicas")) current / \(object.count("spec", "replicas")) desired")
        field("Pods Status", Self.podStatuses(related.pods(controlledBy: object)))
        podTemplate(object["spec"]?["template"])
        shortConditions(of: object)
    }
}
