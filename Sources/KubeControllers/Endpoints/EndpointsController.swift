import Documents
package import KubeAPI
package import KubeModel

/// Writes the addresses of the pods behind each Service into its Endpoints, the forerunner of EndpointSlices.
///
/// Source: `pkg/controller/endpoint/endpoints_controller.go`.
package struct EndpointsController: Controller {
    private var triggers: [ObjectKey: TriggerTimes] = [:]
    private var sizes: [ObjectKey: Int] = [:]

    package init() {}
}

extension EndpointsController {
    package var name: String { "endpoint-controller" }
    package var watched: [ResourceType]? { [.services, .pods] }

    /// Endpoints name no more addresses than this: `maxCapacity`.
    static let addressesMax = 1000
    private static let managerLabel = "endpoints.kubernetes.io/managed-by"

    package func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        guard change.resource.plural == "pods" else { return [Wakeup(change.object.key)] }
        return ServicePods.services(after: change, api: api).map { key in
            Wakeup(key, after: Timing.podLatency + Timing.podLatencyPerPod * (sizes[key] ?? 0))
        }
    }

    package mutating func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration? {
        let existing = api.get(.endpoints, key)
        guard let object = api.get(.services, key) else {
            triggers[key] = nil
            sizes[key] = nil
            if existing != nil { try api.delete(.endpoints, key, as: user) }
            return nil
        }
        let service = Service(object)
        guard service.selector != nil, service.kind != .externalName else { return nil }
        let pods = ServicePods.backing(service, api: api).filter { !$0.isTerminating || service.publishesNotReady }
        sizes[key] = pods.count
        let trigger = triggers[key, default: TriggerTimes()].next(service, pods)
        try write(service, subsets(pods, service), trigger, existing, &api)
        return nil
    }

    private func write(
        _ service: Service, _ subsets: [Value], _ trigger: Instant?, _ existing: Object?, _ api: inout APIServer
    ) throws(APIError) {
        var endpoints: Object =
            existing ?? [
                "apiVersion": "v1", "kind": "Endpoints",
                "metadata": ["name": .string(service.name), "namespace": .string(service.namespace)],
            ]
        var labels = service.object.labels
        labels[EndpointSliceController.headlessLabel] = service.isHeadless ? "" : nil
        labels[Self.managerLabel] = .string(name)
        if existing != nil, endpoints.labels == labels, endpoints["subsets"]?.array ?? [] == subsets { return }
        endpoints.labels = labels
        endpoints["subsets"] = subsets.isEmpty ? nil : .array(subsets)
        endpoints.annotations[TriggerTimes.annotation] = trigger.map { .string($0.rfc3339) }
        if existing == nil {
            try api.create(.endpoints, endpoints, as: user)
        } else {
            try api.update(.endpoints, endpoints, as: user)
        }
    }

    /// Addresses by the ports that they share, ready ones apart from the others, in the order of the addresses.
    private func subsets(_ pods: [Object], _ service: Service) -> [Value] {
        var groups: [Value: (ready: [Value], notReady: [Value])] = [:]
        for pod in pods.sorted(by: { (Pod($0).address ?? "", $0.name) < (Pod($1).address ?? "", $1.name) }).prefix(
            Self.addressesMax)
        {
            guard let ports = ports(of: service, in: pod) else { continue }
            var address: Object = ["ip": .string(Pod(pod).address ?? ""), "targetRef": ServicePods.reference(to: pod)]
            if let node = Pod(pod).nodeName { address["nodeName"] = .string(node) }
            if let hostname = ServicePods.hostname(of: pod, in: service) { address["hostname"] = .string(hostname) }
            if Pod(pod).isReady || service.publishesNotReady {
                groups[ports, default: ([], [])].ready.append(.object(address))
            } else {
                groups[ports, default: ([], [])].notReady.append(.object(address))
            }
        }
        return groups.sorted { "\($0.key)" < "\($1.key)" }.map { ports, group in
            var subset: Object = ["ports": ports]
            if !group.ready.isEmpty { subset["addresses"] = .array(group.ready) }
            if !group.notReady.isEmpty { subset["notReadyAddresses"] = .array(group.notReady) }
            if ports.array?.isEmpty ?? true { subset["ports"] = nil }
            return .object(subset)
        }
    }

    /// The ports of a Service in a pod; `nil` when there should be some and none is found.
    private func ports(of service: Service, in pod: Object) -> Value? {
        guard !service.ports.isEmpty else { return service.isHeadless ? .array([]) : nil }
        let ports: [Value] = service.ports.compactMap { port in
            guard let number = ServicePods.number(of: port, in: pod) else { return nil }
            var result: Object = ["port": Value(number), "protocol": port["protocol"] ?? "TCP"]
            result["name"] = port["name"]
            result["appProtocol"] = port["appProtocol"]
            return .object(result)
        }
        return ports.isEmpty ? nil : .array(ports)
    }
}
