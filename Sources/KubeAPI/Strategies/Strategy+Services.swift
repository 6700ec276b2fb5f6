import Documents
import KubeModel

extension Strategy {
    static let services = Strategy(
        hasStatus: true,
        prepareForCreate: { (service, _) throws(APIError) in
            service["status"] = ["loadBalancer": [:]]
        },
        prepareForUpdate: { service, old in
            ServiceTypeChange.joinAddresses(&service, old)
            ServiceTypeChange.keepAllocated(&service, old)
            ServiceTypeChange.dropUnused(&service, old)
        },
        allocate: { (service, old, api) throws(APIError) in
            try ServiceAllocator.allocate(&service, old: old, &api)
        })
}

/// Hands out cluster addresses and node ports.
///
/// Source: `pkg/registry/core/service/storage/alloc.go`; the ranges are those of the cluster of the recordings.
enum ServiceAllocator {
    static let addressPrefix = "10.100"
    static let nodePorts = 30_000...32_767

    static func allocate(_ service: inout Object, old: Object?, _ api: inout APIServer) throws(APIError) {
        let type = service["spec"]?["type"]?.string ?? "ClusterIP"
        guard type != "ExternalName" else { return }
        let others = api.list(.services).filter { $0.key != service.key }
        try allocateAddress(&service, others, &api)
        if type == "NodePort" || type == "LoadBalancer" {
            try allocateNodePorts(&service, others, &api)
        } else {
            releaseNodePorts(&service)
        }
    }

    private static func allocateAddress(_ service: inout Object, _ others: [Object], _ api: inout APIServer)
        throws(APIError)
    {
        service["spec", "ipFamilyPolicy"] = service["spec"]?["ipFamilyPolicy"] ?? "SingleStack"
        service["spec", "ipFamilies"] = service["spec"]?["ipFamilies"] ?? ["IPv4"]
        let wanted = service["spec"]?["clusterIP"]?.string ?? service["spec"]?["clusterIPs"]?[0]?.string ?? ""
        guard wanted != "None" else {
            service["spec", "clusterIP"] = "None"
            service["spec", "clusterIPs"] = ["None"]
            return
        }
        let used = Set(others.compactMap { $0["spec"]?["clusterIP"]?.string })
        var address = wanted
        if address.isEmpty {
            repeat {
                address = "\(addressPrefix).\(api.random.below(256)).\(2 + api.random.below(252))"
            } while used.contains(address)
        } else {
            try check(address, used, service)
        }
        service["spec", "clusterIP"] = .string(address)
        service["spec", "clusterIPs"] = [.string(address)]
    }

    private static func check(_ address: String, _ used: Set<String>, _ service: Object) throws(APIError) {
        func failure(_ detail: String) -> APIError {
            .invalid(
                ResourceType.services.groupVersionKind, name: service.name,
                [
                    FieldError(
                        "spec.clusterIPs",
                        .invalid(.list([.string(address)]), "failed to allocate IP \(address): \(detail)"))
                ])
        }
        guard address.hasPrefix(addressPrefix + ".") else {
            throw failure("the provided network does not match the current range")
        }
        guard !used.contains(address) else { throw failure("provided IP is already allocated") }
    }

    private static func allocateNodePorts(_ service: inout Object, _ others: [Object], _ api: inout APIServer)
        throws(APIError)
    {
        guard var ports = service["spec"]?["ports"]?.array else { return }
        guard service["spec"]?["type"] == "NodePort" || service["spec"]?["allocateLoadBalancerNodePorts"]?.bool != false
        else { return }
        var used = Set(others.flatMap { $0["spec"]?["ports"]?.array ?? [] }.compactMap { $0["nodePort"]?.int })
        for index in ports.indices {
            if let wanted = ports[index]["nodePort"]?.int, wanted != 0 {
                guard nodePorts.contains(wanted) else {
                    throw invalidPort(
                        service, index, wanted,
                        "provided port is not in the valid range. The range of valid ports is 30000-32767")
                }
                guard !used.contains(wanted) else {
                    throw invalidPort(service, index, wanted, "provided port is already allocated")
                }
                used.insert(wanted)
            } else {
                var port: Int
                repeat { port = nodePorts.lowerBound + api.random.below(nodePorts.count) } while used.contains(port)
                used.insert(port)
                ports[index]["nodePort"] = Value(port)
            }
        }
        service["spec", "ports"] = .array(ports)
    }

    private static func invalidPort(_ service: Object, _ index: Int, _ port: Int, _ detail: String) -> APIError {
        .invalid(
            ResourceType.services.groupVersionKind, name: service.name,
            [FieldError("spec.ports[\(index)].nodePort", .invalid(BadValue(Value(port)), detail))])
    }

    /// A service that is not reached from outside has no node ports.
    private static func releaseNodePorts(_ service: inout Object) {
        guard var ports = service["spec"]?["ports"]?.array else { return }
        for index in ports.indices { ports[index]["nodePort"] = nil }
        service["spec", "ports"] = .array(ports)
    }
}
