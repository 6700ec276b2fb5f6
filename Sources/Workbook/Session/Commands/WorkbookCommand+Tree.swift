import Documents
import KubeModel
import KubePrinting

extension WorkbookCommand {
    static let tree = WorkbookCommand("tree", "who owns whom in the namespace", "オブジェクトの親子関係を表示します") { session, _ in
        let view = session.view
        let namespace = session.namespace
        let kinds: [ResourceType] = [
            .cronJobs, .deployments, .statefulSets, .daemonSets, .jobs, .replicaSets, .pods, .services, .endpointSlices,
        ]
        let objects = kinds.flatMap { view.objects(of: $0, in: namespace) }
        var page = Page()
        for object in objects where object.controller == nil { add(object, lead: "", stem: "", objects, to: &page) }
        guard page.isEmpty else { return Turn(page: page) }
        return .text(
            session.language.choose("The namespace \(namespace) is empty.", "名前空間 \(namespace) には何もありません。"), .dim)
    }

    /// - Parameters:
    ///   - lead: What stands before the object itself.
    ///   - stem: What stands before everything below it.
    private static func add(_ object: Object, lead: String, stem: String, _ all: [Object], to page: inout Page) {
        page.add("\(lead)\(object.kind)/\(object.name)\(state(of: object))")
        guard stem.count < 24 else { return }
        let children = all.filter { $0.controller?.uid == object.uid }
        for (index, child) in children.enumerated() {
            let isLast = index == children.count - 1
            add(child, lead: stem + (isLast ? "└─ " : "├─ "), stem: stem + (isLast ? "   " : "│  "), all, to: &page)
        }
    }

    private static func state(of object: Object) -> String {
        switch object.kind {
        case "Pod": "  \(PodSummary(object).status)"
        case "Deployment", "StatefulSet", "ReplicaSet":
            "  \(object["status"]?["readyReplicas"]?.int ?? 0)/\(object["spec"]?["replicas"]?.int ?? 0)"
        default: ""
        }
    }
}
