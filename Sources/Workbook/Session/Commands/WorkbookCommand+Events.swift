import Documents
import KubeModel

extension WorkbookCommand {
    static let events = WorkbookCommand(
        "events", "what happened in the namespace, oldest first", "名前空間で起きたことを古い順に表示します"
    ) { session, _ in
        let events = session.view.objects(of: .events, in: session.namespace)
        func last(_ event: Object) -> String { event["lastTimestamp"]?.string ?? event["eventTime"]?.string ?? "" }
        let sorted = events.sorted {
            (last($0), $0.resourceVersion.count, $0.resourceVersion) < (
                last($1), $1.resourceVersion.count, $1.resourceVersion
            )
        }
        var page = Page()
        for event in sorted.suffix(40) {
            let time = String(last(event).dropFirst(11).dropLast())
            let about =
                "\(event["involvedObject"]?["kind"]?.string ?? "")/\(event["involvedObject"]?["name"]?.string ?? "")"
            let count = event["count"]?.int ?? 1
            let times = count > 1 ? " (x\(count))" : ""
            page.add(
                "\(time)  \(event["reason"]?.string ?? "")  \(about)  \(event["message"]?.string ?? "")\(times)",
                event["type"] == "Warning" ? .waiting : .plain)
        }
        guard page.isEmpty else { return Turn(page: page) }
        return .text(session.language.choose("No events here yet.", "まだイベントはありません。"), .dim)
    }
}
