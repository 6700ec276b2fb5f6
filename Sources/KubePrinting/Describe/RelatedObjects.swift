import Documents
package import KubeModel

/// A list of other objects that a description reads: all of one resource in one namespace.
package struct RelatedList: Hashable, Sendable {
    package let resource: ResourceType
    /// Empty for every namespace, and for resources without any.
    package let namespace: String

    package init(_ resource: ResourceType, namespace: String = "") {
        self.resource = resource
        self.namespace = namespace
    }
}

/// The other objects that were read for a description.
struct RelatedObjects {
    private let lists: [RelatedList: [Object]]

    init(_ lists: [RelatedList: [Object]]) {
        self.lists = lists
    }
}

extension RelatedObjects {
    /// The objects of a list; `nil` when it could not be read.
    func list(_ resource: ResourceType, namespace: String = "") -> [Object]? {
        lists[RelatedList(resource, namespace: namespace)]
    }

    /// The pods that an object controls.
    func pods(controlledBy owner: Object) -> [Object] {
        (list(.pods, namespace: owner.namespace) ?? []).filter { $0.controller?.uid == owner.uid }
    }

    /// The endpoint slices of a service.
    func endpointSlices(of service: String, namespace: String) -> [Object] {
        (list(.endpointSlices, namespace: namespace) ?? [])
            .filter { $0.labels["kubernetes.io/service-name"]?.string == service }
    }
}
