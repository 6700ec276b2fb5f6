import Documents
import KubeModel

extension TableDefinition {
    static let events = TableDefinition(
        [
            Column<EventSummary>.timed("Last Seen") { event, now in HumanDuration.since(event.lastSeen, now: now) },
            Column("Type") { $0.type },
            Column("Reason") { $0.reason },
            Column("Object") { $0.target },
            Column("Subobject", priority: 1) { $0.fieldPath },
            Column("Source", priority: 1) { $0.source },
            Column("Message") { $0.message },
            .timed("First Seen", priority: 1) { event, now in HumanDuration.since(event.firstSeen, now: now) },
            .integer("Count", priority: 1) { $0.count },
            Column(ColumnHeading("Name", priority: 1, isName: true)) { event, _ in .string(event.name) },
        ], row: EventSummary.init)

    /// The table of `kubectl events`, whose first column tells how often and how long: `20s (x3 over 2m)`.
    ///
    /// Source: k8s.io/kubectl/pkg/cmd/events/event_printer.go.
    package static let eventHistory = TableDefinition(
        [
            Column<EventSummary>.timed("Last Seen") { event, now in event.interval(now: now) },
            Column("Type") { $0.type },
            Column("Reason") { $0.reason },
            Column("Object") { $0.object },
            Column("Message") { $0.message },
        ], row: EventSummary.init)
}
