import Documents
import KubeAPI
import KubeModel
import KubeNodes
import Testing

@testable import Simulation

struct ClusterTests {
    static let start = Instant(seconds: 1_767_603_600)

    static func cluster(_ profile: ClusterProfile = .hollow, nodes: Int = 3, seed: UInt64 = 1) throws -> Cluster {
        try Cluster(
            ClusterConfiguration(profile: profile, nodeCount: nodes, seed: seed, start: start, images: ImageCatalog()))
    }

    static func deployment(_ name: String, replicas: Int) -> Object {
        [
            "metadata": ["name": .string(name), "namespace": "default"],
            "spec": [
                "replicas": Value(replicas), "selector": ["matchLabels": ["app": .string(name)]],
                "template": [
                    "metadata": ["labels": ["app": .string(name)]],
                    "spec": ["containers": [["name": "web", "image": "nginx"]]],
                ],
            ],
        ]
    }

    static func create(_ object: Object, _ type: ResourceType, in cluster: inout Cluster) throws {
        _ = try cluster.send(APIRequest(.create, type, namespace: object.namespace, body: .object(object)))
    }

    @Test func `begins with Ready nodes and the namespaces of every cluster`() throws {
        let cluster = try Self.cluster()
        let nodes = cluster.api.list(.nodes)
        #expect(nodes.count == 3)
        #expect(nodes.allSatisfy { $0.condition("Ready")?["status"] == "True" })
        #expect(
            cluster.api.list(.namespaces).map(\.name) == ["default", "kube-node-lease", "kube-public", "kube-system"])
        #expect(cluster.api.get(.serviceAccounts, ObjectKey(namespace: "default", name: "default")) != nil)
        #expect(cluster.api.get(.configMaps, ObjectKey(namespace: "default", name: "kube-root-ca.crt")) != nil)
        #expect(cluster.now == Self.start)
    }

    @Test func `a deployment becomes ready by the work of all parts`() throws {
        var cluster = try Self.cluster()
        try Self.create(Self.deployment("web", replicas: 3), .deployments, in: &cluster)
        cluster.run(until: cluster.now + .seconds(10))
        let web = try #require(cluster.api.get(.deployments, ObjectKey(namespace: "default", name: "web")))
        #expect(web["status"]?["readyReplicas"] == 3)
        #expect(cluster.api.list(.pods, namespace: "default").allSatisfy { Pod($0).isReady })
    }

    @Test func `the same seed gives the same objects`() throws {
        func run() throws -> [Object] {
            var cluster = try Self.cluster(seed: 7)
            try Self.create(Self.deployment("web", replicas: 5), .deployments, in: &cluster)
            cluster.run(until: cluster.now + .seconds(30))
            return cluster.api.list(.pods) + cluster.api.list(.events)
        }
        #expect(try run() == run())
    }

    @Test func `a copy is a snapshot`() throws {
        var cluster = try Self.cluster()
        let before = cluster
        try Self.create(Self.deployment("web", replicas: 2), .deployments, in: &cluster)
        cluster.run(until: cluster.now + .seconds(10))
        #expect(before.api.list(.pods, namespace: "default").isEmpty)
        #expect(cluster.api.list(.pods, namespace: "default").count == 2)
    }

    @Test func `a quiet cluster is settled`() throws {
        var cluster = try Self.cluster()
        try Self.create(Self.deployment("web", replicas: 2), .deployments, in: &cluster)
        #expect(cluster.runUntilSettled(limit: .seconds(3600)) == .settled)
    }

    @Test func `a billion replicas are made at the pace of a controller's client`() throws {
        var cluster = try Self.cluster()
        try Self.create(Self.deployment("web", replicas: 1_000_000_000), .deployments, in: &cluster)
        #expect(cluster.run(until: cluster.now + .seconds(60)) == .reached)
        #expect((500...2000).contains(cluster.api.list(.pods, namespace: "default").count))
    }

    @Test func `a run ends where there are more objects than the budget allows`() throws {
        var cluster = try Self.cluster()
        cluster.budget.objects = cluster.api.store.count + 100
        try Self.create(Self.deployment("web", replicas: 1000), .deployments, in: &cluster)
        guard case .exceeded(let moving) = cluster.run(until: cluster.now + .seconds(3600)) else {
            Issue.record("the run did not end")
            return
        }
        #expect(!moving.isEmpty)
    }
}
