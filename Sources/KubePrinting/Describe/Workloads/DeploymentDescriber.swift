import Documents
import KubeModel

extension Describer {
    static let deployment = Describer(reading: [.replicaSets]) { deployment, related, writer in
        writer.field("Name", deployment.name)
        writer.field("Namespace", deployment.namespace)
        writer.creationTime(of: deployment)
        writer.labels("Labels", deployment.labels)
        writer.annotations(deployment.annotations)
        writer.field("Selector", LabelText.plainSelector(deployment["spec"]?["selector"]))
        writer.field("Replicas", replicas(deployment))
        writer.field("StrategyType", deployment.text("spec", "strategy", "type"))
        writer.field("MinReadySeconds", deployment.count("spec", "minReadySeconds"))
        if let update = deployment["spec", "strategy", "rollingUpdate"] {
            let unavailable = update["maxUnavailable"]?.scalarText ?? ""
            let surge = update["maxSurge"]?.scalarText ?? ""
            writer.field("RollingUpdateStrategy", "\(unavailable) max unavailable, \(surge) max surge")
        }
        writer.podTemplate(deployment["spec"]?["template"])
        writer.shortConditions(of: deployment)
        replicaSets(deployment, related, &writer)
    }

    private static func replicas(_ deployment: Object) -> String {
        let status = deployment.status
        return "\(deployment.count("spec", "replicas")) desired | \(status.count("updatedReplicas")) updated | "
            + "\(status.count("replicas")) total | \(status.count("availableReplicas")) available | "
            + "\(status.count("unavailableReplicas")) unavailable"
    }

    private static func replicaSets(_ deployment: Object, _ related: RelatedObjects, _ writer: inout DescribeWriter) {
        let owned = (related.list(.replicaSets, namespace: deployment.namespace) ?? [])
            .filter { $0.controller?.uid == deployment.uid }
        guard !owned.isEmpty else { return }
        let times = owned.map { ($0.creationTimestamp?.seconds ?? 0, $0.name) }
        let ordered = owned.indices.sorted { times[$0] < times[$1] }.map { owned[$0] }
        let template = withoutHash(deployment["spec"]?["template"])
        let new = ordered.first { withoutHash($0["spec"]?["template"]) == template }
        writer.field("OldReplicaSets", names(ordered.filter { $0.uid != new?.uid }))
        writer.field("NewReplicaSet", names(new.map { [$0] } ?? []))
    }

    /// A pod template as the deployment wrote it, without the label that tells its replica sets apart.
    private static func withoutHash(_ template: Value?) -> Value? {
        var template = template
        template?["metadata", "labels", "pod-template-hash"] = nil
        return template
    }

    /// `web-7b46c4b544 (2/2 replicas created)`
    private static func names(_ sets: [Object]) -> String {
        sets.map { set in
            "\(set.name) (\(set.count("status", "replicas"))/\(set.count("spec", "replicas")) replicas created)"
        }.joined(separator: ", ").or("<none>")
    }
}
