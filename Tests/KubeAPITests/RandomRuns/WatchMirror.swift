import Documents
import KubeModel

@testable import KubeAPI

/// A watch with a picture of the objects that its events draw.
struct WatchMirror {
    let resource: ResourceType
    let request: APIRequest
    private var watch: Watch
    private(set) var objects: [ObjectKey: Object] = [:]
    private var lastRevision: Int64 = 0
    /// Where a later watch could begin, and what this one has told since.
    private var resumption: (revision: Int64, events: [WatchEvent])?

    init(_ resource: ResourceType, _ api: APIServer, namespace: String = "", labelSelector: String = "")
        throws(APIError)
    {
        self.resource = resource
        var request = APIRequest(.watch, resource, namespace: namespace)
        request.options.labelSelector = labelSelector
        request.options.allowsWatchBookmarks = true
        self.request = request
        watch = try api.watch(request)
    }
}

extension WatchMirror {
    /// Reads on, and says what is wrong with what it reads.
    mutating func read(_ api: APIServer) -> String? {
        let events: [WatchEvent]
        do { events = try watch.next(from: api) } catch { return "the watch failed: \(error.message)" }
        for event in events {
            if let problem = take(event) { return "\(event.kind.rawValue) \(event.object.key): \(problem)" }
        }
        resumption?.events += events.filter { $0.kind != .bookmark }
        return nil
    }

    private mutating func take(_ event: WatchEvent) -> String? {
        let key = event.object.key
        guard let revision = Int64(event.object.resourceVersion) else { return "no revision" }
        switch event.kind {
        case .bookmark:
            if revision < lastRevision { return "a bookmark from before the last event" }
            resumption = (revision, [])
            return nil
        case .error: return "an error"
        case .added:
            if objects[key] != nil { return "added twice" }
            objects[key] = event.object
        case .modified:
            guard let old = objects[key] else { return "was never added" }
            if old.uid != event.object.uid { return "another object under the same name" }
            if old.generation > event.object.generation { return "the generation went back" }
            objects[key] = event.object
        case .deleted:
            guard objects.removeValue(forKey: key) != nil else { return "was not there" }
        }
        // What is there at the beginning comes by name, not by age.
        if lastRevision > 0, revision <= lastRevision, resumption != nil { return "out of order" }
        lastRevision = max(lastRevision, revision)
        return nil
    }

    /// The picture must be what a list shows.
    func difference(from api: APIServer) -> String? {
        var listing = request
        listing.verb = .list
        listing.options.allowsWatchBookmarks = false
        let list: ObjectList
        do { list = try api.listObjects(listing) } catch { return "the list failed: \(error.message)" }
        guard list.items.count == objects.count else {
            return "the watch of \(resource.plural) knows \(objects.count) objects, the list \(list.items.count)"
        }
        for item in list.items where objects[item.key] != item {
            return "the watch knows another \(resource.plural) \(item.key)"
        }
        return nil
    }

    /// A watch that begins where a bookmark was must tell what this one has told since.
    func resumes(_ api: APIServer) -> String? {
        guard let resumption else { return nil }
        var later = request
        later.options.resourceVersion = String(resumption.revision)
        later.options.allowsWatchBookmarks = false
        do {
            var other = try api.watch(later)
            let events = try other.next(from: api)
            return events == resumption.events
                ? nil : "a watch of \(resource.plural) from revision \(resumption.revision) tells another story"
        } catch {
            return "cannot resume: \(error.message)"
        }
    }

    /// Begins the story that `resumes` compares, at the present place.
    mutating func mark() {
        resumption = (watch.revision, [])
    }
}
