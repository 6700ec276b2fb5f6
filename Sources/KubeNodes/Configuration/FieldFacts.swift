import Documents
import KubeModel

/// What a container may know of its own pod: `fieldRef` and `resourceFieldRef`.
struct FieldFacts {
    private let pod: Object
    private let address: String?
    private let node: NodeDescription
    private let containers: [Container]
    private let own: Container

    init(_ worker: PodWorker, _ node: NodeDescription, _ index: Int) {
        pod = worker.pod
        address = worker.address
        self.node = node
        containers = worker.containers.map(\.spec)
        own = worker.containers[index].spec
    }
}

extension FieldFacts {
    var namespace: String { pod.namespace }
    var hasServiceLinks: Bool { pod["spec"]?["enableServiceLinks"]?.bool ?? true }

    /// The text of a field: `metadata.name`, `metadata.labels['app']`, `status.podIP`.
    func field(_ path: String) throws(ConfigurationError) -> String {
        if let (map, key) = Self.subscripted(path) {
            return pod["metadata"]?[map]?[key]?.string ?? ""
        }
        switch path {
        case "metadata.name": return pod.name
        case "metadata.namespace": return pod.namespace
        case "metadata.uid": return pod.uid
        case "metadata.labels": return Self.lines(pod.labels)
        case "metadata.annotations": return Self.lines(pod.annotations)
        case "spec.nodeName": return node.name
        case "spec.serviceAccountName": return pod["spec"]?["serviceAccountName"]?.string ?? ""
        case "status.hostIP", "status.hostIPs": return node.address
        case "status.podIP", "status.podIPs": return address ?? ""
        default: throw .unsupportedField(path)
        }
    }

    /// An amount of a container in units of `divisor`, rounded up; without a limit the node's own.
    func resource(_ reference: Value) -> String {
        let name = reference["resource"]?.string ?? ""
        let container =
            reference["containerName"]?.string.flatMap { name in containers.first { $0.name == name } } ?? own
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return "" }
        let amount: Quantity? = parts[0] == "limits" ? limit(parts[1], of: container) : container.request(parts[1])
        let divisor = Quantity(reference["divisor"]).flatMap { $0.isZero ? nil : $0 } ?? Quantity(1)
        let nanos = (amount ?? .zero).nanos
        let (quotient, remainder) = nanos.quotientAndRemainder(dividingBy: divisor.nanos)
        return String(remainder > 0 ? quotient + 1 : quotient)
    }

    private func limit(_ resource: String, of container: Container) -> Quantity? {
        if let limit = container.limit(resource), !limit.isZero { return limit }
        switch resource {
        case "cpu": return Quantity(Machine.processors)
        case "memory": return Quantity(Machine.memory).map { $0 - (Quantity("100Mi") ?? .zero) }
        case "ephemeral-storage": return Quantity(Machine.storage)
        default: return nil
        }
    }

    /// `metadata.labels['app']` as `labels` and `app`.
    private static func subscripted(_ path: String) -> (String, String)? {
        for map in ["labels", "annotations"] {
            let prefix = "metadata.\(map)['"
            if path.hasPrefix(prefix), path.hasSuffix("']") {
                return (map, String(path.dropFirst(prefix.count).dropLast(2)))
            }
        }
        return nil
    }

    /// `app="demo"`, one a line, by key.
    private static func lines(_ map: Object) -> String {
        map.map { "\($0)=\(GoQuote.text($1.string ?? ""))" }.joined(separator: "\n")
    }
}
