import Documents
package import KubeAPI
package import KubeModel

/// Gives Services of type LoadBalancer a host name as a cloud does, after a while.
///
/// Only clusters of profile `eks` run it; elsewhere such a Service stays pending.
/// Source: `staging/src/k8s.io/cloud-provider/controllers/service/controller.go`.
package struct LoadBalancerController: Controller {
    /// When each balancer that is being made will be ready.
    private var readyTimes: [ObjectKey: Instant] = [:]

    package init() {}
}

extension LoadBalancerController {
    package var name: String { "service-controller" }
    package var watched: [ResourceType]? { [.services] }

    private static let finalizer = "service.kubernetes.io/load-balancer-cleanup"
    private static let region = "ap-northeast-1"

    package func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        let service = change.object
        let concerns = Service(service).kind == .loadBalancer || service.finalizers.contains(Self.finalizer)
        return concerns && change.action != .deleted ? [Wakeup(service.key)] : []
    }

    package mutating func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration? {
        guard let object = api.get(.services, key) else {
            readyTimes[key] = nil
            return nil
        }
        guard Service(object).kind == .loadBalancer, !object.isTerminating else {
            readyTimes[key] = nil
            try release(object, &api)
            return nil
        }
        guard object["status"]?["loadBalancer"]?["ingress"] == nil else { return nil }
        return try ensure(object, &api)
    }

    private mutating func ensure(_ object: Object, _ api: inout APIServer) throws(APIError) -> Duration? {
        guard let ready = readyTimes[object.key] else {
            report(object, "EnsuringLoadBalancer", "Ensuring load balancer", &api)
            readyTimes[object.key] = api.now + Timing.loadBalancerTime
            if !object.finalizers.contains(Self.finalizer) {
                var protected = object
                protected.finalizers.append(Self.finalizer)
                try api.update(.services, protected, as: user)
            }
            return Timing.loadBalancerTime
        }
        guard ready <= api.now else { return ready - api.now }
        var balanced = object
        balanced["status", "loadBalancer"] = ["ingress": [["hostname": .string(Self.hostname(of: object))]]]
        try api.updateStatus(.services, balanced, as: user)
        readyTimes[object.key] = nil
        report(object, "EnsuredLoadBalancer", "Ensured load balancer", &api)
        return nil
    }

    /// Takes the balancer away from a Service that is going or has become of another type.
    private func release(_ object: Object, _ api: inout APIServer) throws(APIError) {
        guard object.finalizers.contains(Self.finalizer) else { return }
        report(object, "DeletingLoadBalancer", "Deleting load balancer", &api)
        var current = object
        if current["status"]?["loadBalancer"]?["ingress"] != nil {
            current["status", "loadBalancer"] = [:]
            current = try api.updateStatus(.services, current, as: user)
        }
        current.finalizers.removeAll { $0 == Self.finalizer }
        try api.update(.services, current, as: user)
        report(object, "DeletedLoadBalancer", "Deleted load balancer", &api)
    }

    /// `a159eb0af247f42e994342dab57d432a-47984927.ap-northeast-1.elb.amazonaws.com`: an `a` and the uid, and a number.
    private static func hostname(of service: Object) -> String {
        let uid = service.uid.filter { $0 != "-" }
        let number = service.uid.utf8.reduce(UInt64(7)) { ($0 &* 31 &+ UInt64($1)) % 2_000_000_000 }
        return "a\(uid.prefix(31))-\(number).\(region).elb.amazonaws.com"
    }

    private func report(_ service: Object, _ reason: String, _ message: String, _ api: inout APIServer) {
        api.record(EventRecord(service, .normal, reason, message, from: name))
    }
}
