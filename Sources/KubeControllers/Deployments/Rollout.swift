import Documents
import KubeAPI
import KubeModel

/// One look at a Deployment and its ReplicaSets, and what is done about them.
struct Rollout {
    var deployment: Deployment
    /// The set of the present template, when there is one.
    var newSet: ReplicaSet?
    /// The sets of other templates, the oldest first.
    var oldSets: [ReplicaSet] = []
    let user: UserInfo
    private let sets: [ReplicaSet]

    /// Takes stock: adopts and releases ReplicaSets.
    init(_ deployment: Deployment, user: UserInfo, api: inout APIServer) throws(APIError) {
        self.deployment = deployment
        self.user = user
        let selector = LabelSelector(selector: deployment.selectorValue)
        let claim = OwnershipClaim(owner: deployment.object, selector: selector, user: user, resource: .replicaSets)
        let claimed = try claim.claim(claim.candidates(api: api), api: &api)
        sets = claimed.map(ReplicaSet.init).sorted { $0.age < $1.age }
    }
}

extension Rollout {
    static let component = "deployment-controller"
    static let hashLabel = "pod-template-hash"

    var allSets: [ReplicaSet] { oldSets + (newSet.map { [$0] } ?? []) }
    var activeOldSets: [ReplicaSet] { oldSets.filter { $0.replicas > 0 } }
    var podCountMax: Int { deployment.replicas + deployment.limits.surge }

    /// Sorts the sets into new and old, and makes the new one when it is missing and wanted.
    ///
    /// Source: `pkg/controller/deployment/sync.go`, `getAllReplicaSetsAndSyncRevision`.
    mutating func findSets(creatingNew: Bool, _ api: inout APIServer) throws(APIError) {
        let found = sets.first { hasTemplate($0) }
        oldSets = sets.filter { $0.uid != found?.uid }
        let revision = (oldSets.map(\.revision).max() ?? 0) + 1
        if let found {
            newSet = try refresh(found, revision: revision, &api)
        } else if creatingNew {
            newSet = try createSet(revision: revision, &api)
        }
    }

    func report(_ kind: EventRecord.Kind, _ reason: String, _ message: String, _ api: inout APIServer) {
        api.record(EventRecord(deployment.object, kind, reason, message, from: Self.component))
    }

    mutating func updateStatus(_ api: inout APIServer) throws(APIError) {
        deployment.object = try api.updateStatus(.deployments, deployment.object, as: user)
    }

    /// Whether a set has the deployment's template, but for the hash among its labels.
    private func hasTemplate(_ set: ReplicaSet) -> Bool {
        var template = set.template
        template["metadata", "labels", Self.hashLabel] = nil
        return template == deployment.template
    }

    /// Keeps the annotations of the new set and the revision of the deployment up to date.
    private mutating func refresh(
        _ set: ReplicaSet, revision: Int, _ api: inout APIServer
    ) throws(APIError) -> ReplicaSet {
        var refreshed = set
        let changed = copyAnnotations(to: &refreshed, revision: revision)
        if changed || set.minReadySeconds != deployment.minReadySeconds {
            refreshed.object["spec", "minReadySeconds"] =
                deployment.minReadySeconds == 0 ? nil : Value(deployment.minReadySeconds)
            return ReplicaSet(try api.update(.replicaSets, refreshed.object, as: user))
        }
        var needsUpdate = setRevision(refreshed.revision)
        if deployment.progressDeadlineSeconds != nil, deployment.object.condition("Progressing") == nil {
            setCondition(
                "Progressing", true, "FoundNewReplicaSet", "Found new replica set \"\(set.name)\"", now: api.now)
            needsUpdate = true
        }
        if needsUpdate { try updateStatus(&api) }
        return refreshed
    }

    /// Writes the revision into the deployment's annotations; whether that was a change.
    mutating func setRevision(_ revision: Int) -> Bool {
        guard deployment.object.annotations[Deployment.revisionAnnotation]?.string != String(revision) else {
            return false
        }
        deployment.object.annotations[Deployment.revisionAnnotation] = .string(String(revision))
        return true
    }

    mutating func setCondition(_ type: String, _ status: Bool, _ reason: String, _ message: String, now: Instant) {
        var entry = condition(type, status, reason: reason, message: message, now: now)
        entry["lastUpdateTime"] = .string(now.rfc3339)
        var changed = deployment.object.status
        changed.moveCondition(entry)
        deployment.object.status = changed
    }
}

extension ReplicaSet {
    var revision: Int { object.annotations[Deployment.revisionAnnotation]?.string.flatMap { Int($0) } ?? 0 }

    /// What sorts sets from the oldest to the youngest.
    var age: Age { Age(created: object.creationTimestamp?.microseconds ?? 0, name: name) }

    struct Age: Comparable {
        let created: Int64
        let name: String

        static func < (left: Age, right: Age) -> Bool { (left.created, left.name) < (right.created, right.name) }
    }
}
