import Documents
import KubeAPI
import KubeModel

/// One look at a DaemonSet, its pods and the nodes, and what is done about them.
struct DaemonSetRound {
    let set: DaemonSet
    let nodes: [Object]
    let hash: String
    let user: UserInfo
    let now: Instant
    /// The pods of each node that they are on or meant for, the oldest first.
    let podsByNode: [String: [Object]]
    /// What earlier rounds remember of pods that failed.
    var backoff: FailedDaemonBackoff
    /// When to look again because a failed pod waits to be replaced.
    private(set) var again: Duration?
    private let requirements: NodeRequirements
    private let tolerations: [Toleration]

    init(
        _ set: DaemonSet, pods: [Object], nodes: [Object], hash: String, backoff: FailedDaemonBackoff, user: UserInfo,
        now: Instant
    ) {
        self.set = set
        self.backoff = backoff
        self.nodes = nodes
        self.hash = hash
        self.user = user
        self.now = now
        var podsByNode: [String: [Object]] = [:]
        let sorted = pods.sorted { Self.age($0) < Self.age($1) }
        for pod in sorted { podsByNode[Self.target(of: pod), default: []].append(pod) }
        self.podsByNode = podsByNode
        requirements = NodeRequirements(pod: set.template["spec"])
        tolerations = ((set.template["spec"]?["tolerations"]?.array ?? []) + Self.ownTolerations).map(Toleration.init)
    }
}

extension DaemonSetRound {
    static let component = "daemonset-controller"
    static let revisionLabel = "controller-revision-hash"

    /// What every daemon tolerates. Source: `pkg/controller/daemon/util/daemonset_util.go`.
    static let ownTolerations: [Value] = [
        ["key": "node.kubernetes.io/not-ready", "operator": "Exists", "effect": "NoExecute"],
        ["key": "node.kubernetes.io/unreachable", "operator": "Exists", "effect": "NoExecute"],
        ["key": "node.kubernetes.io/disk-pressure", "operator": "Exists", "effect": "NoSchedule"],
        ["key": "node.kubernetes.io/memory-pressure", "operator": "Exists", "effect": "NoSchedule"],
        ["key": "node.kubernetes.io/pid-pressure", "operator": "Exists", "effect": "NoSchedule"],
        ["key": "node.kubernetes.io/unschedulable", "operator": "Exists", "effect": "NoSchedule"],
    ]

    /// Creates and deletes pods until each node that fits has one.
    mutating func manage(_ api: inout APIServer) -> APIError? {
        var needing: [String] = []
        var doomed: [Object] = []
        for node in nodes {
            let pods = podsByNode[node.name] ?? []
            let (shouldRun, shouldStay) = fits(node)
            if !shouldStay {
                doomed += pods
                continue
            }
            var running: [Object] = []
            for pod in pods where !pod.isTerminating {
                if Pod(pod).isFinished {
                    guard !mustWait(pod, on: node.name) else { continue }
                    reportEnd(of: pod, on: node.name, &api)
                    doomed.append(pod)
                } else {
                    running.append(pod)
                }
            }
            doomed += surplus(running)
            if shouldRun, pods.isEmpty { needing.append(node.name) }
        }
        let known = Set(nodes.map(\.name))
        for (node, pods) in podsByNode.sorted(by: { $0.key < $1.key }) where !node.isEmpty && !known.contains(node) {
            doomed += pods
        }
        return sync(creating: needing, deleting: doomed, &api)
    }

    /// Replaces pods of older templates, within the limits for unavailability and surge.
    func update(_ api: inout APIServer) -> APIError? {
        guard set.updateStrategy == .rollingUpdate else { return nil }
        let wanted = nodes.filter { fits($0).shouldRun }
        let surge = set.maxSurge(of: wanted.count)
        if surge > 0 { return updateWithSurge(wanted, surge, &api) }
        var unavailable = 0
        var replaceable: [Object] = []
        var candidates: [Object] = []
        for node in wanted {
            let (old, new) = split(podsByNode[node.name] ?? [])
            switch (old, new) {
            case (nil, nil), (.some, .some): unavailable += 1
            case (nil, let new?): unavailable += isAvailable(new) ? 0 : 1
            case (let old?, nil):
                if isAvailable(old) { candidates.append(old) } else { replaceable.append(old) }
            }
        }
        let room = max(0, set.maxUnavailable(of: wanted.count) - unavailable)
        return sync(creating: [], deleting: replaceable + candidates.prefix(room), &api)
    }

    func isAvailable(_ pod: Object) -> Bool {
        !pod.isTerminating && Pod(pod).isAvailable(minReadySeconds: set.minReadySeconds, now: now)
    }

    /// Whether a pod should be started on a node, and whether one that is there may stay.
    ///
    /// Source: `NodeShouldRunDaemonPod`.
    func fits(_ node: Object) -> (shouldRun: Bool, shouldStay: Bool) {
        if let name = set.template["spec"]?["nodeName"]?.string, !name.isEmpty, name != node.name {
            return (false, false)
        }
        guard requirements.matches(node) else { return (false, false) }
        let untolerated = Node(node).taints.filter { taint in
            taint.effect != .preferNoSchedule && !tolerations.contains { $0.tolerates(taint) }
        }
        return (untolerated.isEmpty, !untolerated.contains { $0.effect == .noExecute })
    }

    func isUpdated(_ pod: Object) -> Bool { pod.labels[Self.revisionLabel]?.string == hash }

    /// The pod of an older template and the one of the present, of those that are not about to go.
    private func split(_ pods: [Object]) -> (old: Object?, new: Object?) {
        let live = pods.filter { !$0.isTerminating }
        return (live.first { !isUpdated($0) }, live.first(where: isUpdated))
    }

    /// Of several pods on a node all but the oldest go; a new one that replaces an old one stays beside it until it is available.
    private func surplus(_ running: [Object]) -> [Object] {
        guard running.count > 1 else { return [] }
        if set.maxSurge(of: nodes.count) > 0, case (let old?, let new?) = split(running) {
            return isAvailable(new) ? [old] : running.filter { $0.uid != old.uid && $0.uid != new.uid }
        }
        return Array(running.dropFirst())
    }

    private func updateWithSurge(_ wanted: [Object], _ surge: Int, _ api: inout APIServer) -> APIError? {
        var surging = 0
        var needing: [String] = []
        var candidates: [String] = []
        for node in wanted {
            let (old, new) = split(podsByNode[node.name] ?? [])
            switch (old, new) {
            case (nil, _): continue
            case (.some, .some): surging += 1
            case (let old?, nil):
                if isAvailable(old) { candidates.append(node.name) } else { needing.append(node.name) }
            }
        }
        let room = max(0, surge - surging)
        return sync(creating: needing + candidates.prefix(room), deleting: [], &api)
    }

    private func sync(creating: [String], deleting: [Object], _ api: inout APIServer) -> APIError? {
        let control = PodControl(owner: set.object, component: Self.component)
        let template = set.template
        let batch = Array(creating.prefix(Timing.daemonSetBurst))
        let result = slowStart(batch.count, api: &api) { (index, api) throws(APIError) in
            try control.create(from: template, api: &api) { prepare(&$0, for: batch[index]) }
        }
        var failure = result.error.flatMap { $0.isNamespaceTerminating ? nil : $0 }
        for pod in deleting where !pod.isTerminating {
            do { try control.delete(pod, api: &api) } catch { failure = failure ?? error }
        }
        return failure
    }

    /// Makes a pod one of a node: by an affinity to its name, with the tolerations of daemons.
    private func prepare(_ pod: inout Object, for node: String) {
        pod["metadata", "labels", Self.revisionLabel] = .string(hash)
        let generation =
            set.object.annotations[DaemonSet.templateGenerationAnnotation]?.string ?? String(set.object.generation)
        pod["metadata", "labels", "pod-template-generation"] = .string(generation)
        pod["spec", "affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution"] = [
            "nodeSelectorTerms": [
                ["matchFields": [["key": "metadata.name", "operator": "In", "values": [.string(node)]]]]
            ]
        ]
        var tolerations = pod["spec"]?["tolerations"]?.array ?? []
        let isOnHost = pod["spec"]?["hostNetwork"]?.bool == true
        let network: [Value] = [
            ["key": "node.kubernetes.io/network-unavailable", "operator": "Exists", "effect": "NoSchedule"]
        ]
        for toleration in Self.ownTolerations + (isOnHost ? network : []) where !tolerations.contains(toleration) {
            tolerations.append(toleration)
        }
        pod["spec", "tolerations"] = .array(tolerations)
    }

    /// A pod that failed not long ago stays where it is.
    private mutating func mustWait(_ pod: Object, on node: String) -> Bool {
        guard Pod(pod).phase == .failed, let wait = backoff.wait(node: node, now: now) else { return false }
        again = min(again ?? wait, wait)
        return true
    }

    private func reportEnd(of pod: Object, on node: String, _ api: inout APIServer) {
        let hasFailed = Pod(pod).phase == .failed
        let message =
            "Found \(hasFailed ? "failed" : "succeeded") daemon pod \(pod.namespace)/\(pod.name) on node \(node), will try to \(hasFailed ? "kill" : "delete") it"
        api.record(
            EventRecord(
                set.object, hasFailed ? .warning : .normal, hasFailed ? "FailedDaemonPod" : "SucceededDaemonPod",
                message,
                from: Self.component))
    }

    /// The node that a pod is on, or that its affinity names.
    private static func target(of pod: Object) -> String {
        if let name = Pod(pod).nodeName { return name }
        let required = pod["spec"]?["affinity"]?["nodeAffinity"]?["requiredDuringSchedulingIgnoredDuringExecution"]
        let fields = required?["nodeSelectorTerms"]?[0]?["matchFields"]
        return fields?[0]?["values"]?[0]?.string ?? ""
    }

    private static func age(_ pod: Object) -> ReplicaSet.Age {
        ReplicaSet.Age(created: pod.creationTimestamp?.microseconds ?? 0, name: pod.name)
    }
}
