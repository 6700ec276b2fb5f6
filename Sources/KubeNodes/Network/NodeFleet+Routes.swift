import Documents
import KubeAPI
import KubeModel

/// The proxies of the nodes learn of changed endpoints a little later than the API.
///
/// In between, a connection may be sent to a pod that has just gone: what a `preStop` hook that waits is for.
extension NodeFleet {
    /// Keeps the old routes of a service until its proxies have caught up.
    mutating func observeSlice(_ change: ObjectChange, api: borrowing APIServer) {
        guard hasClusterNetwork, let name = change.object.labels["kubernetes.io/service-name"]?.string else { return }
        let key = ObjectKey(namespace: change.object.namespace, name: name)
        if routes[key] == nil { routes[key] = Self.parse(slices(of: key, before: change, api: api)) }
        guard pendingRoutes.insert(key).inserted else { return }
        queue.schedule(.routes(key), at: api.now + KubeletTimings.proxyLatency)
    }

    /// The slices of a service as they were before a change.
    private func slices(of service: ObjectKey, before change: ObjectChange, api: borrowing APIServer) -> [Object] {
        let others = api.list(.endpointSlices, namespace: service.namespace).filter {
            $0.labels["kubernetes.io/service-name"]?.string == service.name && $0.name != change.object.name
        }
        return others + [change.old].compactMap { $0 }
    }

    mutating func refreshRoutes(_ key: ObjectKey, api: borrowing APIServer) {
        pendingRoutes.remove(key)
        routes[key] = nil
    }
}
