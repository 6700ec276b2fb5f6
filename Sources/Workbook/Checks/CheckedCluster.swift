package import Documents
package import KubeModel

/// What checks and diagnosis see of a cluster, simulated or real.
package protocol CheckedCluster {
    var now: Instant { get }
    /// The namespace of patterns that name none.
    var namespace: String { get }
    var resources: ResourceRegistry { get }

    /// Objects in the order of their names; of all namespaces when `namespace` is `nil`.
    func objects(of resource: ResourceType, in namespace: String?) -> [Object]

    /// The last lines that a container wrote, of its last run when it has ended.
    func logTail(namespace: String, pod: String, container: String) -> [String]

    mutating func fetch(_ request: HTTPRequest) -> HTTPAnswer

    /// Lets time pass until an object changes, and up to `deadline` at the latest; false when nothing changed.
    mutating func runToChange(until deadline: Instant) -> Bool
}

extension CheckedCluster {
    func object(of resource: ResourceType, _ key: ObjectKey) -> Object? {
        objects(of: resource, in: resource.isNamespaced ? key.namespace : nil).first { $0.name == key.name }
    }

    /// The namespace in which a pattern looks, `nil` for objects outside namespaces.
    func namespace(of pattern: ObjectPattern, _ resource: ResourceType) -> String? {
        guard resource.isNamespaced else { return nil }
        return pattern.object.namespace.isEmpty ? namespace : pattern.object.namespace
    }
}
