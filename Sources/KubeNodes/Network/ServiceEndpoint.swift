import Documents
import KubeAPI
import KubeModel

/// One address behind a service, with the ports that the service has there.
struct ServiceEndpoint: Hashable, Sendable {
    var address: String
    var hostName: String?
    var nodeName: String?
    var isReady: Bool
    var isServing: Bool
    /// By the names of the service's ports.
    var ports: [Port]

    struct Port: Hashable, Sendable {
        var name: String
        var number: Int
    }
}

extension NodeFleet {
    /// What the slices of a service say, in the order of their names.
    func endpoints(of service: Object, api: borrowing APIServer) -> [ServiceEndpoint] {
        let slices = api.list(.endpointSlices, namespace: service.namespace).filter {
            $0.labels["kubernetes.io/service-name"]?.string == service.name
        }
        return Self.parse(slices)
    }

    static func parse(_ slices: [Object]) -> [ServiceEndpoint] {
        slices.flatMap { slice -> [ServiceEndpoint] in
            let ports = (slice["ports"]?.array ?? []).map {
                ServiceEndpoint.Port(name: $0["name"]?.string ?? "", number: $0["port"]?.int ?? 0)
            }
            return (slice["endpoints"]?.array ?? []).flatMap { endpoint -> [ServiceEndpoint] in
                let conditions = endpoint["conditions"]
                let isReady = conditions?["ready"]?.bool ?? true
                return (endpoint["addresses"]?.array ?? []).compactMap(\.string).map { address in
                    ServiceEndpoint(
                        address: address, hostName: endpoint["hostname"]?.string,
                        nodeName: endpoint["nodeName"]?.string, isReady: isReady,
                        isServing: conditions?["serving"]?.bool ?? isReady, ports: ports)
                }
            }
        }
    }

    /// The endpoints that the proxies of the nodes send traffic to: ready ones, or for want of any those that still
    /// serve while they terminate (`ProxyTerminatingEndpoints`).
    func routedEndpoints(of service: Object, api: borrowing APIServer) -> [ServiceEndpoint] {
        let all = routes[service.key] ?? endpoints(of: service, api: api)
        let ready = all.filter(\.isReady)
        return ready.isEmpty ? all.filter(\.isServing) : ready
    }
}
