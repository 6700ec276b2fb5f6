package import KubeModel

/// What is to be reconciled when: each key once, errors with growing pauses.
///
/// Source: `k8s.io/client-go/util/workqueue`, the rate limiter of `DefaultTypedControllerRateLimiter`.
package struct WorkQueue: Sendable {
    /// An object of one controller, named by the controller's place in the manager.
    package struct Item: Hashable, Sendable {
        package let controller: Int
        package let key: ObjectKey
    }

    private var events = EventQueue<Item>()
    private var dueTimes: [Item: Instant] = [:]
    private var failures: [Item: Int] = [:]

    package init() {}
}

extension WorkQueue {
    package var nextDue: Instant? { events.nextDue }

    /// Asks for an item at a time, unless it is due earlier anyway.
    package mutating func add(_ item: Item, at due: Instant) {
        if let already = dueTimes[item], already <= due { return }
        dueTimes[item] = due
        events.schedule(item, at: due)
    }

    /// Asks for an item again after it failed once more.
    package mutating func retry(_ item: Item, now: Instant) {
        let count = failures[item, default: 0]
        failures[item] = count + 1
        let pause = min(Timing.retryPauseMax, Timing.retryPauseFirst * (1 << min(count, 20)))
        add(item, at: now + pause)
    }

    package mutating func forgetFailures(of item: Item) {
        failures[item] = nil
    }

    /// Takes the next item that is due; entries that an earlier one replaced are dropped.
    package mutating func pop(dueBy now: Instant) -> Item? {
        while let (due, item) = events.pop(dueBy: now) {
            guard dueTimes[item] == due else { continue }
            dueTimes[item] = nil
            return item
        }
        return nil
    }
}
