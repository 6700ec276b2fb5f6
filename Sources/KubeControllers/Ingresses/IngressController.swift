import Documents
package import KubeAPI
package import KubeModel

/// Gives Ingresses the host name of a balancer, when their class names a controller that this cluster plays.
///
/// Only clusters of profile `eks` run it, and it does nothing before somebody makes such an IngressClass.
/// Sources: github.com/kubernetes/ingress-nginx and github.com/kubernetes-sigs/aws-load-balancer-controller.
package struct IngressController: Controller {
    /// When each balancer that is being made will be ready.
    private var readyTimes: [ObjectKey: Instant] = [:]

    package init() {}
}

extension IngressController {
    package var name: String { "ingress-controller" }
    package var watched: [ResourceType]? { [.ingresses, .ingressClasses] }

    /// The controllers that are played: who speaks in the events, and what it says of an Ingress that it has taken up.
    private static let played: [String: (component: String, reason: String, message: String)] = [
        "k8s.io/ingress-nginx": ("nginx-ingress-controller", "Sync", "Scheduled for sync"),
        "ingress.k8s.aws/alb": ("ingress", "SuccessfullyReconciled", "Successfully reconciled"),
    ]
    private static let defaultAnnotation = "ingressclass.kubernetes.io/is-default-class"

    package func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        guard change.resource.plural == "ingressclasses" else { return [Wakeup(change.object.key)] }
        return api.list(.ingresses).map { Wakeup($0.key) }
    }

    package mutating func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration? {
        guard var ingress = api.get(.ingresses, key), !ingress.isTerminating else {
            readyTimes[key] = nil
            return nil
        }
        let hasBalancer = ingress["status"]?["loadBalancer"]?["ingress"] != nil
        guard let played = Self.player(of: ingress, api) else {
            readyTimes[key] = nil
            guard hasBalancer else { return nil }
            ingress["status", "loadBalancer"] = [:]
            try api.updateStatus(.ingresses, ingress, as: user)
            return nil
        }
        guard !hasBalancer else { return nil }
        guard let ready = readyTimes[key] else {
            readyTimes[key] = api.now + Timing.loadBalancerTime
            return Timing.loadBalancerTime
        }
        guard ready <= api.now else { return ready - api.now }
        readyTimes[key] = nil
        ingress["status", "loadBalancer"] = ["ingress": [["hostname": .string(Self.hostname(of: ingress))]]]
        try api.updateStatus(.ingresses, ingress, as: user)
        api.record(EventRecord(ingress, .normal, played.reason, played.message, from: played.component))
        return nil
    }

    /// Who looks after an Ingress; `nil` when nobody in this cluster does.
    private static func player(of ingress: Object, _ api: borrowing APIServer) -> (
        component: String, reason: String, message: String
    )? {
        let named = ingress["spec"]?["ingressClassName"]?.string
        let classes = api.list(.ingressClasses)
        let chosen = classes.first { object in
            named.map { $0 == object.name } ?? (object.annotations[defaultAnnotation]?.string == "true")
        }
        return chosen?["spec"]?["controller"]?.string.flatMap { played[$0] }
    }

    /// `k8s-default-shop-159eb0af24-47984927.ap-northeast-1.elb.amazonaws.com`
    private static func hostname(of ingress: Object) -> String {
        let uid = ingress.uid.filter { $0 != "-" }
        let number = ingress.uid.utf8.reduce(UInt64(7)) { ($0 &* 31 &+ UInt64($1)) % 2_000_000_000 }
        let names = [ingress.namespace, ingress.name].map { $0.filter { $0 != "-" }.prefix(8) }.joined(separator: "-")
        return "k8s-\(names)-\(uid.prefix(10))-\(number).ap-northeast-1.elb.amazonaws.com"
    }
}
