import Documents
import KubeModel

extension Describer {
    static let persistentVolume = Describer { volume, writer in
        writer.metadata(of: volume, hasNamespace: false)
        writer.field("Finalizers", "[\(volume.finalizers.joined(separator: " "))]")
        writer.field("StorageClass", VolumeText.storageClass(volume))
        writer.volumeStatus(of: volume)
        let claim = volume["spec"]?["claimRef"].map { "\($0.text("namespace"))/\($0.text("name"))" }
        writer.field("Claim", claim ?? "")
        writer.field("Reclaim Policy", volume.text("spec", "persistentVolumeReclaimPolicy"))
        writer.field("Access Modes", VolumeText.accessModes(volume.list("spec", "accessModes")))
        writer.optional("VolumeMode", volume["spec"]?["volumeMode"])
        writer.field("Capacity", (volume["spec", "capacity", "storage"]?.scalarText ?? "").or("0"))
        nodeAffinity(volume["spec", "nodeAffinity", "required"], &writer)
        writer.field("Message", volume.text("status", "message"))
        writer.line("Source:")
        writer.persistentSource(volume["spec"] ?? .null)
    }

    private static func nodeAffinity(_ required: Value?, _ writer: inout DescribeWriter) {
        guard let required else {
            writer.field("Node Affinity", "<none>")
            return
        }
        writer.field("Node Affinity", "")
        let terms = required.list("nodeSelectorTerms")
        writer.field("Required Terms", terms.isEmpty ? "<none>" : "", level: 1)
        for (index, term) in terms.enumerated() {
            let requirements = term.list("matchExpressions").map { requirement in
                let values = requirement.list("values").map(\.scalarText).joined(separator: ", ")
                return "\(requirement.text("key")) \(requirement.text("operator").lowercased())"
                    + (values.isEmpty ? "" : " [\(values)]")
            }
            writer.list("Term \(index)", requirements, level: 2)
        }
    }
}

extension DescribeWriter {
    /// The phase of a volume or claim, or since when it is being deleted.
    mutating func volumeStatus(of object: Object) {
        if let deletion = object.deletionTimestamp {
            field("Status", "Terminating (lasts \(HumanDuration.since(deletion, now: now)))")
        } else {
            field("Status", object.text("status", "phase"))
        }
    }
}
