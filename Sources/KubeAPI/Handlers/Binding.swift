package import Documents
import KubeModel

extension APIServer {
    /// Binds a pod to a node, and gives it the node's topology labels (PodTopologyLabels, on by default since 1.35).
    mutating func bindPod(_ request: APIRequest) throws(APIError) -> APIResponse {
        let resource = ResourceType.pods
        guard var pod = store.get(Conversion.place(of: resource), request.key) else {
            throw notFound(resource, request.key)
        }
        let node = request.body["target"]?["name"]?.string ?? ""
        guard !node.isEmpty else {
            throw .invalid(
                GroupVersionKind(group: "", version: "v1", kind: "Binding"), name: request.name,
                [FieldError("target.name", .required(""))])
        }
        if pod.isTerminating {
            throw .conflict(
                GroupResource(group: "", resource: "pods/binding"), name: request.name,
                message: "pod \(pod.name) is being deleted, cannot be assigned to a host")
        }
        if let bound = Pod(pod).nodeName {
            throw .conflict(
                GroupResource(group: "", resource: "pods/binding"), name: request.name,
                message: "pod \(pod.name) is already assigned to node \"\(bound)\"")
        }
        pod["spec", "nodeName"] = .string(node)
        addTopologyLabels(&pod, node)
        pod["status", "nominatedNodeName"] = nil  // ClearingNominatedNodeNameAfterBinding, on by default
        pod.setCondition(Self.scheduledCondition(pod, now: now))
        _ = try write(pod, request)
        return APIResponse(
            .success(["apiVersion": "v1", "kind": "Status", "metadata": [:], "status": "Success"]), isCreated: true)
    }

    func addTopologyLabels(_ pod: inout Object, _ nodeName: String) {
        guard let node = get(.nodes, ObjectKey(name: nodeName)) else { return }
        for key in ["topology.kubernetes.io/region", "topology.kubernetes.io/zone"] {
            guard let value = node.labels[key] else { continue }
            pod["metadata", "labels", key] = value
        }
    }

    private static func scheduledCondition(_ pod: Object, now: Instant) -> Object {
        [
            "type": "PodScheduled", "status": "True", "lastProbeTime": .null,
            "lastTransitionTime": .string(now.rfc3339), "observedGeneration": Value(pod.generation),
        ]
    }
}

extension Object {
    /// Adds a condition of the status, or replaces the one of its type in its place.
    package mutating func setCondition(_ condition: Object) {
        var conditions = self["status"]?["conditions"]?.array ?? []
        let type = condition["type"]
        if let index = conditions.firstIndex(where: { $0["type"] == type }) {
            conditions[index] = .object(condition)
        } else {
            conditions.append(.object(condition))
        }
        self["status", "conditions"] = .array(conditions)
    }
}
