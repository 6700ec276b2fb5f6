import Documents
package import KubeModel

/// A reader of the changes to one resource: a place in the history, and what it wants to see.
///
/// It holds no objects. `next` reads on from its place and moves it, so that a copy of the watch reads the same events
/// again, and a watch begun at the revision of the last event or bookmark sees what the first would have seen.
package struct Watch: Sendable {
    /// Without other events a bookmark comes this often. Source: `cacher.go`, `defaultBookmarkFrequency`.
    static let bookmarkPeriod = Duration.seconds(60)

    private let resource: ResourceType
    private let namespace: String?
    private let selection: (@Sendable (Object) -> Bool)?
    private let sendsBookmarks: Bool
    /// Everything up to here was told.
    package private(set) var revision: Int64
    /// What is there already is told first; then, when asked for, a bookmark says that this is all.
    private var owesInitialEvents: Bool
    private let marksInitialEnd: Bool
    private var lastEvent: Instant
}

extension APIServer {
    /// Begins a watch.
    ///
    /// Without a resourceVersion, or from `0`, it begins with what is there; else with what was written after that one.
    package func watch(_ request: APIRequest) throws(APIError) -> Watch {
        var listing = request
        listing.verb = .watch
        try authorize(listing)
        try ListOptionRules.check(request.options, isWatch: true)
        return try Watch(request, self)
    }
}

extension Watch {
    fileprivate init(_ request: APIRequest, _ api: APIServer) throws(APIError) {
        let options = request.options
        resource = request.resource
        namespace = resource.isNamespaced && !request.namespace.isEmpty ? request.namespace : nil
        var selection = try api.selection(of: request)
        if !request.name.isEmpty {
            let name = request.name, others = selection
            selection = { $0.name == name && others?($0) ?? true }
        }
        self.selection = selection
        sendsBookmarks = options.allowsWatchBookmarks
        let start = try ListOptionRules.revision(options.resourceVersion)
        let wantsInitial = options.sendsInitialEvents ?? (start == 0)
        owesInitialEvents = wantsInitial
        marksInitialEnd = options.sendsInitialEvents == true && options.allowsWatchBookmarks
        revision = wantsInitial ? api.store.revision : start == 0 ? api.store.revision : start
        lastEvent = api.now
        if !wantsInitial, api.store.changes(since: revision) == nil { throw Self.gone(revision, api) }
    }

    /// What has happened since the last call, oldest first; `.gone` when that was too long ago.
    package mutating func next(from api: APIServer) throws(APIError) -> [WatchEvent] {
        var events: [WatchEvent] = []
        if owesInitialEvents { events = initialEvents(api) }
        guard let changes = api.store.changes(since: revision) else { throw Self.gone(revision, api) }
        let place = Conversion.place(of: resource)
        for change in changes where change.resource.groupResource == place {
            if let event = event(of: change) { events.append(event) }
        }
        revision = max(revision, api.store.revision)
        if !events.isEmpty { lastEvent = api.now }
        if sendsBookmarks, api.now >= lastEvent + Self.bookmarkPeriod {
            lastEvent = api.now
            events.append(bookmark(endsInitialEvents: false))
        }
        return events
    }

    private mutating func initialEvents(_ api: APIServer) -> [WatchEvent] {
        owesInitialEvents = false
        let objects = api.store.list(Conversion.place(of: resource), namespace: namespace)
        var events = objects.filter { selection?($0) ?? true }.map { WatchEvent(.added, $0.served(as: resource)) }
        revision = api.store.revision
        if marksInitialEnd { events.append(bookmark(endsInitialEvents: true)) }
        return events
    }

    /// What a change means to this watch: an object that no longer is selected is deleted, one that now is, is added.
    private func event(of change: ObjectChange) -> WatchEvent? {
        if let namespace, change.object.namespace != namespace { return nil }
        let isSeen = selection?(change.object) ?? true
        let kind: WatchEvent.Kind
        switch change.action {
        case .added: kind = .added
        case .deleted:
            guard selection?(change.old ?? change.object) ?? true else { return nil }
            return WatchEvent(.deleted, change.object.served(as: resource))
        case .modified:
            let wasSeen = change.old.map { selection?($0) ?? true } ?? isSeen
            if wasSeen, !isSeen { return WatchEvent(.deleted, lastSeen(change).served(as: resource)) }
            kind = wasSeen ? .modified : .added
        }
        return isSeen ? WatchEvent(kind, change.object.served(as: resource)) : nil
    }

    /// An object that leaves the selection is shown as it last was in it, under the new revision.
    private func lastSeen(_ change: ObjectChange) -> Object {
        var object = change.old ?? change.object
        object["metadata", "resourceVersion"] = .string(String(change.revision))
        return object
    }

    private func bookmark(endsInitialEvents: Bool) -> WatchEvent {
        var metadata: Object = ["resourceVersion": .string(String(revision)), "creationTimestamp": .null]
        if endsInitialEvents { metadata["annotations"] = ["k8s.io/initial-events-end": "true"] }
        return WatchEvent(
            .bookmark,
            [
                "apiVersion": .string(resource.apiVersion), "kind": .string(resource.kind),
                "metadata": .object(metadata),
            ])
    }

    private static func gone(_ revision: Int64, _ api: APIServer) -> APIError {
        .gone("too old resource version: \(revision) (\(api.store.compactedRevision))")
    }
}
