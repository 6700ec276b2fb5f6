import Documents
import KubeModel

extension Describer {
    static let daemonSet = Describer(reading: [.pods]) { set, related, writer in
        writer.field("Name", set.name)
        writer.field("Namespace", set.namespace)
        writer.field("Selector", LabelText.plainSelector(set["spec"]?["selector"]))
        writer.field("Node-Selector", LabelText.labels(set.map("spec", "template", "spec", "nodeSelector")))
        writer.labels("Labels", set.labels)
        writer.annotations(set.annotations)
        let counts = [
            ("Desired Number of Nodes Scheduled", "desiredNumberScheduled"),
            ("Current Number of Nodes Scheduled", "currentNumberScheduled"),
            ("Number of Nodes Scheduled with Up-to-date Pods", "updatedNumberScheduled"),
            ("Number of Nodes Scheduled with Available Pods", "numberAvailable"),
            ("Number of Nodes Misscheduled", "numberMisscheduled"),
        ]
        for (title, field) in counts { writer.line("\(title): \(set.count("status", field))") }
        writer.field("Pods Status", DescribeWriter.podStatuses(related.pods(controlledBy: set)))
        writer.podTemplate(set["spec"]?["template"])
    }
}
