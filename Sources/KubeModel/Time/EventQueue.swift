internal import HeapModule

/// What is to happen when: ordered by due time, and among equals by insertion.
package struct EventQueue<Event: Sendable>: Sendable {
    private struct Entry: Comparable, Sendable {
        let due: Instant
        let sequence: UInt64
        let event: Event

        static func == (left: Entry, right: Entry) -> Bool { left.sequence == right.sequence }
        static func < (left: Entry, right: Entry) -> Bool {
            (left.due, left.sequence) < (right.due, right.sequence)
        }
    }

    private var heap = Heap<Entry>()
    private var inserted: UInt64 = 0

    package init() {}
}

extension EventQueue {
    package var count: Int { heap.count }
    package var nextDue: Instant? { heap.min?.due }

    package mutating func schedule(_ event: Event, at due: Instant) {
        inserted += 1
        heap.insert(Entry(due: due, sequence: inserted, event: event))
    }

    /// Takes the earliest event that is due at `now` or before.
    package mutating func pop(dueBy now: Instant) -> (due: Instant, event: Event)? {
        guard let next = heap.min, next.due <= now else { return nil }
        heap.removeMin()
        return (next.due, next.event)
    }
}
