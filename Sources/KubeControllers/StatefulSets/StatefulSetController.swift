import Documents
package import KubeAPI
package import KubeModel

/// Keeps pods with names and volumes of their own, one after the other.
///
/// Source: `pkg/controller/statefulset/stateful_set.go`.
package struct StatefulSetController: Controller {
    package init() {}
}

extension StatefulSetController {
    package var name: String { "statefulset-controller" }
    package var watched: [ResourceType]? { [.statefulSets, .pods] }

    package func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        let object = change.object
        guard change.resource.plural == "pods" else { return [Wakeup(object.key)] }
        if object.controller == nil { return adopters(of: object, api) }
        return Wakeup.controller(of: object, kind: "StatefulSet", after: Timing.podLatency)
    }

    package func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration? {
        guard let object = api.get(.statefulSets, key) else { return nil }
        let selector = LabelSelector(selector: StatefulSet(object).selectorValue)
        let claim = OwnershipClaim(owner: object, selector: selector, user: user, resource: .pods)
        let candidates = claim.candidates(api: api).filter { isMember($0, of: object) }
        let pods = try claim.claim(candidates, api: &api)
        var history = try RevisionHistory(object, selector: selector, user: user, api: &api)
        let collisions = object["status"]?["collisionCount"]?.int ?? 0
        let update = try history.current(
            hashLabel: "controller.kubernetes.io/hash", collisionCount: collisions == 0 ? nil : collisions, &api)
        let currentName = object["status"]?["currentRevision"]?.string ?? ""
        let current = history.revisions.first { $0.name == currentName } ?? update.revision
        var round = StatefulSetRound(
            StatefulSet(object), pods: pods, current: current, update: update.revision, user: user, now: api.now)
        var failure: APIError?
        do { try round.run(&api) } catch { failure = error }
        let status = round.status(collisionCount: update.collisionCount ?? 0)
        if status != object.status {
            var updated = object
            updated.status = status
            try api.updateStatus(.statefulSets, updated, as: user)
        }
        if let failure { throw failure }
        let live = Set(
            pods.compactMap { $0.labels["controller-revision-hash"]?.string } + [current.name, update.revision.name])
        try history.truncate(to: StatefulSet(object).revisionHistoryLimit, keeping: live, &api)
        return pods.compactMap {
            Pod($0).timeUntilAvailable(minReadySeconds: StatefulSet(object).minReadySeconds, now: api.now)
        }.min()
    }

    /// Its name is that of the set with an ordinal.
    private func isMember(_ pod: Object, of set: Object) -> Bool {
        guard let ordinal = Pod(pod).ordinal else { return false }
        return pod.name == "\(set.name)-\(ordinal)"
    }

    private func adopters(of pod: Object, _ api: borrowing APIServer) -> [Wakeup] {
        api.list(.statefulSets, namespace: pod.namespace).filter { set in
            LabelSelector(selector: StatefulSet(set).selectorValue).matches(pod.labels) && isMember(pod, of: set)
        }.map { Wakeup($0.key) }
    }
}
