import Documents
import KubeModel

/// How objects of one kind are described.
struct Describer: Sendable {
    /// Which events a description ends with.
    enum EventSearch: Sendable {
        case none
        /// Those of the object by name, namespace, kind and uid.
        case object
        /// Those of the object whatever kind they name.
        case pod
        /// Those of the node, also by its name in place of its uid.
        case node
    }

    typealias Write = @Sendable (Object, RelatedObjects, inout DescribeWriter) -> Void

    let events: EventSearch
    /// The lists that `write` reads, besides events.
    let needs: @Sendable (Object) -> [RelatedList]
    let write: Write

    init(
        events: EventSearch = .object, needs: @escaping @Sendable (Object) -> [RelatedList] = { _ in [] },
        write: @escaping Write
    ) {
        self.events = events
        self.needs = needs
        self.write = write
    }

    /// A description that reads the lists of these resources in the object's own namespace.
    init(reading resources: [ResourceType], write: @escaping Write) {
        self.init(
            needs: { object in resources.map { RelatedList($0, namespace: object.namespace) } }, write: write)
    }

    /// A description that needs nothing but the object.
    init(events: EventSearch = .object, _ write: @escaping @Sendable (Object, inout DescribeWriter) -> Void) {
        self.init(events: events) { object, _, writer in write(object, &writer) }
    }
}
