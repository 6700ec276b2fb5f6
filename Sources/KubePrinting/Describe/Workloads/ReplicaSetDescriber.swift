import Documents
import KubeModel

extension Describer {
    static let replicaSet = Describer(reading: [.pods]) { set, related, writer in
        writer.field("Name", set.name)
        writer.field("Namespace", set.namespace)
        writer.field("Selector", LabelText.selector(set["spec"]?["selector"]))
        writer.labels("Labels", set.labels)
        writer.annotations(set.annotations)
        writer.controller(of: set)
        writer.replicas(of: set, related)
    }
}
