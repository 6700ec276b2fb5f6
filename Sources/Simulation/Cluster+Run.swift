import KubeAPI
import KubeControllers
package import KubeModel
import KubeNodes

extension Cluster {
    /// When anything in the cluster next has something to do.
    package var nextDue: Instant? {
        [controllers.nextDue, scheduler.nextDue, nodes.nextDue].compactMap { $0 }.min()
    }

    /// Lets time pass up to an instant; whatever is due on the way happens in order.
    @discardableResult
    package mutating func run(until end: Instant) -> RunOutcome {
        advance(until: end, stopsAtChange: false)
    }

    /// Lets time pass until something is written to the API, and up to `end` at the latest.
    package mutating func runToChange(until end: Instant) -> RunOutcome {
        advance(until: end, stopsAtChange: true)
    }

    /// Lets time pass until nothing is left to do but what only repeats, and up to `limit` at the latest.
    ///
    /// A cluster is settled when no object but an event, a lease or a node's heartbeat was written for `quiet`.
    package mutating func runUntilSettled(quiet: Duration = .seconds(35), limit: Duration) -> RunOutcome {
        let end = now + limit
        var lastWrite = now
        // What is named at the end was written in this span of time or the one before it.
        var span = (start: now, revision: api.store.revision, earlier: api.store.revision)
        while now < end {
            let before = api.store.revision
            if now - span.start >= quiet { span = (now, before, span.revision) }
            let outcome = advance(until: min(lastWrite + quiet, end), stopsAtChange: true)
            guard outcome == .changed else {
                if case .exceeded = outcome { return outcome }
                return now < end
                    ? .settled : .exceeded(moving: movingObjects(since: max(span.earlier, api.store.revision - 200)))
            }
            let written = api.changes(since: before) ?? []
            if written.contains(where: { !Self.repeating.contains($0.resource.plural) }) { lastWrite = now }
        }
        return .exceeded(moving: movingObjects(since: max(span.earlier, api.store.revision - 200)))
    }

    private static let repeating: Set<String> = ["events", "leases"]

    private mutating func advance(until end: Instant, stopsAtChange: Bool) -> RunOutcome {
        let start = now
        let revision = api.store.revision
        var steps = 0
        deliverChanges()
        while let due = nextDue, due <= end {
            steps += 1
            guard steps <= budget.steps, due - start <= budget.time, api.store.count <= budget.objects else {
                return .exceeded(moving: movingObjects(since: max(revision, api.store.revision - 50)))
            }
            api.now = max(now, due)
            runDueComponents()
            if stopsAtChange, api.store.revision != revision { return .changed }
        }
        api.now = max(now, end)
        keepHouse()
        return nextDue == nil ? .settled : .reached
    }

    /// One turn at one instant: each component that is due acts, then everyone sees what was written.
    private mutating func runDueComponents() {
        if isDue(controllers) {
            readMetricsForAutoscalers()
            controllers.run(api: &api)
        }
        if isDue(scheduler) { scheduler.run(api: &api) }
        if isDue(nodes) { nodes.run(api: &api) }
        deliverChanges()
    }

    private func isDue(_ component: some Component) -> Bool {
        component.nextDue.map { $0 <= now } ?? false
    }

    /// Shows the components what was written since they last looked.
    mutating func deliverChanges() {
        guard api.store.revision != observedRevision else { return }
        let changes = api.changes(since: observedRevision) ?? []
        observedRevision = api.store.revision
        controllers.observe(changes, api: api)
        scheduler.observe(changes, api: api)
        nodes.observe(changes, api: api)
    }

    private mutating func keepHouse() {
        guard now >= nextHousekeeping else { return }
        api.expireEvents()
        nextHousekeeping = now + Self.housekeepingPeriod
    }

    /// The objects that were written most recently, for the message of a run that did not end.
    private func movingObjects(since revision: Int64) -> [String] {
        var names: [String] = []
        for change in api.changes(since: revision) ?? [] where !Self.repeating.contains(change.resource.plural) {
            let name = "\(change.resource.singular)/\(change.object.name)"
            if !names.contains(name) { names.append(name) }
        }
        return Array(names.prefix(5))
    }
}
