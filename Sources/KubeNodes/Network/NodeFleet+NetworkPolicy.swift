import Documents
import KubeAPI
import KubeModel

/// Who may talk to whom.
///
/// Source: the semantics of `k8s.io/api/networking/v1` `NetworkPolicy`.
extension NodeFleet {
    /// Whether the policies on both sides let a connection through.
    func isAllowed(_ origin: Origin, to target: PodWorker, port: Int, api: borrowing APIServer) -> Bool {
        if origin.isKubelet || (origin.slot != nil && origin.slot == target.slot) { return true }
        // Traffic of a node to its own pods is never cut off.
        if origin.slot == nil, origin.address == kubelets[target.node].facts.address { return true }
        let policies = api.list(.networkPolicies)
        guard !policies.isEmpty else { return true }
        let source = origin.slot.flatMap { workers[$0] }
        let ingress = policies.filter { $0.selects(target) && $0.isAbout("Ingress") }
        guard
            ingress.isEmpty
                || ingress.contains(where: { policy in
                    policy.rules("ingress").contains { rule in
                        rule.allows(port: port, of: target)
                            && allows(rule["from"], source, origin.address, policy.namespace, api: api)
                    }
                })
        else { return false }
        guard let source else { return true }
        let egress = policies.filter { $0.selects(source) && $0.isAbout("Egress") }
        return egress.isEmpty
            || egress.contains { policy in
                policy.rules("egress").contains { rule in
                    rule.allows(port: port, of: target)
                        && allows(rule["to"], target, target.address ?? "", policy.namespace, api: api)
                }
            }
    }

    /// Whether a peer is among those that a rule names; a rule that names none means everyone.
    private func allows(
        _ peers: Value?, _ peer: PodWorker?, _ address: String, _ namespace: String, api: borrowing APIServer
    ) -> Bool {
        guard let peers = peers?.array, !peers.isEmpty else { return true }
        for entry in peers {
            if let block = entry["ipBlock"] {
                let except = block["except"]?.array?.compactMap(\.string) ?? []
                if IPAddress.contains(block["cidr"]?.string ?? "", address),
                    !except.contains(where: { IPAddress.contains($0, address) })
                {
                    return true
                }
                continue
            }
            guard let peer else { continue }
            if let selector = entry["namespaceSelector"] {
                let labels = api.get(.namespaces, ObjectKey(name: peer.key.namespace))?.labels ?? Object()
                guard LabelSelector(selector: selector).matches(labels) else { continue }
            } else if peer.key.namespace != namespace {
                continue
            }
            if let selector = entry["podSelector"], !LabelSelector(selector: selector).matches(peer.pod.labels) {
                continue
            }
            return true
        }
        return false
    }
}

extension Object {
    fileprivate func selects(_ worker: PodWorker) -> Bool {
        guard namespace == worker.key.namespace, !Pod(worker.pod).usesHostNetwork else { return false }
        return LabelSelector(selector: self["spec"]?["podSelector"] ?? .object(Object())).matches(worker.pod.labels)
    }

    fileprivate func isAbout(_ direction: String) -> Bool {
        if let types = self["spec"]?["policyTypes"]?.array { return types.contains { $0.string == direction } }
        return direction == "Ingress" || self["spec"]?["egress"] != nil
    }

    fileprivate func rules(_ field: String) -> [Value] { self["spec"]?[field]?.array ?? [] }
}

extension Value {
    /// Whether a rule is about a port of a pod; a rule without ports is about all of them.
    fileprivate func allows(port: Int, of target: PodWorker) -> Bool {
        guard let ports = self["ports"]?.array, !ports.isEmpty else { return true }
        return ports.contains { entry in
            guard entry["protocol"]?.string ?? "TCP" == "TCP" else { return false }
            guard let wanted = entry["port"] else { return true }
            if let end = entry["endPort"]?.int, let start = wanted.int {
                return (start...max(start, end)).contains(port)
            }
            return target.containers.contains { $0.spec.portNumber(wanted) == port } || wanted.int == port
        }
    }
}
