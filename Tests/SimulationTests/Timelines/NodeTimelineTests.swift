import Documents
import KubeAPI
import KubeModel
import KubeNodes
import Simulation
import Testing

/// What a lost machine does to its pods, to the second.
struct NodeTimelineTests {
    private static let web = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: 2
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: c, image: "nginx:1.27"}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {selector: {app: web}, ports: [{port: 80}]}
        """

    /// Ready state and taints of a node, and its pods: `Ready=Unknown [unreachable:NoSchedule] 1 pods, 1 endpoints`.
    private static func look(_ node: String) -> (Cluster) -> String {
        { cluster in
            let object = cluster.api.get(.nodes, ObjectKey(name: node)) ?? [:]
            let taints = Node(object).taints.map { "\($0.key.split(separator: "/").last ?? ""):\($0.effect.rawValue)" }
            let pods = cluster.api.pods(onNode: node)
            let going = pods.count(where: \.isTerminating)
            let ends = cluster.api.list(.endpointSlices, namespace: "default").flatMap { $0["endpoints"]?.array ?? [] }
                .count { $0["conditions"]?["ready"] == true && $0["targetRef"] != nil }
            return
                "Ready=\(Node(object).readyStatus) \(taints.joined(separator: ",")) pods \(pods.count) (\(going) going) endpoints \(ends)"
        }
    }

    @Test func `a lost node is noticed after fifty seconds and its pods leave after five minutes`() throws {
        var line = try Timeline(nodes: 2)
        try line.apply(Self.web)
        line.run(to: 10)
        line.cluster.inject(.nodeLost(line.node(1)))
        let unreachable = "unreachable:NoSchedule,unreachable:NoExecute"
        #expect(
            line.story(to: 420, Self.look(line.node(1))) == [
                "10 Ready=True  pods 1 (0 going) endpoints 2",
                "60 Ready=Unknown \(unreachable) pods 1 (0 going) endpoints 2",
                "60 Ready=Unknown \(unreachable) pods 1 (0 going) endpoints 1",
                "360 Ready=Unknown \(unreachable) pods 1 (1 going) endpoints 1",
                "361 Ready=Unknown \(unreachable) pods 1 (1 going) endpoints 2",
            ])
        line.cluster.inject(.nodeBack(line.node(1)))
        #expect(line.story(to: 460, Self.look(line.node(1))).last == "420 Ready=True  pods 0 (0 going) endpoints 2")
    }

    @Test func `a node that comes back in time keeps its pods`() throws {
        var line = try Timeline(nodes: 2)
        try line.apply(Self.web)
        line.run(to: 10)
        line.cluster.inject(.nodeLost(line.node(1)))
        line.run(to: 100)
        line.cluster.inject(.nodeBack(line.node(1)))
        #expect(
            line.story(to: 460, Self.look(line.node(1))).dropFirst() == [
                "100 Ready=True  pods 1 (0 going) endpoints 1", "101 Ready=True  pods 1 (0 going) endpoints 2",
            ])
    }

    @Test func `a reboot restarts every container`() throws {
        var line = try Timeline()
        try line.apply(PodTimelineTests.pod("web", "{containers: [{name: c, image: \"nginx:1.27\"}]}"))
        line.run(to: 10)
        line.cluster.inject(.nodeRebooted(line.node(0)))
        #expect(
            line.story(to: 30, podSummary("web")) == [
                "10 1/1 Running 0", "10 0/1 Unknown 0", "11 1/1 Running 1",
            ])
        #expect(line.events("web").contains("10 SandboxChanged"))
        #expect(line.events(line.node(0)).last == "10 Rebooted")
    }
}
