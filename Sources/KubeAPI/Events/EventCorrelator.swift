import Documents
import KubeModel

/// Counts up what is said again instead of writing a new event, as `client-go/tools/record/events_cache.go` does.
struct EventCorrelator: Sendable {
    /// More events than this about one object from one source within a while are dropped (EventSourceObjectSpamFilter).
    static let burstMax = 25
    /// One more event is allowed every so many seconds.
    static let refillSeconds: Int64 = 300
    /// Events that are alike but for their message are joined from the tenth on, for ten minutes.
    static let similarMax = 10
    static let similarSeconds: Int64 = 600

    struct Spam: Sendable {
        var tokens: Double
        var updated: Instant
    }

    struct Similar: Sendable {
        var messages: Set<String> = []
        var updated: Instant
    }

    /// How many sources and groups are kept before those are dropped that time has made meaningless.
    static let kept = 4096

    /// The event that says the same, by everything that it says.
    private var names: [String: String] = [:]
    private var spam: [String: Spam] = [:]
    private var similar: [String: Similar] = [:]
    private var lastSuffix: Int64 = 0
    private var pruneAt = Self.kept
}

extension EventCorrelator {
    /// How an event is to be written: under the name of an older one that it repeats, or anew; `nil` when it is dropped.
    mutating func correlate(_ event: EventRecord, now: Instant) -> (message: String, key: String, existing: String?)? {
        let object = event.object
        let about = [event.component, event.host, object.kind, object.namespace, object.name, object.uid]
        guard takeToken(about.joined(separator: "\u{1}"), now) else { return nil }
        let group = (about + [event.fieldPath, event.kind.rawValue, event.reason]).joined(separator: "\u{1}")
        prune(now)
        let isJoined = similar[group, default: Similar(updated: now)].isOneTooMany(event.message, now)
        let message = isJoined ? "(combined from similar events): \(event.message)" : event.message
        let key = isJoined ? group : group + "\u{1}" + event.message
        return (message, key, names[key])
    }

    /// Nanoseconds in hexadecimal, so that events about one object are listed in the order in which they happened.
    mutating func nextSuffix(now: Instant) -> String {
        lastSuffix = max(now.microseconds * 1000, lastSuffix + 1)
        return String(lastSuffix, radix: 16)
    }

    mutating func remember(_ name: String, for key: String) {
        names[key] = name
    }

    mutating func forget(_ key: String) {
        names[key] = nil
    }

    /// How many sources and groups are kept.
    var remembered: Int { spam.count + similar.count }

    /// Forgets the buckets that are full again and the groups that would begin anew.
    private mutating func prune(_ now: Instant) {
        guard remembered > pruneAt else { return }
        let refilled = Duration.seconds(Self.refillSeconds * Int64(Self.burstMax))
        spam = spam.filter { now - $0.value.updated <= refilled }
        similar = similar.filter { now - $0.value.updated <= .seconds(Self.similarSeconds) }
        pruneAt = max(Self.kept, 2 * remembered)
    }

    private mutating func takeToken(_ source: String, _ now: Instant) -> Bool {
        var bucket = spam[source] ?? Spam(tokens: Double(Self.burstMax), updated: now)
        let passed = Double((now - bucket.updated).microseconds) / 1_000_000
        bucket.tokens = min(Double(Self.burstMax), bucket.tokens + passed / Double(Self.refillSeconds))
        bucket.updated = now
        let allowed = bucket.tokens >= 1
        if allowed { bucket.tokens -= 1 }
        spam[source] = bucket
        return allowed
    }
}

extension EventCorrelator.Similar {
    /// Whether a message is one of so many that they are joined; the set never grows beyond their number.
    fileprivate mutating func isOneTooMany(_ message: String, _ now: Instant) -> Bool {
        if now - updated > .seconds(EventCorrelator.similarSeconds) { messages = [] }
        updated = now
        messages.insert(message)
        guard messages.count >= EventCorrelator.similarMax else { return false }
        messages.remove(message)
        return true
    }
}
