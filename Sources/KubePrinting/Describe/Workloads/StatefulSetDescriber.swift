import Documents
import KubeModel

extension Describer {
    static let statefulSet = Describer(reading: [.pods]) { set, related, writer in
        writer.field("Name", set.name)
        writer.field("Namespace", set.namespace)
        writer.creationTime(of: set)
        writer.field("Selector", LabelText.plainSelector(set["spec"]?["selector"]))
        writer.labels("Labels", set.labels)
        writer.annotations(set.annotations)
        writer.field("Replicas", "\(set.count("spec", "replicas")) desired | \(set.count("status", "replicas")) total")
        writer.field("Update Strategy", set.text("spec", "updateStrategy", "type"))
        if let partition = set["spec", "updateStrategy", "rollingUpdate", "partition"]?.int {
            writer.field("Partition", partition, level: 1)
            writer.optional(
                "MaxUnavailable", set["spec", "updateStrategy", "rollingUpdate", "maxUnavailable"], level: 1)
        }
        writer.field("Pods Status", DescribeWriter.podStatuses(related.pods(controlledBy: set)))
        writer.podTemplate(set["spec"]?["template"])
        claimTemplates(set.list("spec", "volumeClaimTemplates").compactMap(\.object), &writer)
    }

    private static func claimTemplates(_ templates: [Object], _ writer: inout DescribeWriter) {
        writer.line(templates.isEmpty ? "Volume Claims:\t<none>" : "Volume Claims:")
        for template in templates {
            writer.field("Name", template.name, level: 1)
            writer.field("StorageClass", VolumeText.storageClass(template), level: 1)
            writer.labels("  Labels", template.labels)
            writer.labels("  Annotations", template.annotations)
            let capacity = template["spec", "resources", "requests", "storage"]?.scalarText
            writer.field("Capacity", capacity ?? "<default>", level: 1)
            let modes = template.list("spec", "accessModes").map(\.scalarText).joined(separator: " ")
            writer.field("Access Modes", "[\(modes)]", level: 1)
        }
    }
}
