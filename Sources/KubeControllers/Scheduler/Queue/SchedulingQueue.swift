import KubeModel

/// The pods that wait for a node: those to try now, and those that were tried in vain.
///
/// Source: `pkg/scheduler/backend/queue/scheduling_queue.go`. A pod that is moved back from the unschedulable ones is
/// tried at once when nothing else waits, as since 1.33 (SchedulerPopFromBackoffQ), so that no back-off is kept here.
struct SchedulingQueue: Sendable {
    /// A pod to try, the more important and then the older first.
    private struct Active: Comparable, Sendable {
        let priority: Int
        let added: UInt64
        let key: ObjectKey

        static func < (left: Active, right: Active) -> Bool {
            left.priority == right.priority ? left.added < right.added : left.priority > right.priority
        }
    }

    /// A pod that no node took.
    struct Unschedulable: Sendable {
        var plugins: Set<Rejection.Plugin>
        var since: Instant
    }

    private var active: [ObjectKey: (priority: Int, added: UInt64)] = [:]
    private(set) var unschedulable: [ObjectKey: Unschedulable] = [:]
    private var added: UInt64 = 0
    /// When the active pods are to be tried.
    private(set) var due: Instant?
}

extension SchedulingQueue {
    /// When something is to be done next: a try, or the end of the longest wait.
    var nextDue: Instant? {
        if let due { return due }
        return unschedulable.values.map(\.since).min().map { $0 + Timing.unschedulableFlush }
    }

    mutating func activate(_ key: ObjectKey, priority: Int, now: Instant) {
        unschedulable[key] = nil
        if active[key] == nil {
            added += 1
            active[key] = (priority, added)
        }
        due = due ?? now + Timing.schedulingLatency
    }

    mutating func park(_ key: ObjectKey, _ plugins: Set<Rejection.Plugin>, now: Instant) {
        unschedulable[key] = Unschedulable(plugins: plugins, since: now)
    }

    mutating func remove(_ key: ObjectKey) {
        active[key] = nil
        unschedulable[key] = nil
    }

    /// Takes all pods that are to be tried now, in order.
    mutating func takeDue(_ now: Instant) -> [ObjectKey] {
        guard let due, due <= now else { return [] }
        self.due = nil
        let sorted = active.map { Active(priority: $0.value.priority, added: $0.value.added, key: $0.key) }.sorted()
        active = [:]
        return sorted.map(\.key)
    }

    /// The pods that have waited so long that they are tried without any reason, in order.
    func overdue(_ now: Instant) -> [ObjectKey] {
        unschedulable.filter { $0.value.since + Timing.unschedulableFlush <= now }.keys.sorted()
    }
}
