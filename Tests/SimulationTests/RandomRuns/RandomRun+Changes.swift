import Documents
import KubeAPI
import KubeModel
import KubeNodes
import Simulation

/// Random commands and faults.
extension RandomRun {
    private static let scalable: [ResourceType] = [.deployments, .replicaSets, .statefulSets]
    private static let deletable: [ResourceType] = [
        .deployments, .replicaSets, .statefulSets, .daemonSets, .jobs, .cronJobs, .services, .podDisruptionBudgets,
    ]

    mutating func change() {
        switch random.below(9) {
        case 0, 1: scale()
        case 2: changeImage()
        case 3: deletePod()
        case 4: deleteOwner()
        case 5: relabelPod()
        case 6: cordon()
        case 7: evictPod()
        default: suspend()
        }
    }

    /// An object of one of these resources in `default`, if there is any.
    private mutating func pick(_ types: [ResourceType]) -> (ResourceType, Object)? {
        let all = types.flatMap { type in cluster.api.list(type, namespace: "default").map { (type, $0) } }
            .filter { $0.1.name != "kubernetes" }
        return all.isEmpty ? nil : choose(all)
    }

    private mutating func patch(_ type: ResourceType, _ object: Object, _ patch: Value) {
        var request = APIRequest(.patch, type, namespace: object.namespace, name: object.name, body: patch)
        request.patchType = .merge
        send(request, "patch \(type.singular) \(object.name): \(JSON.encode(patch))")
    }

    private mutating func scale() {
        guard let (type, object) = pick(Self.scalable) else { return }
        patch(type, object, ["spec": ["replicas": Value(random.below(7))]])
    }

    private mutating func changeImage() {
        guard let (type, object) = pick([.deployments, .statefulSets, .daemonSets]),
            var containers = object["spec"]?["template"]?["spec"]?["containers"]?.array, !containers.isEmpty
        else { return }
        containers[0]["image"] = .string(choose(["nginx:1.28", "nginx:1.25", "nginx:no-such"]))
        containers[0]["command"] = nil
        patch(type, object, ["spec": ["template": ["spec": ["containers": .array(containers)]]]])
    }

    private mutating func deletePod() {
        guard let (type, pod) = pick([.pods]) else { return }
        var request = APIRequest(.delete, type, namespace: pod.namespace, name: pod.name)
        if random.below(4) == 0 { request.options.gracePeriodSeconds = 0 }
        send(request, "delete pod \(pod.name)")
    }

    private mutating func deleteOwner() {
        guard let (type, object) = pick(Self.deletable) else { return }
        var request = APIRequest(.delete, type, namespace: object.namespace, name: object.name)
        let policy: RequestOptions.PropagationPolicy = choose([.background, .background, .foreground, .orphan])
        request.options.propagationPolicy = policy
        send(request, "delete \(type.singular) \(object.name) \(policy.rawValue)")
    }

    /// Takes a pod out of its owner's hands, or gives it to someone else.
    private mutating func relabelPod() {
        guard let (type, pod) = pick([.pods]) else { return }
        patch(type, pod, ["metadata": ["labels": ["app": .string(choose(["lonely", "web1", "set1"]))]]])
    }

    private mutating func cordon() {
        let nodes = cluster.api.list(.nodes)
        guard !nodes.isEmpty else { return }
        patch(.nodes, choose(nodes), ["spec": ["unschedulable": .bool(random.below(2) == 0)]])
    }

    private mutating func evictPod() {
        guard let (type, pod) = pick([.pods]) else { return }
        var request = APIRequest(
            .create, type, namespace: pod.namespace, name: pod.name,
            body: [
                "apiVersion": "policy/v1", "kind": "Eviction",
                "metadata": ["name": .string(pod.name), "namespace": .string(pod.namespace)],
            ])
        request.subresource = "eviction"
        send(request, "evict \(pod.name)")
    }

    private mutating func suspend() {
        guard let (type, object) = pick([.jobs, .cronJobs]) else { return }
        patch(type, object, ["spec": ["suspend": .bool(random.below(2) == 0)]])
    }

    mutating func fault() {
        let nodes = cluster.api.list(.nodes).map(\.name)
        var faults: [Fault] = [.registryDown, .registryUp, .registrySlow(factor: 1 + random.below(20))]
        if !nodes.isEmpty {
            let node = choose(nodes)
            faults += [.nodeLost(node), .nodeBack(node), .nodeRebooted(node)]
        }
        if let (_, pod) = pick([.pods]) {
            faults += [
                .containerKilled(pod.key, container: "main"),
                .probesFail(pod.key, container: "main", seconds: 1 + random.below(60)),
                .memoryLeak(pod.key, container: "main", bytesPerSecond: 1 << (10 + random.below(16))),
            ]
        }
        let fault = choose(faults)
        cluster.inject(fault)
        steps.append("fault \(fault)")
    }

    /// Brings every machine and the registry back, so that everything can come to rest.
    mutating func heal() {
        cluster.inject(.registryUp)
        for node in cluster.api.list(.nodes) {
            cluster.inject(.nodeBack(node.name))
            if Node(node).isUnschedulable { patch(.nodes, node, ["spec": ["unschedulable": .null]]) }
        }
        steps.append("heal")
    }
}
