import Documents
import KubeModel

/// What an update of a service keeps of what was handed out, and what it drops because its new type has no use for it.
///
/// A field is dropped only where the user did not change it as well: that is for validation to refuse.
/// Source: `pkg/registry/core/service/strategy.go` (`dropTypeDependentFields`), `.../storage/storage.go`
/// (`patchAllocatedValues`).
enum ServiceTypeChange {
    static func keepAllocated(_ service: inout Object, _ old: Object) {
        if hasAddress(service), hasAddress(old) {
            for field in ["clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy"]
            where service["spec"]?[field] == nil {
                service["spec", field] = old["spec"]?[field]
            }
        }
        if hasNodePorts(service), hasNodePorts(old) { keepNodePorts(&service, old) }
        if hasHealthCheck(service), hasHealthCheck(old), service["spec"]?["healthCheckNodePort"] == nil {
            service["spec", "healthCheckNodePort"] = old["spec"]?["healthCheckNodePort"]
        }
    }

    /// `clusterIP` and `clusterIPs` say the same: a change of the first alone is meant for both.
    ///
    /// Source: `pkg/registry/core/service/storage/storage.go`, `normalizeClusterIPs`.
    static func joinAddresses(_ service: inout Object, _ old: Object) {
        let address = service["spec"]?["clusterIP"]?.string ?? ""
        let oldAddress = old["spec"]?["clusterIP"]?.string ?? ""
        let isSameList = service["spec"]?["clusterIPs"] == old["spec"]?["clusterIPs"]
        if address == oldAddress, service["spec"]?["clusterIPs"]?.array?.isEmpty ?? true {
            service["spec", "clusterIPs"] = old["spec"]?["clusterIPs"]
        } else if address != oldAddress, isSameList {
            service["spec", "clusterIPs"] = address.isEmpty ? nil : [.string(address)]
        }
    }

    static func dropUnused(_ service: inout Object, _ old: Object) {
        var unused: [String] = []
        if hasAddress(old), !hasAddress(service) {
            unused += ["clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy", "internalTrafficPolicy"]
        }
        if hasHealthCheck(old), !hasHealthCheck(service) { unused.append("healthCheckNodePort") }
        if isBalanced(old), !isBalanced(service) { unused += ["allocateLoadBalancerNodePorts", "loadBalancerClass"] }
        if isPublic(old), !isPublic(service) { unused.append("externalTrafficPolicy") }
        for field in unused where service["spec"]?[field] == old["spec"]?[field] { service["spec", field] = nil }
        if hasNodePorts(old), !hasNodePorts(service), nodePorts(service).isSubset(of: nodePorts(old)) {
            dropNodePorts(&service)
        }
        if !isBalanced(service) { service["status", "loadBalancer"] = [:] }
    }
}

extension ServiceTypeChange {
    private static func type(_ service: Object) -> String { service["spec"]?["type"]?.string ?? "ClusterIP" }

    private static func hasAddress(_ service: Object) -> Bool { type(service) != "ExternalName" }

    private static func isBalanced(_ service: Object) -> Bool { type(service) == "LoadBalancer" }

    private static func hasNodePorts(_ service: Object) -> Bool {
        type(service) == "NodePort"
            || isBalanced(service) && service["spec"]?["allocateLoadBalancerNodePorts"]?.bool != false
    }

    private static func hasHealthCheck(_ service: Object) -> Bool {
        isBalanced(service) && service["spec"]?["externalTrafficPolicy"] == "Local"
    }

    /// Reached from outside the cluster, by node ports, a balancer or addresses of its own.
    private static func isPublic(_ service: Object) -> Bool {
        switch type(service) {
        case "NodePort", "LoadBalancer": true
        case "ClusterIP": service["spec"]?["externalIPs"]?.array?.isEmpty == false
        default: false
        }
    }

    private static func ports(_ service: Object) -> [Value] { service["spec"]?["ports"]?.array ?? [] }

    private static func nodePorts(_ service: Object) -> Set<Int> {
        Set(ports(service).compactMap { $0["nodePort"]?.int }.filter { $0 != 0 })
    }

    /// A port that does not name its node port keeps the one that it had, unless another port has taken that.
    private static func keepNodePorts(_ service: inout Object, _ old: Object) {
        var ports = ports(service)
        var taken = nodePorts(service)
        for index in ports.indices where (ports[index]["nodePort"]?.int ?? 0) == 0 {
            let same = self.ports(old).first {
                $0["port"] == ports[index]["port"] && $0["protocol"] == ports[index]["protocol"]
            }
            guard let nodePort = same?["nodePort"]?.int, taken.insert(nodePort).inserted else { continue }
            ports[index]["nodePort"] = Value(nodePort)
        }
        if !ports.isEmpty { service["spec", "ports"] = .array(ports) }
    }

    private static func dropNodePorts(_ service: inout Object) {
        var ports = ports(service)
        for index in ports.indices { ports[index]["nodePort"] = nil }
        if !ports.isEmpty { service["spec", "ports"] = .array(ports) }
    }
}
