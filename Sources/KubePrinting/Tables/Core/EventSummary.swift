package import Documents
package import KubeModel

/// What listings say of an event, of either API group that serves events.
package struct EventSummary: Sendable {
    package let name: String
    package let type: String
    package let reason: String
    package let message: String
    package let kind: String
    package let involvedName: String
    package let fieldPath: String
    package let component: String
    package let host: String
    package let count: Int
    private let isSeries: Bool
    package let firstSeen: Instant?
    package let lastSeen: Instant?

    package init(_ event: Object) {
        let involved = event["involvedObject"] ?? event["regarding"] ?? .null
        let source = event["source"] ?? event["deprecatedSource"] ?? .null
        let series = event["series"]
        name = event.name
        type = event.text("type")
        reason = event.text("reason")
        message = event.text("message").or(event.text("note")).trimmed
        kind = involved.text("kind")
        involvedName = involved.text("name")
        fieldPath = involved.text("fieldPath")
        component = source.text("component").or(
            event.text("reportingComponent").or(event.text("reportingController")))
        host = source.text("host").or(event.text("reportingInstance"))
        firstSeen = event.time("firstTimestamp") ?? event.time("deprecatedFirstTimestamp") ?? event.time("eventTime")
        let last = event.time("lastTimestamp") ?? event.time("deprecatedLastTimestamp") ?? firstSeen
        lastSeen = series?.time("lastObservedTime") ?? last
        let single = event["count"]?.int ?? event["deprecatedCount"]?.int ?? 0
        isSeries = series != nil
        count = series?.count("count") ?? max(single, 1)
    }
}

extension EventSummary {
    /// `pod/web`
    var target: String { involvedName.isEmpty ? kind.lowercased() : "\(kind.lowercased())/\(involvedName)" }

    /// `Pod/web`
    package var object: String { "\(kind)/\(involvedName)" }

    /// `kubelet, node-1`
    package var source: String { host.isEmpty ? component : "\(component), \(host)" }

    /// `20s` for an event that was seen once, else `20s (x3 over 2m)`.
    package func interval(now: Instant) -> String {
        let first = HumanDuration.since(firstSeen, now: now)
        guard isSeries || count > 1 else { return first }
        return "\(HumanDuration.since(lastSeen, now: now)) (x\(count) over \(first))"
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
