import Documents
import KubeModel

extension Describer {
    static let storageClass = Describer { storageClass, writer in
        writer.field("Name", storageClass.name)
        writer.field("IsDefaultClass", StorageClassText.isDefault(storageClass) ? "Yes" : "No")
        writer.field("Annotations", LabelText.labels(storageClass.annotations))
        writer.field("Provisioner", storageClass.text("provisioner"))
        writer.field("Parameters", LabelText.labels(storageClass.map("parameters")))
        writer.field("AllowVolumeExpansion", FlagText.optional(storageClass["allowVolumeExpansion"]))
        let options = storageClass.list("mountOptions").map(\.scalarText)
        writer.line(options.isEmpty ? "MountOptions:\t<none>" : "MountOptions:")
        for option in options { writer.line(option, level: 1) }
        writer.optional("ReclaimPolicy", storageClass["reclaimPolicy"])
        writer.optional("VolumeBindingMode", storageClass["volumeBindingMode"])
        if let topologies = storageClass["allowedTopologies"]?.array { topologyLines(topologies, &writer) }
    }

    private static func topologyLines(_ terms: [Value], _ writer: inout DescribeWriter) {
        writer.field("AllowedTopologies", terms.isEmpty ? "<none>" : "")
        for (index, term) in terms.enumerated() {
            let requirements = term.list("matchLabelExpressions").map { requirement in
                let values = requirement.list("values").map(\.scalarText).joined(separator: ", ")
                return "\(requirement.text("key")) in" + (values.isEmpty ? "" : " [\(values)]")
            }
            writer.list("Term \(index)", requirements, level: 1)
        }
    }
}
