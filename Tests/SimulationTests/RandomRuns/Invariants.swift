import Documents
import KubeAPI
import KubeModel
import Simulation

/// The rules that a cluster keeps, whatever is done to it; each broken one is a sentence.
enum Invariants {
    /// What holds at every moment.
    static func always(_ cluster: Cluster) -> [String] {
        uniqueAddresses(cluster) + roomOnNodes(cluster) + singleControllers(cluster)
    }

    /// What holds when all that was asked for is done.
    static func atRest(_ cluster: Cluster) -> [String] {
        orphans(cluster) + endpoints(cluster) + sets(cluster) + deployments(cluster) + statefulSets(cluster)
            + daemonSets(cluster) + jobs(cluster) + lingering(cluster)
    }

    static func isLive(_ pod: Object) -> Bool { !Pod(pod).isFinished }

    /// The pods that an object controls and that count for it.
    static func pods(of owner: Object, _ cluster: Cluster) -> [Object] {
        cluster.api.list(.pods, controlledBy: owner.uid).filter { Pod($0).isActive }
    }
}

// MARK: - Always

extension Invariants {
    private static func uniqueAddresses(_ cluster: Cluster) -> [String] {
        var holders: [String: String] = [:]
        return cluster.api.list(.pods).filter(isLive).compactMap { pod in
            guard let address = Pod(pod).address, !Pod(pod).usesHostNetwork else { return nil }
            defer { holders[address] = pod.name }
            return holders[address].map { "\(pod.name) and \($0) both have \(address)" }
        }
    }

    /// No node has more pods than it may, or has promised more than it has.
    private static func roomOnNodes(_ cluster: Cluster) -> [String] {
        cluster.api.list(.nodes).compactMap { node in
            let pods = cluster.api.pods(onNode: node.name).filter(isLive)
            let wanted = pods.reduce(Int64(0)) { sum, pod in
                sum
                    + (pod["spec"]?["containers"]?.array ?? []).reduce(Int64(0)) {
                        $0 + (Quantity($1["resources"]?["requests"]?["cpu"])?.milliUnits ?? 0)
                    }
            }
            let all = Quantity(node["status"]?["allocatable"]?["cpu"])?.milliUnits ?? 0
            let most = Quantity(node["status"]?["allocatable"]?["pods"])?.units ?? 0
            if wanted > all { return "\(node.name) has promised \(wanted)m of \(all)m cpu" }
            return pods.count > most ? "\(node.name) has \(pods.count) pods" : nil
        }
    }

    private static func singleControllers(_ cluster: Cluster) -> [String] {
        [ResourceType.pods, .replicaSets, .jobs].flatMap { cluster.api.list($0) }.compactMap { object in
            let count = object.ownerReferences.count(where: \.isController)
            return count > 1 ? "\(object.kind) \(object.name) has \(count) controllers" : nil
        }
    }
}

// MARK: - At rest

extension Invariants {
    /// Whatever has owners has at least one that is there.
    private static func orphans(_ cluster: Cluster) -> [String] {
        let types: [ResourceType] = [.pods, .replicaSets, .jobs, .controllerRevisions, .endpointSlices]
        return types.flatMap { type in
            cluster.api.list(type).filter { !$0.ownerReferences.isEmpty }.compactMap { object in
                let isOwned = object.ownerReferences.contains { reference in
                    guard
                        let owner = cluster.api.resources.type(apiVersion: reference.apiVersion, kind: reference.kind)
                    else { return true }
                    let key = ObjectKey(namespace: owner.isNamespaced ? object.namespace : "", name: reference.name)
                    return cluster.api.get(owner, key)?.uid == reference.uid
                }
                return isOwned ? nil : "\(type.singular) \(object.name) has lost its owners"
            }
        }
    }

    /// Behind a Service stand the ready pods that it selects, and no others.
    private static func endpoints(_ cluster: Cluster) -> [String] {
        cluster.api.list(.services, namespace: "default").filter { Service($0).selector != nil }.compactMap { service in
            let ready = cluster.api.list(.pods, namespace: "default").filter { pod in
                Service(service).selects(pod.labels) && Pod(pod).isReady && !pod.isTerminating && isLive(pod)
            }
            let wanted = ready.compactMap { Pod($0).address }.sorted()
            let slices = cluster.api.list(.endpointSlices, controlledBy: service.uid)
            let members = slices.flatMap { $0["endpoints"]?.array ?? [] }.filter { $0["conditions"]?["ready"] == true }
            let shown = members.compactMap { $0["addresses"]?[0]?.string }.sorted()
            return shown == wanted ? nil : "service \(service.name) shows \(shown), ready are \(wanted)"
        }
    }

    private static func sets(_ cluster: Cluster) -> [String] {
        cluster.api.list(.replicaSets).compactMap { set in
            let count = pods(of: set, cluster).count
            guard count == ReplicaSet(set).replicas, set["status"]?["replicas"]?.int ?? 0 == count else {
                return
                    "replicaset \(set.name) wants \(ReplicaSet(set).replicas), has \(count), says \(set["status"]?["replicas"]?.int ?? 0)"
            }
            return nil
        }
    }

    /// A rollout is done, or stands still because new pods do not become ready.
    private static func deployments(_ cluster: Cluster) -> [String] {
        cluster.api.list(.deployments).compactMap { deployment in
            let sets = cluster.api.list(.replicaSets, controlledBy: deployment.uid)
            let sum = sets.reduce(0) { $0 + ReplicaSet($1).replicas }
            let wanted = Deployment(deployment).replicas
            let isStuck = sets.contains { set in pods(of: set, cluster).contains { !Pod($0).isReady } }
            return sum == wanted || isStuck ? nil : "deployment \(deployment.name) wants \(wanted), its sets \(sum)"
        }
    }

    private static func statefulSets(_ cluster: Cluster) -> [String] {
        cluster.api.list(.statefulSets).compactMap { set in
            let pods = pods(of: set, cluster)
            let wanted = StatefulSet(set).replicas
            let isStuck = pods.contains { !Pod($0).isReady } || isNameTaken(set, cluster)
            return pods.count == wanted || isStuck ? nil : "statefulset \(set.name) wants \(wanted), has \(pods.count)"
        }
    }

    /// A pod that the set has let go still has the name of one that it needs.
    private static func isNameTaken(_ set: Object, _ cluster: Cluster) -> Bool {
        StatefulSet(set).ordinals.contains { ordinal in
            let key = ObjectKey(namespace: set.namespace, name: "\(set.name)-\(ordinal)")
            return cluster.api.get(.pods, key).map { $0.controller?.uid != set.uid } ?? false
        }
    }

    private static func daemonSets(_ cluster: Cluster) -> [String] {
        cluster.api.list(.daemonSets).compactMap { set in
            let count = pods(of: set, cluster).count
            let wanted = set["status"]?["desiredNumberScheduled"]?.int ?? 0
            let isStuck = pods(of: set, cluster).contains { !Pod($0).isReady }
            return count == wanted || isStuck ? nil : "daemonset \(set.name) wants \(wanted), has \(count)"
        }
    }

    /// A Job that is over has no active pods and one final condition; one that goes on has no more than it may.
    private static func jobs(_ cluster: Cluster) -> [String] {
        cluster.api.list(.jobs).compactMap { object in
            let job = Job(object)
            let active = pods(of: object, cluster).count
            let ends = ["Complete", "Failed"].filter { object.condition($0)?["status"] == "True" }
            if ends.count > 1 { return "job \(object.name) is \(ends)" }
            if !ends.isEmpty, active > 0 { return "job \(object.name) is over with \(active) pods" }
            if active > job.parallelism { return "job \(object.name) has \(active) pods" }
            let succeeded = object["status"]?["succeeded"]?.int ?? 0
            guard let completions = job.completions, succeeded > completions else { return nil }
            return "job \(object.name) has succeeded \(succeeded) times"
        }
    }

    /// What is being deleted goes.
    private static func lingering(_ cluster: Cluster) -> [String] {
        let types: [ResourceType] = [.pods, .replicaSets, .deployments, .statefulSets, .daemonSets, .jobs, .cronJobs]
        return types.flatMap { type in
            cluster.api.list(type).compactMap { object in
                guard let time = object.deletionTimestamp, cluster.now - time > .seconds(120) else { return nil }
                return "\(type.singular) \(object.name) is still being deleted"
            }
        }
    }
}
