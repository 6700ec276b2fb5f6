import Documents
import KubeAPI
import KubeModel
import KubeNodes
import KubebookCLI
import Simulation

extension Scenario {
    static let cluster: [Scenario] = [
        Scenario("deployment-10000") {
            try rollout(nodes: 100, replicas: 10_000, seconds: 5, megabytes: 500)
        },
        Scenario("cronjob-30-days") {
            var cluster = try newCluster(.eks, nodes: 3)
            try cluster.apply(cronJob)
            let seconds = Cost.seconds { cluster.run(until: cluster.now + .seconds(30 * 86_400)) }
            return [Figure("30 days of a CronJob every 5 minutes", seconds, .seconds, .atMost(2))]
        },
        Scenario("probed-day") {
            var cluster = try newCluster(.bare, nodes: 3)
            try cluster.apply(deployment(replicas: 20, isProbed: true))
            cluster.run(until: cluster.now + .seconds(60))
            let seconds = Cost.seconds { cluster.run(until: cluster.now + .seconds(86_400)) }
            return [Figure("a day of 20 pods with probes every 10 s on 3 nodes", seconds, .seconds, .atMost(0.5))]
        },
        Scenario("thousand-pods") {
            var cluster = try newCluster(.bare, nodes: 100)
            try cluster.apply(deployment(replicas: 1000, isProbed: true))
            cluster.run(until: cluster.now + .seconds(60))
            let seconds = Cost.seconds { cluster.run(until: cluster.now + .seconds(3600)) }
            return [
                Figure(
                    "simulated seconds a second, 1,000 probed pods, 100 nodes", 3600 / seconds, .perSecond,
                    .atLeast(2000))
            ]
        },
        Scenario("pods-100") { try rollout(nodes: 1000, replicas: 100) },
        Scenario("pods-1000") { try rollout(nodes: 1000, replicas: 1000) },
        Scenario("pods-10000") { try rollout(nodes: 1000, replicas: 10_000) },
        Scenario("pods-100000") { try rollout(nodes: 1000, replicas: 100_000, seconds: 30, megabytes: 1000) },
    ]

    private static func newCluster(_ profile: ClusterProfile, nodes: Int) throws -> Cluster {
        try Cluster(
            ClusterConfiguration(
                profile: profile, nodeCount: nodes, start: Instant(seconds: 1_767_603_600),
                images: ContentFolder.find().images()))
    }

    /// From the request to the moment when every pod is Ready.
    private static func rollout(nodes: Int, replicas: Int, seconds: Double? = nil, megabytes: Double? = nil) throws
        -> [Figure]
    {
        var cluster = try newCluster(.hollow, nodes: nodes)
        let wall = try Cost.seconds {
            try cluster.apply(deployment(replicas: replicas, isProbed: false))
            let end = cluster.now + .seconds(3600)
            while cluster.readyReplicas("web") < replicas, cluster.now < end {
                cluster.run(until: cluster.now + .seconds(1))
            }
        }
        let ready = cluster.readyReplicas("web")
        return [
            Figure("\(ready) of \(replicas) pods Ready on \(nodes) nodes", wall, .seconds, .atMost(seconds)),
            Figure("pods a second, all of the cluster", Double(ready) / wall, .perSecond, .none),
            Figure("peak memory", Cost.peakMegabytes(), .megabytes, .atMost(megabytes)),
        ]
    }

    private static func deployment(replicas: Int, isProbed: Bool) -> Object {
        var container: Object = [
            "name": "web", "image": "nginx:1.25", "ports": [["containerPort": 80]],
            "resources": ["requests": ["cpu": "10m", "memory": "16Mi"]],
        ]
        if isProbed {
            for probe in ["readinessProbe", "livenessProbe"] {
                container[probe] = ["httpGet": ["path": "/", "port": 80], "periodSeconds": 10]
            }
        }
        return [
            "apiVersion": "apps/v1", "kind": "Deployment", "metadata": ["name": "web", "namespace": "default"],
            "spec": [
                "replicas": Value(replicas), "selector": ["matchLabels": ["app": "web"]],
                "template": [
                    "metadata": ["labels": ["app": "web"]], "spec": ["containers": [.object(container)]],
                ],
            ],
        ]
    }

    private static let cronJob: Object = [
        "apiVersion": "batch/v1", "kind": "CronJob", "metadata": ["name": "batch", "namespace": "default"],
        "spec": [
            "schedule": "*/5 * * * *",
            "jobTemplate": [
                "spec": [
                    "template": [
                        "spec": [
                            "restartPolicy": "OnFailure",
                            "containers": [
                                [
                                    "name": "batch", "image": "busybox:1.36",
                                    "command": ["sh", "-c", "sleep 5; echo done"],
                                ]
                            ],
                        ]
                    ]
                ]
            ],
        ],
    ]
}

extension Figure.Goal {
    fileprivate static func atMost(_ bound: Double?) -> Figure.Goal { bound.map { .atMost($0) } ?? .none }
}

extension Cluster {
    fileprivate mutating func apply(_ object: Object) throws {
        let resource: ResourceType = object["kind"] == "CronJob" ? .cronJobs : .deployments
        _ = try send(APIRequest(.create, resource, namespace: "default", body: .object(object)))
    }

    fileprivate func readyReplicas(_ name: String) -> Int {
        let deployment = api.list(.deployments, namespace: "default").first { $0.name == name }
        return deployment?["status"]?["readyReplicas"]?.int ?? 0
    }
}
