import Documents
import KubeModel

/// Refuses what would use more than a quota of the namespace allows.
///
/// Source: `staging/src/k8s.io/apiserver/pkg/admission/plugin/resourcequota/controller.go`.
enum ResourceQuotaAdmission {
    static func validate(_ object: Object, old: Object?, _ request: APIRequest, _ api: APIServer) throws(APIError) {
        guard request.resource.isNamespaced, request.subresource.isEmpty || request.subresource == "scale" else {
            return
        }
        let quotas = api.list(.resourceQuotas, namespace: object.namespace)
        guard !quotas.isEmpty, request.resource.plural != "resourcequotas" || old == nil else { return }
        let after = QuotaUsage.usage(of: object, resource: request.resource)
        let before = old.map { QuotaUsage.usage(of: $0, resource: request.resource) } ?? [:]
        for quota in quotas where QuotaUsage.isInScope(quota, object, resource: request.resource) {
            try checkSpecified(object, quota, request)
            try check(object, quota, after, before, request, api)
        }
    }

    /// A quota on computing resources demands that every container says what it needs.
    private static func checkSpecified(_ object: Object, _ quota: Object, _ request: APIRequest) throws(APIError) {
        guard request.resource.plural == "pods" else { return }
        let names = quota["spec"]?["hard"]?.object?.names ?? []
        let computing = Set(["cpu", "memory", "requests.cpu", "requests.memory", "limits.cpu", "limits.memory"])
        var missing: [String] = []
        for name in names where computing.contains(name) {
            let parts = name.split(separator: ".").map(String.init)
            let (kind, resource) = parts.count == 2 ? (parts[0], parts[1]) : ("requests", name)
            let containers =
                (object["spec"]?["initContainers"]?.array ?? []) + (object["spec"]?["containers"]?.array ?? [])
            let without = containers.filter { $0["resources"]?[kind]?[resource] == nil }.compactMap {
                $0["name"]?.string
            }
            if !without.isEmpty { missing.append("\(name) for: \(without.joined(separator: ","))") }
        }
        guard !missing.isEmpty else { return }
        throw .forbidden(
            request.resource.groupResource, name: object.name,
            message: "failed quota: \(quota.name): must specify \(missing.joined(separator: "; "))")
    }

    private static func check(
        _ object: Object, _ quota: Object, _ after: [String: Quantity], _ before: [String: Quantity],
        _ request: APIRequest, _ api: APIServer
    ) throws(APIError) {
        let hard = quota["spec"]?["hard"]?.object ?? Object()
        let used = QuotaUsage.total(for: quota, api: api)
        var exceeded: [(name: String, requested: Quantity, used: Quantity, limit: Quantity)] = []
        for (name, value) in hard {
            guard let limit = Quantity(value), let amount = after[name] else { continue }
            let delta = before[name].map { amount - $0 } ?? amount
            let current = used[name] ?? .zero
            if delta > .zero, current + delta > limit { exceeded.append((name, delta, current, limit)) }
        }
        guard exceeded.isEmpty else { throw refusal(object, quota, exceeded, request) }
    }

    /// Writes what a new or changed object uses into the quotas of its namespace, as soon as nothing else can refuse it.
    static func charge(_ object: Object, _ request: APIRequest, _ api: inout APIServer) {
        guard request.resource.isNamespaced, request.subresource.isEmpty, !request.options.isDryRun else { return }
        for var quota in api.list(.resourceQuotas, namespace: object.namespace)
        where QuotaUsage.isInScope(quota, object, resource: request.resource) {
            let amounts = QuotaUsage.usage(of: object, resource: request.resource)
            guard let used = quota["status"]?["used"]?.object, used.names.contains(where: { amounts[$0] != nil })
            else { continue }
            let total = QuotaUsage.total(for: quota, api: api)
            for name in used.names {
                guard let amount = amounts[name] else { continue }
                quota["status", "used", name] = .string(((total[name] ?? .zero) + amount).description)
            }
            _ = api.store.put(quota, as: .resourceQuotas)
        }
    }

    private static func refusal(
        _ object: Object, _ quota: Object,
        _ exceeded: [(name: String, requested: Quantity, used: Quantity, limit: Quantity)],
        _ request: APIRequest
    ) -> APIError {
        func list(_ value: KeyPath<(name: String, requested: Quantity, used: Quantity, limit: Quantity), Quantity>)
            -> String
        {
            exceeded.map { "\($0.name)=\($0[keyPath: value].description)" }.joined(separator: ",")
        }
        return .forbidden(
            request.resource.groupResource, name: object.name,
            message:
                "exceeded quota: \(quota.name), requested: \(list(\.requested)), used: \(list(\.used)), limited: \(list(\.limit))"
        )
    }
}
