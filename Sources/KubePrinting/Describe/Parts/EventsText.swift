import Documents
import KubeModel

/// Finds the events of an object among those of its namespace.
struct EventSearch {
    private let name: String
    private let namespace: String
    private let kind: String?
    private let uids: Set<String>

    init?(_ search: Describer.EventSearch, _ object: Object, kind: String) {
        name = object.name
        namespace = object.namespace
        switch search {
        case .none: return nil
        case .object: (self.kind, uids) = (kind, [object.uid])
        case .pod: (self.kind, uids) = (nil, [Self.uid(ofPod: object)])
        case .node: (self.kind, uids) = (kind, [object.uid, object.name])
        }
    }

    func matches(_ event: Object) -> Bool {
        guard let involved = event["involvedObject"] else { return false }
        return involved.text("name") == name && involved.text("namespace") == namespace
            && (kind == nil || involved.text("kind") == kind) && uids.contains(involved.text("uid"))
    }

    /// Events of a static pod name the uid that its node gave it.
    private static func uid(ofPod pod: Object) -> String {
        pod.annotations["kubernetes.io/config.mirror"]?.string ?? pod.uid
    }
}

extension DescribeWriter {
    /// The events that a description ends with, oldest first.
    mutating func events(_ events: [Object]) {
        guard !events.isEmpty else {
            field("Events", "<none>")
            return
        }
        line("Events:")
        headings(
            ["Type", "Reason", "Age", "From", "Message"], underline: ["----", "------", "----", "----", "-------"])
        for event in Self.ordered(events).map(EventSummary.init) {
            let place = event.fieldPath.isEmpty ? "" : "\(event.fieldPath): "
            row([event.type, event.reason, event.interval(now: now), event.component, place + event.message])
        }
    }

    /// By the time at which each was seen last; those that never tell it come first.
    private static func ordered(_ events: [Object]) -> [Object] {
        let times = events.map { $0.time("lastTimestamp")?.seconds ?? .min }
        return events.indices.sorted { (times[$0], $0) < (times[$1], $1) }.map { events[$0] }
    }
}
