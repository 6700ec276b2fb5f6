import Documents
package import KubeAPI
package import KubeModel

/// Keeps one pod on every node that fits.
///
/// Source: `pkg/controller/daemon/daemon_controller.go`.
package struct DaemonSetController: Controller {
    private var backoffs: [ObjectKey: FailedDaemonBackoff] = [:]

    package init() {}
}

extension DaemonSetController {
    package var name: String { "daemonset-controller" }
    package var watched: [ResourceType]? { [.daemonSets, .pods, .nodes] }

    package func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        let object = change.object
        switch change.resource.plural {
        case "daemonsets": return [Wakeup(object.key)]
        case "pods": return Wakeup.controller(of: object, kind: "DaemonSet", after: Timing.podLatency)
        default:
            guard let old = change.old, change.action == .modified else {
                return api.list(.daemonSets).map { Wakeup($0.key) }
            }
            guard old.labels != object.labels || old["spec"] != object["spec"] else { return [] }
            return api.list(.daemonSets).map { Wakeup($0.key) }
        }
    }

    package mutating func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration? {
        guard let object = api.get(.daemonSets, key) else {
            backoffs[key] = nil
            return nil
        }
        let set = DaemonSet(object)
        let selector = LabelSelector(selector: set.selectorValue)
        var history = try RevisionHistory(object, selector: selector, user: user, api: &api)
        let (revision, collisions) = try history.current(
            hashLabel: DaemonSetRound.revisionLabel, collisionCount: set.object["status"]?["collisionCount"]?.int, &api)
        let hash = revision.labels[DaemonSetRound.revisionLabel]?.string ?? ""
        let claim = OwnershipClaim(owner: object, selector: selector, user: user, resource: .pods)
        let pods = try claim.claim(claim.candidates(api: api), api: &api)
        var round = DaemonSetRound(
            set, pods: pods, nodes: api.list(.nodes), hash: hash, backoff: backoffs[key] ?? FailedDaemonBackoff(),
            user: user, now: api.now)
        var failure: APIError?
        if !object.isTerminating {
            failure = round.manage(&api)
            backoffs[key] = round.backoff
            if failure == nil { failure = round.update(&api) }
        }
        let status = round.status(collisionCount: collisions)
        if status != object.status {
            var updated = object
            updated.status = status
            try api.updateStatus(.daemonSets, updated, as: user)
        }
        if let failure { throw failure }
        let live = Set(
            pods.compactMap { $0.labels[DaemonSetRound.revisionLabel]?.string }.map { "\(set.name)-\($0)" } + [
                revision.name
            ])
        try history.truncate(to: set.revisionHistoryLimit, keeping: live, &api)
        let waits = pods.compactMap { Pod($0).timeUntilAvailable(minReadySeconds: set.minReadySeconds, now: api.now) }
        return (waits + [round.again].compactMap { $0 }).min()
    }
}
