package import Documents
import KubeModel

/// What a component has to say about an object.
package struct EventRecord: Sendable {
    package enum Kind: String, Sendable { case normal = "Normal", warning = "Warning" }

    package var object: Object
    /// `spec.containers{web}`; empty for the whole object.
    package var fieldPath = ""
    package var kind: Kind
    /// `Scheduled`
    package var reason: String
    package var message: String
    /// `default-scheduler`, `kubelet`, `deployment-controller`
    package var component: String
    /// The node of a kubelet.
    package var host = ""
    /// `Binding`: what recorders of `events.k8s.io` say beside the reason; their events have one exact time and no source.
    package var action = ""

    package init(
        _ object: Object, fieldPath: String = "", _ kind: Kind, _ reason: String, _ message: String,
        from component: String,
        host: String = ""
    ) {
        self.object = object
        self.fieldPath = fieldPath
        self.kind = kind
        self.reason = reason
        self.message = message
        self.component = component
        self.host = host
    }
}

extension APIServer {
    /// Events live an hour (`--event-ttl`).
    package static let eventLifetime = Duration.seconds(3600)

    /// Writes an event about an object, or counts up the one that says the same.
    package mutating func record(_ event: EventRecord) {
        guard let (message, key, existing) = events.correlate(event, now: now) else { return }
        let namespace = event.object.namespace.isEmpty ? "default" : event.object.namespace
        if let existing, var old = get(.events, ObjectKey(namespace: namespace, name: existing)) {
            countUp(&old)
            old["message"] = .string(message)
            _ = store.put(old, as: .events)
            return
        }
        guard let space = get(.namespaces, ObjectKey(name: namespace)), !space.isTerminating else { return }
        let object = newEvent(event, message: message, namespace: namespace)
        _ = store.put(object, as: .events)
        events.remember(object.name, for: key)
    }

    private func countUp(_ event: inout Object) {
        guard let action = event["action"]?.string, !action.isEmpty else {
            event["count"] = Value((event["count"]?.int ?? 1) + 1)
            event["lastTimestamp"] = .string(now.rfc3339)
            return
        }
        let count = event["series"]?["count"]?.int ?? 1
        event["series"] = ["count": Value(count + 1), "lastObservedTime": .string(now.rfc3339Micro)]
    }

    private mutating func newEvent(_ event: EventRecord, message: String, namespace: String) -> Object {
        let object = event.object
        var involved: Object = [
            "apiVersion": .string(object.apiVersion), "kind": .string(object.kind), "name": .string(object.name),
            "uid": .string(object.uid),
        ]
        if !object.namespace.isEmpty { involved["namespace"] = .string(object.namespace) }
        if !object.resourceVersion.isEmpty { involved["resourceVersion"] = .string(object.resourceVersion) }
        if !event.fieldPath.isEmpty { involved["fieldPath"] = .string(event.fieldPath) }
        var source: Object = ["component": .string(event.component)]
        if !event.host.isEmpty { source["host"] = .string(event.host) }
        let time = Value.string(now.rfc3339)
        var written: Object = [
            "apiVersion": "v1", "kind": "Event", "count": 1, "eventTime": .null, "firstTimestamp": time,
            "lastTimestamp": time,
            "involvedObject": .object(involved), "message": .string(message), "reason": .string(event.reason),
            "metadata": [
                "name": .string("\(object.name).\(events.nextSuffix(now: now))"), "namespace": .string(namespace),
                "uid": .string(random.uid()), "creationTimestamp": time,
            ],
            "reportingComponent": .string(event.component), "reportingInstance": .string(event.host),
            "source": .object(source), "type": .string(event.kind.rawValue),
        ]
        guard !event.action.isEmpty else { return written }
        written["action"] = .string(event.action)
        written["eventTime"] = .string(now.rfc3339Micro)
        written["reportingInstance"] = .string("\(event.component)-control-plane")
        written["source"] = .object(Object())
        written["firstTimestamp"] = .null
        written["lastTimestamp"] = .null
        written["count"] = nil
        return written
    }

    /// Forgets the events whose hour is over.
    package mutating func expireEvents() {
        for event in list(.events) {
            let last = event["lastTimestamp"]?.string.flatMap(Instant.init(rfc3339:)) ?? event.creationTimestamp ?? now
            if now - last >= Self.eventLifetime { store.remove(event, of: .events) }
        }
    }
}
