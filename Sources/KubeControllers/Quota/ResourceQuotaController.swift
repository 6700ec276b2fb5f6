import Documents
package import KubeAPI
package import KubeModel

/// Writes into each ResourceQuota what its namespace uses.
///
/// Source: `pkg/controller/resourcequota/resource_quota_controller.go`.
package struct ResourceQuotaController: Controller {
    package init() {}
}

extension ResourceQuotaController {
    package var name: String { "resourcequota-controller" }
    package var watched: [ResourceType]? { nil }

    package func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        let object = change.object
        if change.resource.plural == "resourcequotas" { return change.action == .deleted ? [] : [Wakeup(object.key)] }
        guard change.resource.isNamespaced, matters(change) else { return [] }
        return api.list(.resourceQuotas, namespace: object.namespace).map { Wakeup($0.key, after: Timing.podLatency) }
    }

    package func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration? {
        guard var quota = api.get(.resourceQuotas, key) else { return nil }
        let hard = quota["spec"]?["hard"]?.object ?? Object()
        let total = QuotaUsage.total(for: quota, api: api)
        var used = Object()
        for name in hard.names { used[name] = .string((total[name] ?? .zero).description) }
        let status: Object = ["hard": .object(hard), "used": .object(used)]
        guard quota.status != status else { return nil }
        quota.status = status
        try api.updateStatus(.resourceQuotas, quota, as: user)
        return nil
    }

    /// What comes, goes or ends counts, and services and claims that change.
    private func matters(_ change: ObjectChange) -> Bool {
        switch change.action {
        case .added, .deleted: true
        case .modified:
            switch change.resource.plural {
            case "pods": Pod(change.object).isFinished && !(change.old.map { Pod($0).isFinished } ?? true)
            case "services", "persistentvolumeclaims": change.old?["spec"] != change.object["spec"]
            default: false
            }
        }
    }
}
