import Documents
import KubeModel

extension WorkbookCommand {
    static let map = WorkbookCommand("map", "which pod runs on which node", "どのノードでどの Pod が動いているかを表示します") {
        session, _ in
        let view = session.view
        var page = Page()
        let pods = view.objects(of: .pods, in: nil)
        for node in view.objects(of: .nodes, in: nil) {
            let isReady = node.condition("Ready")?["status"]?.string == "True"
            let mark = node["spec"]?["unschedulable"]?.bool == true ? " (cordoned)" : isReady ? "" : " (NotReady)"
            page.add(node.name + mark, .heading)
            for pod in pods where Pod(pod).nodeName == node.name { page.add("  " + line(pod)) }
        }
        let waiting = pods.filter { Pod($0).nodeName == nil }
        if !waiting.isEmpty {
            page.add(session.language.choose("no node yet", "まだノードが決まっていない Pod"), .waiting)
            for pod in waiting { page.add("  " + line(pod), .waiting) }
        }
        return Turn(page: page)
    }

    private static func line(_ pod: Object) -> String {
        let ready = Pod(pod).isReady ? "●" : "○"
        return "\(ready) \(pod.namespace)/\(pod.name)  \(Pod(pod).phase.rawValue)  \(Pod(pod).address ?? "")"
    }
}
