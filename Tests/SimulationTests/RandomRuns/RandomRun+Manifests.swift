import Documents
import KubeAPI
import KubeModel

/// Random manifests.
extension RandomRun {
    mutating func create() {
        let (type, object) = manifest()
        send(
            APIRequest(.create, type, namespace: "default", body: .object(object)),
            "create \(type.singular) \(object.name): \(JSON.encode(object["spec"] ?? .null))")
    }

    private mutating func manifest() -> (ResourceType, Object) {
        switch random.below(12) {
        case 0, 1, 2: (.deployments, deployment())
        case 3: (.replicaSets, replicaSet())
        case 4: (.statefulSets, statefulSet())
        case 5: (.daemonSets, daemonSet())
        case 6, 7: (.jobs, job())
        case 8: (.cronJobs, cronJob())
        case 9: (.services, service())
        case 10: (.podDisruptionBudgets, budget())
        default: (.pods, pod())
        }
    }

    private func object(_ name: String, _ spec: Object) -> Object {
        ["metadata": ["name": .string(name), "namespace": "default"], "spec": .object(spec)]
    }

    private mutating func deployment() -> Object {
        let name = name("web")
        var spec = workload(name, replicas: random.below(6))
        switch random.below(4) {
        case 0: spec["strategy"] = ["type": "Recreate"]
        case 1:
            spec["strategy"] = [
                "type": "RollingUpdate",
                "rollingUpdate": ["maxSurge": Value(1 + random.below(3)), "maxUnavailable": Value(random.below(3))],
            ]
        default: break
        }
        if random.below(4) == 0 { spec["minReadySeconds"] = Value(random.below(8)) }
        return object(name, spec)
    }

    private mutating func replicaSet() -> Object {
        let name = name("set")
        return object(name, workload(name, replicas: random.below(4)))
    }

    private mutating func statefulSet() -> Object {
        let name = name("db")
        var spec = workload(name, replicas: random.below(4))
        spec["serviceName"] = .string(name)
        spec["podManagementPolicy"] = random.below(2) == 0 ? "OrderedReady" : "Parallel"
        return object(name, spec)
    }

    private mutating func daemonSet() -> Object {
        let name = name("agent")
        var spec = workload(name, replicas: 0)
        spec["replicas"] = nil
        return object(name, spec)
    }

    private mutating func job() -> Object {
        let name = name("job")
        var spec: Object = [
            "completions": Value(1 + random.below(4)), "parallelism": Value(1 + random.below(3)),
            "backoffLimit": Value(random.below(3)), "template": ["spec": .object(podSpec(forJob: true))],
        ]
        if random.below(3) == 0 { spec["completionMode"] = "Indexed" }
        if random.below(4) == 0 { spec["activeDeadlineSeconds"] = Value(5 + random.below(60)) }
        if random.below(4) == 0 { spec["ttlSecondsAfterFinished"] = Value(random.below(60)) }
        if random.below(6) == 0 { spec["suspend"] = true }
        return object(name, spec)
    }

    private mutating func cronJob() -> Object {
        let policy = choose(["Allow", "Forbid", "Replace"])
        return object(
            name("cron"),
            [
                "schedule": .string(choose(["* * * * *", "*/2 * * * *", "*/5 * * * *", "0 0 30 2 *"])),
                "concurrencyPolicy": .string(policy),
                "jobTemplate": ["spec": ["template": ["spec": .object(podSpec(forJob: true))]]],
            ])
    }

    private mutating func service() -> Object {
        object(
            name("svc"),
            [
                "selector": ["app": .string(choose(["web1", "web2", "web3", "set1", "db1"]))],
                "ports": [["port": 80]],
            ])
    }

    private mutating func budget() -> Object {
        let field = choose(["minAvailable", "maxUnavailable"])
        return object(
            name("pdb"),
            [
                field: Value(random.below(3)),
                "selector": ["matchLabels": ["app": .string(choose(["web1", "web2", "set1"]))]],
            ])
    }

    private mutating func pod() -> Object {
        var pod = object(name("pod"), podSpec(forJob: false))
        pod["metadata", "labels"] = ["app": .string(choose(["web1", "set1", "lonely"]))]
        return pod
    }

    private mutating func workload(_ name: String, replicas: Int) -> Object {
        [
            "replicas": Value(replicas), "selector": ["matchLabels": ["app": .string(name)]],
            "template": [
                "metadata": ["labels": ["app": .string(name)]], "spec": .object(podSpec(forJob: false)),
            ],
        ]
    }

    private mutating func podSpec(forJob: Bool) -> Object {
        var container: Object = ["name": "main", "image": "busybox:1.36"]
        if forJob {
            let line = choose(["sleep 2", "exit 0", "sleep 1; exit 3", "sleep 20", "exit 42"])
            container["command"] = ["sh", "-c", .string(line)]
        } else {
            container["image"] = .string(choose(["nginx:1.27", "nginx:1.26", "httpd:2.4", "redis:7", "nginx:no-such"]))
            if random.below(5) == 0 {
                container["image"] = "busybox:1.36"
                container["command"] = ["sh", "-c", .string(choose(["sleep 3600", "sleep 5; exit 1", "exit 1"]))]
            } else if random.below(3) == 0 {
                container["readinessProbe"] = ["tcpSocket": ["port": 80], "periodSeconds": Value(1 + random.below(5))]
            }
        }
        if random.below(2) == 0 {
            container["resources"] = ["requests": ["cpu": .string("\(100 + 300 * random.below(4))m")]]
        }
        var spec: Object = [
            "containers": [.object(container)], "terminationGracePeriodSeconds": Value(random.below(12)),
        ]
        if forJob { spec["restartPolicy"] = .string(choose(["Never", "OnFailure"])) }
        return spec
    }
}
