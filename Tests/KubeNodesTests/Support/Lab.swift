import Documents
import Foundation
import KubeAPI
import KubeModel
import KubeNodes
import Testing

/// A cluster of nothing but an API and nodes, whose pods are bound by hand.
struct Lab {
    var api: APIServer
    var fleet: NodeFleet
    private var seen: Int64 = 0

    static let start = Instant(rfc3339: "2026-11-22T12:00:00Z") ?? Instant(seconds: 0)
    static let images: ImageCatalog = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Manifests/images")
        do {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            return try ImageCatalog(
                files: names.map { ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) })
        } catch {
            Issue.record("images cannot be read: \(error)")
            return ImageCatalog()
        }
    }()

    init(_ profile: ClusterProfile = .bare, nodes: Int = 1) throws {
        api = APIServer(now: Self.start, seed: 7)
        fleet = NodeFleet(nodes: NodeDescription.nodes(count: nodes), profile: profile, images: Self.images)
        for name in ["default", "kube-node-lease"] {
            try api.create(.namespaces, ["metadata": ["name": .string(name)]], as: .admin)
        }
        if api.get(.serviceAccounts, ObjectKey(namespace: "default", name: "default")) == nil {
            try api.create(
                .serviceAccounts, ["metadata": ["name": "default", "namespace": "default"]], as: .admin)
        }
        try api.create(
            .configMaps,
            ["metadata": ["name": "kube-root-ca.crt", "namespace": "default"], "data": ["ca.crt": "certificate"]],
            as: .admin)
        try fleet.register(api: &api)
        show()
    }
}

extension Lab {
    /// The moment that is so many seconds after the start.
    static func at(_ seconds: Double) -> Instant { start + .milliseconds(Int64(seconds * 1000)) }

    /// Lets time pass up to so many seconds after the start.
    mutating func run(to seconds: Double) {
        let end = Self.at(seconds)
        show()
        while let due = fleet.nextDue, due <= end {
            api.now = max(api.now, due)
            fleet.run(api: &api)
            show()
        }
        api.now = end
    }

    /// Shows the nodes what was written.
    mutating func show() {
        let changes = api.changes(since: seen) ?? []
        guard let last = changes.last else { return }
        seen = last.revision
        fleet.observe(changes, api: api)
    }

    /// Creates what a manifest says; pods are bound to the first node.
    mutating func apply(_ manifest: String) throws {
        for document in try YAML.documents(in: manifest) {
            guard var object = document.value.object else { continue }
            let type = try #require(api.resources.type(apiVersion: object.apiVersion, kind: object.kind))
            if type.isNamespaced, object.namespace.isEmpty { object.namespace = "default" }
            let created = try api.create(type, object, as: .admin)
            if type.plural == "pods", Pod(created).nodeName == nil {
                try api.bind(created.key, toNode: NodeDescription.nodes(count: 1)[0].name, as: .admin)
            }
        }
        show()
    }

    mutating func delete(_ resource: ResourceType, _ name: String, grace: Int? = nil) throws {
        var options = RequestOptions()
        options.gracePeriodSeconds = grace
        try api.delete(resource, ObjectKey(namespace: "default", name: name), options: options, as: .admin)
        show()
    }

    func pod(_ name: String) -> Object? { api.get(.pods, ObjectKey(namespace: "default", name: name)) }

    /// What the STATUS column would say, in short: `Running 1/1 0`.
    func summary(_ name: String) -> String {
        guard let pod = pod(name) else { return "gone" }
        let statuses =
            (pod["status"]?["initContainerStatuses"]?.array ?? []) + (pod["status"]?["containerStatuses"]?.array ?? [])
        let states = statuses.map { status -> String in
            let state = status["state"]
            let reason = state?["waiting"]?["reason"]?.string ?? state?["terminated"]?["reason"]?.string
            let ready = status["ready"]?.bool == true ? "+" : "-"
            return
                "\(ready)\(reason ?? (state?["running"] == nil ? "?" : "Running"))/\(status["restartCount"]?.int ?? -1)"
        }
        let going = pod.isTerminating ? " terminating" : ""
        return ([pod["status"]?["phase"]?.string ?? "?"] + states).joined(separator: " ") + going
    }

    /// The events about one object, oldest first: `Pulling: Pulling image "nginx"`.
    func events(_ name: String) -> [String] {
        api.list(.events).filter { $0["involvedObject"]?["name"]?.string == name }
            .sorted { Int($0.resourceVersion) ?? 0 < Int($1.resourceVersion) ?? 0 }
            .map { "\($0["reason"]?.string ?? ""): \($0["message"]?.string ?? "")" }
    }

    func log(_ pod: String, _ container: String, previous: Bool = false) throws(APIError) -> [String] {
        var request = LogRequest(namespace: "default", pod: pod, container: container)
        request.previous = previous
        return try fleet.log(request, api: api).lines.map(\.text)
    }
}

extension Lab {
    /// Runs a command in a container to its end.
    mutating func exec(_ pod: String, _ container: String, _ command: [String]) throws(APIError) -> ExecResult {
        let id = try fleet.startExec(
            ExecRequest(namespace: "default", pod: pod, container: container, command: command), api: &api)
        show()
        while true {
            if let result = fleet.takeExecResult(id) { return result }
            guard let due = fleet.nextDue else { throw .timeout("the command never ends") }
            api.now = max(api.now, due)
            fleet.run(api: &api)
            show()
        }
    }

    /// What a command prints, output before errors.
    mutating func output(_ pod: String, _ container: String, _ command: [String]) throws(APIError) -> String {
        let result = try exec(pod, container, command)
        return String(decoding: result.standardOutput + result.standardError, as: UTF8.self)
    }
}
