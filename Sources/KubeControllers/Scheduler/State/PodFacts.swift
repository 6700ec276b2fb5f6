import Documents
import KubeAPI
import KubeModel

/// What the scheduler must know about a pod, read once.
struct PodFacts: Sendable {
    let key: ObjectKey
    let uid: String
    let labels: Object
    let priority: Int
    let requests: ResourceAmounts
    /// As `requests`, where containers that say nothing are taken to need something.
    let assumed: ResourceAmounts
    let hostPorts: [HostPort]
    let tolerations: [Toleration]
    let requirements: NodeRequirements
    let preferredNodes: [(term: NodeTerm, weight: Int)]
    let affinity: [AffinityTerm]
    let antiAffinity: [AffinityTerm]
    /// Preferred terms; a negative weight keeps away.
    let preferredPods: [AffinityTerm]
    let spread: [SpreadConstraint]
    let claims: [String]
    let images: [String]
    let ownerUID: String?
    let created: Instant
    let isTerminating: Bool
    let neverPreempts: Bool
    let nominatedNode: String?
    let generation: Int

    init(_ pod: Object, api: borrowing APIServer) {
        let spec = pod["spec"]
        key = pod.key
        uid = pod.uid
        labels = pod.labels
        priority = spec?["priority"]?.int ?? 0
        requests = .requests(of: pod)
        assumed = .requests(of: pod, ResourceAmounts.assumedRequests)
        hostPorts = HostPort.all(of: spec)
        tolerations = Pod(pod).tolerations
        requirements = NodeRequirements(pod: spec)
        let affinity = spec?["affinity"]
        preferredNodes = Self.preferred(affinity?["nodeAffinity"]).map {
            (NodeTerm($0["preference"] ?? .null), $0["weight"]?.int ?? 0)
        }
        self.affinity = Self.required(affinity?["podAffinity"]).map { AffinityTerm($0, of: pod, api: api) }
        antiAffinity = Self.required(affinity?["podAntiAffinity"]).map { AffinityTerm($0, of: pod, api: api) }
        var preferredPods: [AffinityTerm] = []
        for (field, sign) in [("podAffinity", 1), ("podAntiAffinity", -1)] {
            for term in Self.preferred(affinity?[field]) {
                let weight = sign * (term["weight"]?.int ?? 0)
                preferredPods.append(AffinityTerm(term["podAffinityTerm"] ?? .null, of: pod, weight: weight, api: api))
            }
        }
        self.preferredPods = preferredPods
        let labels = pod.labels
        spread = spec?["topologySpreadConstraints"]?.array?.map { SpreadConstraint($0, labels: labels) } ?? []
        claims = Self.claims(of: pod)
        images = spec?["containers"]?.array?.compactMap { $0["image"]?.string } ?? []
        ownerUID = pod.controller?.uid
        created = pod.creationTimestamp ?? Instant(microseconds: 0)
        isTerminating = pod.isTerminating
        neverPreempts = spec?["preemptionPolicy"]?.string == "Never"
        nominatedNode = pod["status"]?["nominatedNodeName"]?.string
        generation = pod.generation
    }
}

extension PodFacts {
    func tolerates(_ taint: Taint) -> Bool { tolerations.contains { $0.tolerates(taint) } }

    /// Asks for nothing at all: quality of service `BestEffort`.
    var isBestEffort: Bool { requests == ResourceAmounts() }

    private static func required(_ affinity: Value?) -> [Value] {
        affinity?["requiredDuringSchedulingIgnoredDuringExecution"]?.array ?? []
    }

    private static func preferred(_ affinity: Value?) -> [Value] {
        affinity?["preferredDuringSchedulingIgnoredDuringExecution"]?.array ?? []
    }

    /// The claims of its volumes, also those that are made for it (`POD-VOLUME`).
    private static func claims(of pod: Object) -> [String] {
        (pod["spec"]?["volumes"]?.array ?? []).compactMap { volume in
            if volume["ephemeral"] != nil { return "\(pod.name)-\(volume["name"]?.string ?? "")" }
            return volume["persistentVolumeClaim"]?["claimName"]?.string
        }
    }
}

/// A port of the node itself that a container takes.
struct HostPort: Hashable, Sendable {
    var address: String
    var transport: String
    var port: Int

    static func all(of spec: Value?) -> [HostPort] {
        let containers =
            (spec?["containers"]?.array ?? [])
            + (spec?["initContainers"]?.array ?? []).filter {
                $0["restartPolicy"]?.string == "Always"
            }
        return containers.flatMap { $0["ports"]?.array ?? [] }.compactMap { port in
            guard let number = port["hostPort"]?.int, number > 0 else { return nil }
            let address = port["hostIP"]?.string ?? ""
            return HostPort(
                address: address.isEmpty ? "0.0.0.0" : address, transport: port["protocol"]?.string ?? "TCP",
                port: number)
        }
    }

    func clashes(with other: HostPort) -> Bool {
        guard port == other.port, transport == other.transport else { return false }
        return address == other.address || address == "0.0.0.0" || other.address == "0.0.0.0"
    }
}
