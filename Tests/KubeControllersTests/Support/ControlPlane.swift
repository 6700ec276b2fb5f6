import Documents
import KubeAPI
import KubeControllers
import KubeModel
import Testing

/// A real API server with the controllers under test, and a kubelet that only pretends.
struct ControlPlane {
    var api: APIServer
    var manager: ControllerManager
    var kubelet = PretendKubelet()
    var scheduler: Scheduler?
    private var observed: Int64 = 0

    /// When every test begins.
    static let start = Instant(seconds: 1_795_348_800)  // 2026-11-22T12:00:00Z

    init(_ controllers: [any Controller], nodes: Int = 0) throws {
        api = APIServer(now: Self.start, seed: 1)
        manager = ControllerManager(controllers)
        for namespace in ["default", "kube-system"] {
            try api.create(.namespaces, ["metadata": ["name": .string(namespace)]], as: .admin)
            try api.create(
                .serviceAccounts, ["metadata": ["name": "default", "namespace": .string(namespace)]], as: .admin)
        }
        if nodes > 0 {
            scheduler = Scheduler()
            kubelet.needsNode = true
            for index in 0..<nodes { try addNode("node-\(index)") }
        }
        run(for: .zero)
    }

    /// Lets time pass; everything that is due on the way happens in order.
    mutating func run(for duration: Duration) {
        let end = api.now + duration
        deliver()
        var turns = 0
        while let due = nextDue, due <= end {
            turns += 1
            guard turns < 200_000 else {
                Issue.record("the controllers do not come to rest")
                return
            }
            api.now = max(api.now, due)
            manager.run(api: &api)
            scheduler?.run(api: &api)
            kubelet.run(api: &api)
            deliver()
        }
        api.now = end
    }

    private var nextDue: Instant? {
        [manager.nextDue, kubelet.nextDue, scheduler?.nextDue].compactMap { $0 }.min()
    }

    private mutating func deliver() {
        let changes = api.changes(since: observed) ?? []
        observed = api.store.revision
        manager.observe(changes, api: api)
        scheduler?.observe(changes, api: api)
        kubelet.observe(changes, api: api)
    }
}

extension ControlPlane {
    /// The objects of a resource in a namespace, by name.
    func list(_ resource: ResourceType, namespace: String = "default") -> [Object] {
        api.list(resource, namespace: resource.isNamespaced ? namespace : nil)
    }

    func get(_ resource: ResourceType, _ name: String, namespace: String = "default") -> Object? {
        api.get(resource, ObjectKey(namespace: resource.isNamespaced ? namespace : "", name: name))
    }

    /// The events about the objects of a kind, oldest first: `Normal ScalingReplicaSet Scaled up ... (x2)`.
    func events(about kind: String) -> [String] {
        let events = api.list(.events, namespace: nil).filter { $0["involvedObject"]?["kind"]?.string == kind }
        let sorted = events.sorted { (Int64($0.resourceVersion) ?? 0) < (Int64($1.resourceVersion) ?? 0) }
        return sorted.map { event in
            let count = event["count"]?.int ?? 1
            let words = ["type", "reason", "message"].map { event[$0]?.string ?? "" }.joined(separator: " ")
            return count > 1 ? "\(words) (x\(count))" : words
        }
    }

    mutating func addNode(_ name: String) throws {
        var node = try api.create(.nodes, Samples.node(name), as: .admin)
        node.status = Samples.node(name).status
        try api.updateStatus(.nodes, node, as: .node(name))
    }

    /// Changes an object as a learner would, by a merge patch.
    mutating func patch(_ resource: ResourceType, _ name: String, _ patch: Value, namespace: String = "default") throws
    {
        try api.patch(
            resource, ObjectKey(namespace: resource.isNamespaced ? namespace : "", name: name), .merge, patch,
            as: .admin)
    }

    mutating func create(_ resource: ResourceType, _ object: Object) throws {
        try api.create(resource, object, as: .admin)
    }

    mutating func delete(
        _ resource: ResourceType, _ name: String, _ policy: RequestOptions.PropagationPolicy? = nil,
        namespace: String = "default"
    ) throws {
        var options = RequestOptions()
        options.propagationPolicy = policy
        try api.delete(
            resource, ObjectKey(namespace: resource.isNamespaced ? namespace : "", name: name), options: options,
            as: .admin)
    }

    /// The conditions of an object as `Type=Status Reason: message`.
    func conditions(_ resource: ResourceType, _ name: String, namespace: String = "default") -> [String] {
        let object = get(resource, name, namespace: namespace)
        return object?["status"]?["conditions"]?.array?.map { condition in
            let text = { (field: String) in condition[field]?.string ?? "" }
            return "\(text("type"))=\(text("status")) \(text("reason")): \(text("message"))"
        } ?? []
    }
}

/// Compares counters of a status; what is left out is zero.
func expectCounts(
    _ object: Object?, _ expected: [String: Int], sourceLocation: SourceLocation = #_sourceLocation
) {
    for (name, count) in expected.sorted(by: { $0.key < $1.key }) {
        #expect(object?["status"]?[name]?.int ?? 0 == count, "\(name)", sourceLocation: sourceLocation)
    }
}
