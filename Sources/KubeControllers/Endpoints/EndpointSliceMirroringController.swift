import Documents
package import KubeAPI
package import KubeModel

/// Copies Endpoints that someone wrote by hand, for a Service without a selector, into EndpointSlices.
///
/// Source: `pkg/controller/endpointslicemirroring`.
package struct EndpointSliceMirroringController: Controller {
    package init() {}
}

extension EndpointSliceMirroringController {
    package var name: String { "endpointslicemirroring-controller" }
    package var watched: [ResourceType]? { [.endpoints, .services, .endpointSlices] }

    static let manager = "endpointslicemirroring-controller.k8s.io"
    private static let skipLabel = "endpointslice.kubernetes.io/skip-mirror"
    private static let leaderAnnotation = "control-plane.alpha.kubernetes.io/leader"
    private static let notCopied: Set<String> = [
        "kubectl.kubernetes.io/last-applied-configuration", TriggerTimes.annotation,
    ]

    package func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        let object = change.object
        guard change.resource.plural == "endpointslices" else { return [Wakeup(object.key)] }
        guard change.action == .deleted, object.labels[EndpointSliceController.managerLabel]?.string == Self.manager,
            let service = object.labels[EndpointSliceController.serviceLabel]?.string
        else { return [] }
        return [Wakeup(ObjectKey(namespace: object.namespace, name: service))]
    }

    package func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration? {
        let existing = slices(of: key, api)
        guard let endpoints = api.get(.endpoints, key), isMirrored(endpoints),
            let service = api.get(.services, key), Service(service).selector == nil
        else {
            for slice in existing { try delete(slice, &api) }
            return nil
        }
        var unused = existing
        for wanted in plan(endpoints) { try write(wanted, &unused, &api) }
        for slice in unused { try delete(slice, &api) }
        return nil
    }

    private func isMirrored(_ endpoints: Object) -> Bool {
        endpoints.labels[Self.skipLabel]?.string != "true" && endpoints.annotations[Self.leaderAnnotation] == nil
            && !endpoints.isTerminating
    }

    private func slices(of key: ObjectKey, _ api: borrowing APIServer) -> [Object] {
        api.list(.endpointSlices, namespace: key.namespace).filter { slice in
            slice.labels[EndpointSliceController.managerLabel]?.string == Self.manager && !slice.isTerminating
                && slice.labels[EndpointSliceController.serviceLabel]?.string == key.name
        }
    }

    /// Puts a slice in the place of one with the same ports and kind of addresses, or makes it.
    private func write(_ wanted: Object, _ unused: inout [Object], _ api: inout APIServer) throws(APIError) {
        let place = unused.firstIndex {
            $0["addressType"] == wanted["addressType"] && $0["ports"]?.array ?? [] == wanted["ports"]?.array ?? []
        }
        guard let place else {
            try api.create(.endpointSlices, wanted, as: user)
            return
        }
        let old = unused.remove(at: place)
        var updated = old
        updated.labels = wanted.labels
        updated.annotations = wanted.annotations
        updated["endpoints"] = wanted["endpoints"]
        guard updated != old else { return }
        try api.update(.endpointSlices, updated, as: user)
    }

    private func delete(_ slice: Object, _ api: inout APIServer) throws(APIError) {
        do { try api.delete(.endpointSlices, slice.key, as: user) } catch .notFound { return }
    }
}

// MARK: - What the slices are to be

extension EndpointSliceMirroringController {
    /// A slice for each kind of address of each subset.
    private func plan(_ endpoints: Object) -> [Object] {
        (endpoints["subsets"]?.array ?? []).flatMap { subset -> [Object] in
            let addresses =
                (subset["addresses"]?.array ?? []).map { self.endpoint($0, isReady: true) }
                + (subset["notReadyAddresses"]?.array ?? []).map { self.endpoint($0, isReady: false) }
            return ["IPv4", "IPv6"].compactMap { type in
                let members = addresses.filter { Self.type(of: $0) == type }
                return members.isEmpty ? nil : slice(endpoints, type, ports: subset["ports"], members)
            }
        }
    }

    private static func type(of endpoint: Value) -> String {
        endpoint["addresses"]?[0]?.string?.contains(":") == true ? "IPv6" : "IPv4"
    }

    private func endpoint(_ address: Value, isReady: Bool) -> Value {
        var endpoint: Object = [
            "addresses": [address["ip"] ?? ""], "conditions": ["ready": .bool(isReady)],
        ]
        for field in ["hostname", "nodeName", "targetRef"] { endpoint[field] = address[field] }
        return .object(endpoint)
    }

    private func slice(_ endpoints: Object, _ type: String, ports: Value?, _ members: [Value]) -> Object {
        var labels = endpoints.labels
        labels[EndpointSliceController.serviceLabel] = .string(endpoints.name)
        labels[EndpointSliceController.managerLabel] = .string(Self.manager)
        var slice: Object = [
            "apiVersion": "discovery.k8s.io/v1", "kind": "EndpointSlice", "addressType": .string(type),
            "metadata": [
                "generateName": .string(endpoints.name + "-"), "namespace": .string(endpoints.namespace),
                "labels": .object(labels), "ownerReferences": [OwnerReference(controller: endpoints).value],
            ],
            "endpoints": .array(members), "ports": .array((ports?.array ?? []).map(Self.port)),
        ]
        for (name, value) in endpoints.annotations where !Self.notCopied.contains(name) {
            slice.annotations[name] = value
        }
        return slice
    }

    private static func port(_ port: Value) -> Value {
        var copy: Object = [
            "name": port["name"] ?? "", "port": port["port"] ?? .null, "protocol": port["protocol"] ?? "TCP",
        ]
        copy["appProtocol"] = port["appProtocol"]
        return .object(copy)
    }
}
