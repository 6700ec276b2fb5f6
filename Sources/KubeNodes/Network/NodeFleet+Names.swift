import Documents
import KubeAPI
import KubeModel

/// How names become addresses: the hosts file of a pod, and the cluster's DNS.
///
/// Source: the DNS specification of Kubernetes (`github.com/kubernetes/dns`, docs/specification.md).
extension NodeFleet {
    static let clusterDomain = "cluster.local"
    /// The address of the cluster's name server.
    static let nameServer = "10.100.0.10"

    /// Profile `bare` comes without the DNS and proxy add-ons.
    var hasClusterNetwork: Bool { profile != .bare }

    /// The addresses of a name as a pod of `namespace` sees it; `nil` when there is no such name.
    func resolve(_ name: String, namespace: String, api: borrowing APIServer) -> (name: String, addresses: [String])? {
        if IPAddress.isAddress(name) { return (name, [name]) }
        for candidate in candidates(name, namespace: namespace) {
            if let addresses = lookUp(candidate, api: api) { return (candidate, addresses) }
        }
        return nil
    }

    /// The whole names that a name may stand for, in the order in which they are asked for (`ndots:5`).
    func candidates(_ name: String, namespace: String) -> [String] {
        if name.hasSuffix(".") { return [String(name.dropLast())] }
        let searches = ["\(namespace).svc.", "svc.", ""].map { "\(name).\($0)\(Self.clusterDomain)" }
        let dots = name.utf8.filter { $0 == UInt8(ascii: ".") }.count
        return dots >= 5 ? [name] + searches : searches + [name]
    }

    /// The addresses of one whole name.
    private func lookUp(_ name: String, api: borrowing APIServer) -> [String]? {
        if let balanced = loadBalancer(named: name, api: api) { return balanced }
        if let node = kubeletByName[name] { return [kubelets[node].facts.address] }
        guard hasClusterNetwork, name.hasSuffix("." + Self.clusterDomain) else { return nil }
        let labels = name.dropLast(Self.clusterDomain.count + 1).split(separator: ".").map(String.init)
        guard let kind = labels.last else { return nil }
        switch (kind, labels.count) {
        case ("svc", 3): return service(labels[0], labels[1], api: api)
        case ("svc", 4): return endpoint(labels[0], of: labels[1], labels[2], api: api)
        case ("pod", 3): return [labels[0].replacing("-", with: ".")].filter(IPAddress.isAddress)
        default: return nil
        }
    }

    private func service(_ name: String, _ namespace: String, api: borrowing APIServer) -> [String]? {
        guard let service = api.get(.services, ObjectKey(namespace: namespace, name: name)) else { return nil }
        let spec = service["spec"]
        if spec?["type"]?.string == "ExternalName" { return nil }
        if let address = spec?["clusterIP"]?.string, address != "None", !address.isEmpty { return [address] }
        let all = endpoints(of: service, api: api).filter(\.isReady).map(\.address)
        return all.isEmpty ? nil : all
    }

    /// `db-0.db.default.svc.cluster.local`: one pod of a headless service.
    private func endpoint(_ host: String, of name: String, _ namespace: String, api: borrowing APIServer) -> [String]? {
        guard let service = api.get(.services, ObjectKey(namespace: namespace, name: name)) else { return nil }
        let found = endpoints(of: service, api: api).filter { $0.isReady && $0.hostName == host }.map(\.address)
        return found.isEmpty ? nil : found
    }

    /// The host name of a load balancer stands for its service.
    private func loadBalancer(named name: String, api: borrowing APIServer) -> [String]? {
        guard name.hasSuffix(".amazonaws.com") else { return nil }
        let service = api.list(.services).first { service in
            service["status"]?["loadBalancer"]?["ingress"]?.array?.contains { $0["hostname"]?.string == name } ?? false
        }
        return service?["spec"]?["clusterIP"]?.string.map { [$0] }
    }
}
