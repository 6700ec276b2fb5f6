import Documents
import KubeModel

/// The metrics API: objects that nobody writes, made from what was read last.
///
/// Source: `staging/src/k8s.io/metrics/pkg/apis/metrics/v1beta1/types.go`; the pods and nodes lend their labels.
extension APIServer {
    /// Serves `metrics.k8s.io` from now on, as a cluster with a metrics server does.
    package mutating func serveMetrics() {
        metrics = PodMetrics()
        for type in ResourceType.metrics { resources.add(type) }
    }

    /// The metrics of one pod or node.
    func getMetrics(_ request: APIRequest) throws(APIError) -> Object {
        guard let object = metricsObject(request.resource, request.key) else {
            throw .notFound(request.resource.groupResource, name: request.name)
        }
        return object
    }

    /// The metrics of all pods or nodes that a request selects.
    func listMetrics(_ request: APIRequest) throws(APIError) -> ObjectList {
        let matches = try selection(of: request)
        let isNamespaced = request.resource.isNamespaced
        let namespace = isNamespaced && !request.namespace.isEmpty ? request.namespace : nil
        let subjects = list(isNamespaced ? .pods : .nodes, namespace: namespace)
        let objects = subjects.compactMap { metricsObject(request.resource, $0.key) }
        return ObjectList(items: matches.map { objects.filter($0) } ?? objects, resourceVersion: "")
    }

    private func metricsObject(_ resource: ResourceType, _ key: ObjectKey) -> Object? {
        guard let metrics, let subject = get(resource.isNamespaced ? .pods : .nodes, key) else { return nil }
        var object: Object = [
            "apiVersion": .string(resource.apiVersion), "kind": .string(resource.kind),
            "metadata": ["name": .string(key.name), "creationTimestamp": .string(now.rfc3339)],
            "timestamp": .string(metrics.time.rfc3339),
            "window": .string("\(PodMetrics.resolution.components.seconds)s"),
        ]
        if !subject.labels.isEmpty { object.labels = subject.labels }
        guard resource.isNamespaced else {
            guard let reading = metrics.nodes[key.name] else { return nil }
            object["usage"] = reading.usage
            return object
        }
        guard let readings = metrics.readings[key] else { return nil }
        object["metadata", "namespace"] = .string(key.namespace)
        object["containers"] = .array(readings.map { ["name": .string($0.container), "usage": $0.usage] })
        return object
    }
}

extension PodMetrics.Reading {
    /// `{cpu: 1230000n, memory: 6144Ki}`, as the kubelet's summary is written.
    fileprivate var usage: Value {
        ["cpu": .string("\(milliCPU * 1_000_000)n"), "memory": .string("\(memory / 1024)Ki")]
    }
}

extension ResourceType {
    static let metrics = [
        metrics("nodes", "NodeMetrics", isNamespaced: false), metrics("pods", "PodMetrics", isNamespaced: true),
    ]

    private static func metrics(_ plural: String, _ kind: String, isNamespaced: Bool) -> ResourceType {
        ResourceType(
            group: "metrics.k8s.io", version: "v1beta1", plural: plural, kind: kind, singular: "", shortNames: [],
            isNamespaced: isNamespaced, categories: [], verbs: ["get", "list"], schemaType: "", subresources: [])
    }

    /// The resource is made up by the metrics server.
    var isMetrics: Bool { group == "metrics.k8s.io" }
}
