import Documents
import KubeModel

/// A node with what is taken of it, kept up to date with every pod that comes and goes.
struct NodeState: Sendable {
    var name: String
    var labels: Object
    /// Taints that keep new pods away.
    var taints: [Taint]
    /// Taints that new pods would rather avoid.
    var softTaints: [Taint]
    var isUnschedulable: Bool
    var allocatable: ResourceAmounts
    var podsMax: Int
    /// Sizes in bytes of the images that it has.
    var images: [String: Int64]
    /// The node is gone; its place stays, so that the others keep theirs.
    var isGone = false

    var used = ResourceAmounts()
    var assumedUsed = ResourceAmounts()
    var podCount = 0
    var hostPorts: [HostPort] = []
    /// The pods on it, by uid.
    var pods: [String: PodFacts] = [:]

    init(_ node: Object) {
        name = node.name
        labels = node.labels
        let all = Node(node).taints
        taints = all.filter { $0.effect != .preferNoSchedule }
        softTaints = all.filter { $0.effect == .preferNoSchedule }
        isUnschedulable = Node(node).isUnschedulable
        let list = node["status"]?["allocatable"]
        allocatable = ResourceAmounts(list)
        podsMax = Quantity(list?["pods"]).map { Int($0.units) } ?? 0
        images = [:]
        for image in node["status"]?["images"]?.array ?? [] {
            for name in image["names"]?.array ?? [] { images[name.string ?? ""] = image["sizeBytes"]?.integer }
        }
    }
}

extension NodeState {
    /// Takes over what the node says about itself, and keeps its pods.
    mutating func refresh(_ node: Object) {
        var fresh = NodeState(node)
        fresh.used = used
        fresh.assumedUsed = assumedUsed
        fresh.podCount = podCount
        fresh.hostPorts = hostPorts
        fresh.pods = pods
        self = fresh
    }

    mutating func add(_ pod: PodFacts) {
        used += pod.requests
        assumedUsed += pod.assumed
        podCount += 1
        hostPorts += pod.hostPorts
        pods[pod.uid] = pod
    }

    mutating func remove(_ pod: PodFacts) {
        used -= pod.requests
        assumedUsed -= pod.assumed
        podCount -= 1
        for port in pod.hostPorts {
            if let index = hostPorts.firstIndex(of: port) { hostPorts.remove(at: index) }
        }
        pods[pod.uid] = nil
    }
}
