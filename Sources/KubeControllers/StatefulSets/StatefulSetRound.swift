import Documents
import KubeAPI
import KubeModel

/// One look at a StatefulSet and its pods, and what is done about them.
///
/// Source: `pkg/controller/statefulset/stateful_set_control.go`, `updateStatefulSet`.
struct StatefulSetRound {
    let set: StatefulSet
    let current: Object
    let update: Object
    let user: UserInfo
    let now: Instant
    /// The pods that should be, by ordinal; `nil` where there is none.
    var replicas: [Object?]
    /// The pods beyond the wanted ordinals, the last first.
    var condemned: [Object]

    init(_ set: StatefulSet, pods: [Object], current: Object, update: Object, user: UserInfo, now: Instant) {
        self.set = set
        self.current = current
        self.update = update
        self.user = user
        self.now = now
        var replicas = [Object?](repeating: nil, count: set.ordinals.count)
        var condemned: [Object] = []
        for pod in pods {
            guard let ordinal = Pod(pod).ordinal else { continue }
            if set.ordinals.contains(ordinal) {
                replicas[ordinal - set.firstOrdinal] = pod
            } else {
                condemned.append(pod)
            }
        }
        self.replicas = replicas
        self.condemned = condemned.sorted { (Pod($0).ordinal ?? 0) > (Pod($1).ordinal ?? 0) }
    }
}

extension StatefulSetRound {
    static let component = "statefulset-controller"
    static let revisionLabel = "controller-revision-hash"

    var isOrdered: Bool { self.set.podManagement == .orderedReady }

    mutating func run(_ api: inout APIServer) throws(APIError) {
        guard !set.object.isTerminating else { return }
        try settleClaims(&api)
        for index in replicas.indices {
            guard try settle(index, &api) || !isOrdered else { return }
        }
        for pod in condemned {
            guard try drop(pod, &api) || !isOrdered else { return }
        }
        guard set.updateStrategy == .rollingUpdate else { return }
        try replaceOutdated(&api)
    }

    /// Running, ready and not about to go.
    func isHealthy(_ pod: Object) -> Bool { Pod(pod).phase == .running && Pod(pod).isReady && !pod.isTerminating }

    private func isAvailable(_ pod: Object) -> Bool {
        isHealthy(pod) && Pod(pod).isAvailable(minReadySeconds: set.minReadySeconds, now: now)
    }

    /// Brings one replica on its way; `false` when those after it must wait.
    private mutating func settle(_ index: Int, _ api: inout APIServer) throws(APIError) -> Bool {
        guard let pod = replicas[index] else {
            let created = try create(ordinal: set.firstOrdinal + index, &api)
            replicas[index] = created
            return false
        }
        if Pod(pod).isFinished {
            if !pod.isTerminating { try recreate(pod, &api) }
            return false
        }
        if Pod(pod).phase == .pending { try createClaims(of: pod, &api) }
        return isAvailable(pod)
    }

    /// Deletes a pod that is too many; `false` when those before it must wait.
    private func drop(_ pod: Object, _ api: inout APIServer) throws(APIError) -> Bool {
        guard !pod.isTerminating else { return false }
        let others = replicas.compactMap { $0 } + condemned.filter { $0.uid != pod.uid }
        if isOrdered, !isHealthy(pod), !others.allSatisfy(isHealthy) {
            let firstUnhealthy = (replicas.compactMap { $0 } + condemned.reversed()).first { !isHealthy($0) }
            guard firstUnhealthy?.uid == pod.uid else { return false }
        }
        try delete(pod, &api)
        return false
    }

    /// Deletes pods of the old revision from the last ordinal down, as many as may be unavailable at a time.
    private func replaceOutdated(_ api: inout APIServer) throws(APIError) {
        let unavailable = replicas.count { $0.map { !isAvailable($0) } ?? true }
        var allowance = set.maxUnavailable - unavailable
        for index in replicas.indices.reversed() where allowance > 0 {
            guard set.firstOrdinal + index >= set.partition, let pod = replicas[index], !pod.isTerminating,
                revision(of: pod) != update.name
            else { continue }
            try delete(pod, &api)
            allowance -= 1
        }
    }

    func revision(of pod: Object) -> String { pod.labels[Self.revisionLabel]?.string ?? "" }

    private func recreate(_ pod: Object, _ api: inout APIServer) throws(APIError) {
        let (reason, word) =
            Pod(pod).phase == .failed ? ("RecreatingFailedPod", "failed") : ("RecreatingTerminatedPod", "terminated")
        report(
            .warning, reason, "StatefulSet \(set.namespace)/\(set.name) is recreating \(word) Pod \(pod.name)", &api)
        try delete(pod, &api)
    }

    private func delete(_ pod: Object, _ api: inout APIServer) throws(APIError) {
        do { try api.delete(.pods, pod.key, as: user) } catch .notFound { return }
        report(
            .normal, "SuccessfulDelete", "delete Pod \(pod.name) in StatefulSet \(set.name) successful", &api)
    }

    func report(_ kind: EventRecord.Kind, _ reason: String, _ message: String, _ api: inout APIServer) {
        api.record(EventRecord(set.object, kind, reason, message, from: Self.component))
    }
}
