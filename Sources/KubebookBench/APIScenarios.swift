import Documents
import Foundation
import KubeAPI
import KubeModel

extension Scenario {
    static let api: [Scenario] = [
        Scenario("api-creates") {
            [
                try creates("creates of a small ConfigMap", .configMaps, atLeast: 50_000) { index in
                    ["metadata": name("settings-\(index)"), "data": ["color": "blue"]]
                },
                try creates("creates of a Pod", .pods, atLeast: 20_000, pod),
            ]
        },
        Scenario("api-apply-unchanged") {
            var api = try server()
            var request = APIRequest(
                .patch, .deployments, namespace: "default", name: "web", body: .object(deployment))
            request.patchType = .apply
            request.options.fieldManager = "bench"
            request.options.fieldValidation = .strict
            _ = try api.handle(request)
            let seconds = try Cost.seconds { for _ in 0..<1000 { _ = try api.handle(request) } }
            return [Figure("apply of an unchanged Deployment", seconds, .milliseconds, .atMost(0.2))]
        },
        Scenario("api-watch-50") {
            var api = try server()
            var watches = try (0..<50).map { _ in try api.watch(APIRequest(.watch, .configMaps)) }
            var seconds = 0.0
            for index in 0..<1000 {
                try api.create(.configMaps, ["metadata": name("c\(index)")], as: .admin)
                seconds += try Cost.seconds {
                    for watcher in watches.indices { _ = try watches[watcher].next(from: api) }
                }
            }
            return [Figure("a watch event to 50 watchers", seconds, .milliseconds, .atMost(0.05))]
        },
        Scenario("api-list-10000") {
            var api = try server()
            for index in 0..<10_000 { try api.create(.pods, pod(index), as: .admin) }
            let request = APIRequest(.list, .pods, namespace: "default")
            let seconds = try Cost.seconds { for _ in 0..<10 { _ = try api.handle(request) } }
            return [Figure("list of 10,000 pods", seconds * 100, .milliseconds, .atMost(10))]
        },
    ]

    private static func server() throws -> APIServer {
        var api = APIServer(now: Instant(seconds: 1_767_603_600), seed: 1)
        try api.create(.namespaces, ["metadata": ["name": "default"]], as: .admin)
        try api.create(.serviceAccounts, ["metadata": name("default")], as: .admin)
        return api
    }

    private static func name(_ name: String) -> Value { ["name": .string(name), "namespace": "default"] }

    private static func creates(
        _ what: String, _ resource: ResourceType, atLeast goal: Double, _ object: (Int) -> Object
    ) throws -> Figure {
        var api = try server()
        let objects = (0..<10_000).map(object)
        let seconds = try Cost.seconds { for object in objects { try api.create(resource, object, as: .admin) } }
        return Figure(what, Double(objects.count) / seconds, .perSecond, .atLeast(goal))
    }

    private static let podSpec: Value = [
        "containers": [
            [
                "name": "web", "image": "nginx:1.25", "ports": [["containerPort": 80]],
                "resources": ["requests": ["cpu": "100m", "memory": "64Mi"]],
            ]
        ]
    ]

    private static func pod(_ index: Int) -> Object {
        [
            "metadata": [
                "name": .string("web-\(index)"), "namespace": "default", "labels": ["app": "web", "tier": "front"],
            ],
            "spec": podSpec,
        ]
    }

    private static let deployment: Object = [
        "apiVersion": "apps/v1", "kind": "Deployment", "metadata": name("web"),
        "spec": [
            "replicas": 3, "selector": ["matchLabels": ["app": "web"]],
            "template": ["metadata": ["labels": ["app": "web"]], "spec": podSpec],
        ],
    ]
}
