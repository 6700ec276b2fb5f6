import KubeModel

/// Objects that were probably meant when one is not found.
extension Diagnosis {
    /// Kinds that are taken for one another.
    private static var relatedKinds: [ResourceType] {
        [
            .deployments, .statefulSets, .daemonSets, .replicaSets, .pods, .jobs, .cronJobs, .services, .configMaps,
            .secrets,
        ]
    }

    func nearest(to subject: ObjectName, resource: ResourceType) -> Nearest? {
        let ofKind = cluster.objects(of: resource, in: nil)
        if !subject.name.isEmpty {
            if let object = ofKind.first(where: { $0.name == subject.name && $0.namespace != subject.namespace }) {
                return .otherNamespace(ObjectName(object))
            }
            if let near = nearName(to: subject, among: ofKind.map(ObjectName.init)) { return .nearName(near) }
            if let other = otherKind(than: subject, resource: resource) { return .otherKind(other) }
        }
        let others = ofKind.filter { $0.namespace == subject.namespace }.map(\.name)
        return others.isEmpty ? nil : .others(Array(others.prefix(5)))
    }

    /// A name with a typing mistake, or one that begins or ends with the other.
    private func nearName(to subject: ObjectName, among names: [ObjectName]) -> ObjectName? {
        let here = names.filter { $0.namespace == subject.namespace }
        if let name = nearestName(to: subject.name, among: here.map(\.name)) {
            return here.first { $0.name == name }
        }
        return here.first { subject.name.hasPrefix($0.name) || $0.name.hasPrefix(subject.name) }
    }

    private func otherKind(than subject: ObjectName, resource: ResourceType) -> ObjectName? {
        for other in Self.relatedKinds where other != resource {
            let key = ObjectKey(namespace: subject.namespace, name: subject.name)
            if let object = cluster.object(of: other, key) { return ObjectName(object) }
        }
        return nil
    }
}
