import Documents
package import KubeAPI
package import KubeModel

/// Gathers into aggregated ClusterRoles the rules of the roles that their selectors choose.
///
/// Source: `pkg/controller/clusterroleaggregation/clusterroleaggregation_controller.go`.
package struct ClusterRoleAggregationController: Controller {
    package init() {}
}

extension ClusterRoleAggregationController {
    package var name: String { "clusterrole-aggregation-controller" }
    package var watched: [ResourceType]? { [.clusterRoles] }

    /// A role that came, went or changed may belong into any aggregated one.
    package func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        api.list(.clusterRoles).filter { $0["aggregationRule"] != nil }.map { Wakeup($0.key) }
    }

    package func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration? {
        guard var role = api.get(.clusterRoles, key), let aggregation = role["aggregationRule"] else { return nil }
        var rules: [Value] = []
        for selector in aggregation["clusterRoleSelectors"]?.array ?? [] {
            let selector = LabelSelector(selector: selector)
            for other in api.list(.clusterRoles) where other.name != role.name && selector.matches(other.labels) {
                for rule in other["rules"]?.array ?? [] where !rules.contains(rule) { rules.append(rule) }
            }
        }
        guard role["rules"] != .array(rules), !(rules.isEmpty && role["rules"]?.array == nil) else { return nil }
        role["rules"] = .array(rules)
        try api.update(.clusterRoles, role, as: user)
        return nil
    }
}
