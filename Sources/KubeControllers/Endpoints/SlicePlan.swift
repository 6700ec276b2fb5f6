import Documents
import KubeAPI
import KubeModel

/// One pod behind a Service as a slice shows it.
struct SliceEndpoint {
    let uid: String
    let value: Value

    /// The endpoints by the ports that they share; groups and members in a fixed order.
    static func groups(_ pods: [Object], _ service: Service, api: borrowing APIServer) -> [(
        ports: Value, endpoints: [SliceEndpoint]
    )] {
        var groups: [(ports: Value, endpoints: [SliceEndpoint])] = []
        var positions: [Value: Int] = [:]
        var zones: [String: String] = [:]
        for pod in pods {
            let ports = ports(of: service, in: pod)
            let position = positions[ports] ?? groups.count
            if position == groups.count {
                positions[ports] = position
                groups.append((ports, []))
            }
            let node = Pod(pod).nodeName ?? ""
            let zone = zones[node] ?? api.get(.nodes, ObjectKey(name: node)).flatMap { Node($0).zone } ?? ""
            zones[node] = zone
            groups[position].endpoints.append(SliceEndpoint(uid: pod.uid, value: value(of: pod, service, zone: zone)))
        }
        return groups
    }

    private static func value(of pod: Object, _ service: Service, zone: String) -> Value {
        let isServing = Pod(pod).isReady
        let isReady = service.publishesNotReady || isServing && !pod.isTerminating
        var endpoint: Object = [
            "addresses": [.string(Pod(pod).address ?? "")],
            "conditions": [
                "ready": .bool(isReady), "serving": .bool(isServing), "terminating": .bool(pod.isTerminating),
            ],
            "targetRef": ServicePods.reference(to: pod),
        ]
        if let node = Pod(pod).nodeName { endpoint["nodeName"] = .string(node) }
        if !zone.isEmpty { endpoint["zone"] = .string(zone) }
        if let hostname = ServicePods.hostname(of: pod, in: service) { endpoint["hostname"] = .string(hostname) }
        return .object(endpoint)
    }

    /// The ports of a Service in a pod; one whose name no container has is left out.
    private static func ports(of service: Service, in pod: Object) -> Value {
        let ports: [Value] = service.ports.compactMap { port in
            guard let number = ServicePods.number(of: port, in: pod) else { return nil }
            var result: Object = [
                "name": port["name"] ?? "", "port": Value(number), "protocol": port["protocol"] ?? "TCP",
            ]
            result["appProtocol"] = port["appProtocol"]
            return .object(result)
        }
        return .array(ports)
    }
}

/// How endpoints are laid into slices with as few writes as possible.
struct SlicePlan {
    /// `maxEndpointsPerSlice` of the controller.
    static let endpointsMax = 100

    /// New ones have no name yet.
    private(set) var changed: [Object] = []
    private(set) var deleted: [Object] = []
    private let service: Service
    private let existing: [Object]

    init(service: Service, existing: [Object]) {
        self.service = service
        self.existing = existing
    }
}

extension SlicePlan {
    mutating func arrange(_ groups: [(ports: Value, endpoints: [SliceEndpoint])]) {
        var unused = existing
        var new: [Object] = []
        for (ports, endpoints) in groups {
            let own = unused.filter {
                ($0["ports"] ?? .array([])) == ports || $0["ports"]?.isNull == true && ports == .array([])
            }
            unused.removeAll { slice in own.contains { $0.name == slice.name } }
            var rest = endpoints
            for slice in own { keep(slice, ports, &rest, &unused) }
            while !rest.isEmpty {
                new.append(slice(ports: ports, endpoints: rest.prefix(Self.endpointsMax).map(\.value)))
                rest.removeFirst(min(rest.count, Self.endpointsMax))
            }
        }
        if groups.isEmpty { new.append(slice(ports: .null, endpoints: [])) }
        reuse(new, &unused)
        deleted = unused
    }

    /// Fills an existing slice: endpoints stay where they are, others come in while there is room.
    private mutating func keep(
        _ slice: Object, _ ports: Value, _ rest: inout [SliceEndpoint], _ unused: inout [Object]
    ) {
        let present = Set((slice["endpoints"]?.array ?? []).compactMap { $0["targetRef"]?["uid"]?.string })
        var endpoints = rest.filter { present.contains($0.uid) }
        rest.removeAll { present.contains($0.uid) }
        let room = max(0, Self.endpointsMax - endpoints.count)
        endpoints += rest.prefix(room)
        rest.removeFirst(min(room, rest.count))
        guard !endpoints.isEmpty else { return unused.append(slice) }
        change(slice, to: self.slice(ports: ports, endpoints: endpoints.map(\.value)))
    }

    /// New slices take the place of those that are not needed any more.
    private mutating func reuse(_ new: [Object], _ unused: inout [Object]) {
        for slice in new {
            if unused.isEmpty { changed.append(slice) } else { change(unused.removeFirst(), to: slice) }
        }
    }

    private mutating func change(_ slice: Object, to wanted: Object) {
        var updated = slice
        updated["ports"] = wanted["ports"]
        updated["endpoints"] = wanted["endpoints"]
        updated.labels = wanted.labels
        let isSame = updated.labels == slice.labels && Self.contents(updated) == Self.contents(slice)
        if !isSame { changed.append(updated) }
    }

    private static func contents(_ slice: Object) -> [[Value]] {
        [slice["ports"]?.array ?? [], slice["endpoints"]?.array ?? []]
    }

    private func slice(ports: Value, endpoints: [Value]) -> Object {
        var labels = service.object.labels
        labels[EndpointSliceController.headlessLabel] = service.isHeadless ? "" : nil
        labels[EndpointSliceController.serviceLabel] = .string(service.name)
        labels[EndpointSliceController.managerLabel] = .string(EndpointSliceController.manager)
        return [
            "apiVersion": "discovery.k8s.io/v1", "kind": "EndpointSlice", "addressType": "IPv4",
            "metadata": [
                "generateName": .string(service.name + "-"), "namespace": .string(service.namespace),
                "labels": .object(labels), "ownerReferences": [OwnerReference(controller: service.object).value],
            ],
            "endpoints": endpoints.isEmpty ? .null : .array(endpoints),
            "ports": ports.array?.isEmpty ?? true ? .null : ports,
        ]
    }
}
