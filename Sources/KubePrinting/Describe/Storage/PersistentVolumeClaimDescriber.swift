import Documents
import KubeModel

extension Describer {
    static let persistentVolumeClaim = Describer(reading: [.pods]) { claim, related, writer in
        writer.claim(claim, isComplete: true, level: 0)
        let pods = related.list(.pods, namespace: claim.namespace) ?? []
        writer.list("Used By", pods.filter { uses($0, claim) }.map(\.name).sorted())
        conditions(claim.list("status", "conditions"), &writer)
    }

    /// A pod that mounts the claim, or one for which the claim was made.
    private static func uses(_ pod: Object, _ claim: Object) -> Bool {
        pod.list("spec", "volumes").contains { $0.text("persistentVolumeClaim", "claimName") == claim.name }
            || claim.ownerReferences.contains { $0.kind == "Pod" && $0.uid == pod.uid }
    }

    private static func conditions(_ conditions: [Value], _ writer: inout DescribeWriter) {
        guard !conditions.isEmpty else { return }
        writer.line("Conditions:")
        writer.headings(
            ["Type", "Status", "LastProbeTime", "LastTransitionTime", "Reason", "Message"],
            underline: ["----", "------", "-----------------", "------------------", "------", "-------"])
        for condition in conditions {
            let times = ["lastProbeTime", "lastTransitionTime"].map { TimeText.rfc1123(condition.time($0)) }
            let cells = [condition.text("type"), condition.text("status")] + times + [condition.text("reason")]
            writer.row(cells.map { $0 + " " } + [condition.text("message")])
        }
    }
}

extension DescribeWriter {
    /// A claim, or the template of one inside a pod, which has neither name nor status.
    mutating func claim(_ claim: Object, isComplete: Bool, level: Int) {
        if isComplete {
            field("Name", claim.name, level: level)
            field("Namespace", claim.namespace, level: level)
        }
        field("StorageClass", VolumeText.storageClass(claim), level: level)
        if isComplete { volumeStatus(of: claim) }
        field("Volume", claim.text("spec", "volumeName"), level: level)
        claimTexts("Labels", Self.labelTexts(claim.labels), level: level)
        claimTexts("Annotations", Self.annotationTexts(claim.annotations), level: level)
        if isComplete { field("Finalizers", "[\(claim.finalizers.joined(separator: " "))]", level: level) }
        field("Capacity", ClaimText.capacity(claim), level: level)
        field("Access Modes", ClaimText.accessModes(claim), level: level)
        optional("VolumeMode", claim["spec"]?["volumeMode"], level: level)
        guard let source = claim["spec"]?["dataSource"] else { return }
        line("DataSource:", level: level)
        optional("APIGroup", source["apiGroup"], level: level + 1)
        field("Kind", source.text("kind"), level: level + 1)
        field("Name", source.text("name"), level: level + 1)
    }

    /// Inside a pod kubectl writes the indentation of the line before the values, too.
    private mutating func claimTexts(_ title: String, _ texts: [String], level: Int) {
        let indentation = String(repeating: "  ", count: level)
        list(title, (texts.isEmpty ? ["<none>"] : texts).map { indentation + $0 }, level: level)
    }
}
