import Documents
import KubeModel

/// Looks for why a check fails: what was probably meant, what the cluster says, and what to type next.
struct Diagnosis<Cluster: CheckedCluster> {
    let cluster: Cluster

    init(cluster: Cluster) {
        self.cluster = cluster
    }
}

extension Diagnosis {
    /// An object is there and differs.
    func mismatch(_ object: Object, _ mismatches: [Mismatch], resource: ResourceType) -> Finding {
        let subject = ObjectName(object)
        let cause = cause(for: object, resource: resource)
        let isAboutStatus = mismatches.contains { $0.path.hasPrefix("status") }
        let next =
            isAboutStatus
            ? cause.map(nextCommand(for:)) ?? "kubectl describe \(subject.argument)\(subject.namespaceFlag)"
            : "kubectl get \(subject.argument)\(subject.namespaceFlag) -o yaml"
        return Finding(
            subject: subject, problem: .mismatches(mismatches), cause: isAboutStatus ? cause : nil, nextCommand: next)
    }

    /// No object of this name, or none of the kind, is there.
    func missing(_ subject: ObjectName, resource: ResourceType, pattern: ObjectPattern) -> Finding {
        let nearest = nearest(to: subject, resource: resource)
        let next: String
        switch nearest {
        case .otherNamespace(let found): next = "kubectl get \(resource.plural) -A | grep \(found.name)"
        case .otherKind(let found): next = "kubectl get \(found.argument)\(found.namespaceFlag)"
        case .nearName, .others, nil: next = "kubectl get \(resource.plural)\(subject.namespaceFlag)"
        }
        return Finding(
            subject: subject, problem: .missing, nearest: nearest, cause: causeOfAbsence(subject, pattern: pattern),
            nextCommand: next)
    }

    func http(_ check: HTTPCheck, answer: HTTPAnswer) -> Finding {
        let host = HTTPHost(url: check.request.url, namespace: cluster.namespace)
        let service = cluster.object(of: .services, ObjectKey(namespace: host.namespace, name: host.name))
        let subject = ObjectName(kind: "Service", namespace: host.namespace, name: host.name)
        let reason = service.flatMap { cause(for: $0, resource: .services) }
        let next = "kubectl get service,endpointslices\(subject.namespaceFlag)"
        let nearest = service == nil ? nearest(to: subject, resource: .services) : nil
        return Finding(
            subject: subject, problem: .http(check, answer: answer), nearest: nearest, cause: reason,
            nextCommand: reason.map(nextCommand(for:)) ?? next)
    }
}

/// The Service that a URL inside the cluster speaks to: `http://NAME[.NAMESPACE[.svc...]][:PORT]/...`.
struct HTTPHost: Hashable {
    let name: String
    let namespace: String

    init(url: String, namespace: String) {
        let rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
        let parts = rest.prefix { $0 != "/" && $0 != ":" }.split(separator: ".").map(String.init)
        name = parts.first ?? ""
        self.namespace = parts.count > 1 ? parts[1] : namespace
    }
}
