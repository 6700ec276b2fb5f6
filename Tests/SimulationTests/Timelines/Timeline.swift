import Documents
import KubeAPI
import KubeModel
import KubeNodes
import Simulation
import Testing

/// A cluster whose story is told second by second.
struct Timeline {
    var cluster: Cluster
    /// The moment from which seconds are counted.
    private let start: Instant

    init(_ profile: ClusterProfile = .bare, nodes: Int = 1) throws {
        start = Instant(seconds: 1_767_603_600)  // 2026-01-05T09:00:00Z
        cluster = try Cluster(
            ClusterConfiguration(
                profile: profile, nodeCount: nodes, seed: 1, start: start, images: RandomImages.catalog))
    }
}

extension Timeline {
    /// Creates what a manifest says.
    mutating func apply(_ manifest: String) throws {
        for document in try YAML.documents(in: manifest) {
            guard let object = document.value.object else { continue }
            let type = try #require(cluster.api.resources.type(apiVersion: object.apiVersion, kind: object.kind))
            let namespace = type.isNamespaced ? (object.namespace.isEmpty ? "default" : object.namespace) : ""
            _ = try cluster.send(APIRequest(.create, type, namespace: namespace, body: .object(object)))
        }
    }

    mutating func patch(_ type: ResourceType, _ name: String, _ patch: Value) throws {
        var request = APIRequest(
            .patch, type, namespace: type.isNamespaced ? "default" : "", name: name, body: patch)
        request.patchType = .merge
        _ = try cluster.send(request)
    }

    mutating func delete(_ type: ResourceType, _ name: String, grace: Int? = nil) throws {
        var request = APIRequest(.delete, type, namespace: type.isNamespaced ? "default" : "", name: name)
        request.options.gracePeriodSeconds = grace
        _ = try cluster.send(request)
    }

    func get(_ type: ResourceType, _ name: String) -> Object? {
        cluster.api.get(type, ObjectKey(namespace: type.isNamespaced ? "default" : "", name: name))
    }

    /// Lets time pass up to a second of the story.
    mutating func run(to second: Int) {
        cluster.run(until: start + .seconds(second))
    }

    /// What something looks like from now on, each time that it changes, with the second in which it did.
    mutating func story(to second: Int, _ look: (Cluster) -> String) -> [String] {
        let end = start + .seconds(second)
        var last = ""
        var story: [String] = []
        while true {
            let now = look(cluster)
            if now != last { story.append("\((cluster.now - start).components.seconds) \(now)") }
            last = now
            guard cluster.now < end else { return story }
            _ = cluster.runToChange(until: end)
        }
    }

    /// The events about an object, oldest first, each with the second of its first time: `3 Pulled`.
    func events(_ name: String, from component: String? = nil) -> [String] {
        let events = cluster.api.list(.events).filter { event in
            event["involvedObject"]?["name"]?.string == name
                && (component.map { event["source"]?["component"]?.string == $0 } ?? true)
        }
        return events.sorted { Int($0.resourceVersion) ?? 0 < Int($1.resourceVersion) ?? 0 }.map { event in
            let first = event["firstTimestamp"]?.string ?? event["eventTime"]?.string ?? ""
            let second = Instant(rfc3339: first).map { ($0 - start).components.seconds } ?? -1
            let count = event["count"]?.int ?? 1
            return "\(second) \(event["reason"]?.string ?? "")" + (count > 1 ? " x\(count)" : "")
        }
    }

    /// The node of that place in the list.
    func node(_ index: Int) -> String { cluster.api.list(.nodes)[index].name }
}

/// What the columns READY, STATUS and RESTARTS of a pod show, in short: `0/1 Error 2`.
func podSummary(_ name: String) -> (Cluster) -> String {
    { cluster in
        guard let pod = cluster.api.get(.pods, ObjectKey(namespace: "default", name: name)) else { return "gone" }
        let statuses = pod["status"]?["containerStatuses"]?.array ?? []
        let initial = (pod["status"]?["initContainerStatuses"]?.array ?? [])
            .first { $0["ready"]?.bool != true && $0["started"]?.bool != true }
        let state = (initial ?? statuses.first)?["state"]
        var status = pod["status"]?["reason"]?.string ?? pod["status"]?["phase"]?.string ?? "?"
        if let reason = state?["waiting"]?["reason"]?.string ?? state?["terminated"]?["reason"]?.string {
            status = reason
        }
        if pod.isTerminating { status = "Terminating" }
        let ready = statuses.count { $0["ready"]?.bool == true }
        return "\(ready)/\(Pod(pod).containers.count) \(status) \(statuses.first?["restartCount"]?.int ?? 0)"
    }
}
