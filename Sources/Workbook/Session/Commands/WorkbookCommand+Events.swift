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
        let shown = sorted.suffix(40)
        let reasonWidth = shown.map { reason($0).count }.max() ?? 0
        let subjectWidth = shown.map { subject($0).count }.max() ?? 0
        var page = Page()
        for event in shown {
            let time = last(event).dropFirst("2026-01-05T".count).prefix("09:00:00".count)
            let count = event["count"]?.int ?? 1
            let times = count > 1 ? " (x\(count))" : ""
            let head = "\(time)  \(reason(event).padded(to: reasonWidth))  \(subject(event).padded(to: subjectWidth))"
            page.add(
                "\(head)  \(event["message"]?.string ?? "")\(times)", event["type"] == "Warning" ? .waiting : .plain)
        }
        guard page.isEmpty else { return Turn(page: page) }
        return .text(session.language.choose("No events here yet.", "まだイベントはありません。"), .dim)
    }

    private static func reason(_ event: Object) -> String { event["reason"]?.string ?? "" }

    /// `Pod/web`
    private static func subject(_ event: Object) -> String {
        let object = event["involvedObject"]
        return "\(object?["kind"]?.string ?? "")/\(object?["name"]?.string ?? "")"
    }
}
