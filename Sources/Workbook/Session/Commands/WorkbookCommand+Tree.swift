import Documents
import KubeModel

extension WorkbookCommand {
    static let tree = WorkbookCommand("tree", "who owns whom in the namespace", "オブジェクトの親子関係を表示します") { session, _ in
        let view = session.view
        let namespace = session.namespace
        let kinds: [ResourceType] = [
            .cronJobs, .deployments, .statefulSets, .daemonSets, .jobs, .replicaSets, .pods, .services, .endpointSlices,
        ]
        let objects = kinds.flatMap { view.objects(of: $0, in: namespace) }
        var page = Page()
        for object in objects where object.controller == nil {
            add(object, depth: 0, objects, to: &page)
        }
        guard page.isEmpty else { return Turn(page: page) }
        return .text(
            session.language.choose("The namespace \(namespace) is empty.", "名前空間 \(namespace) には何もありません。"), .dim)
    }

    private static func add(_ object: Object, depth: Int, _ all: [Object], to page: inout Page) {
        let lead = depth == 0 ? "" : String(repeating: "   ", count: depth - 1) + "└─ "
        page.add("\(lead)\(object.kind)/\(object.name)\(state(of: object))")
        guard depth < 8 else { return }
        for child in all where child.controller?.uid == object.uid { add(child, depth: depth + 1, all, to: &page) }
    }

    private static func state(of object: Object) -> String {
        switch object.kind {
        case "Pod": "  \(object["status"]?["phase"]?.string ?? "")"
        case "Deployment", "StatefulSet", "ReplicaSet":
            "  \(object["status"]?["readyReplicas"]?.int ?? 0)/\(object["spec"]?["replicas"]?.int ?? 0)"
        default: ""
        }
    }
}
