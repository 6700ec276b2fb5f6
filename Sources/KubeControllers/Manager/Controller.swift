package import Documents
package import KubeAPI
package import KubeModel

/// A loop that brings the objects of one kind from what is to what should be.
///
/// It is level-based: what it does follows from the objects that it reads, never from what a change said.
package protocol Controller: Sendable {
    /// Its name in events and of its user: `replicaset-controller`.
    var name: String { get }

    /// The resources whose changes it wants to see; `nil` for all, also custom ones.
    var watched: [ResourceType]? { get }

    /// Whom to look at, and how soon, after something was written.
    mutating func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup]

    /// Brings one object closer to what it should be; returns when to look again though nothing changes.
    mutating func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration?
}

extension Controller {
    package var user: UserInfo { .controller(name) }
}

/// An object to look at after a while.
package struct Wakeup: Sendable {
    package let key: ObjectKey
    package let delay: Duration

    package init(_ key: ObjectKey, after delay: Duration = Timing.watchLatency) {
        self.key = key
        self.delay = delay
    }
}

extension Wakeup {
    /// The owner of an object, when it is of the wanted kind.
    package static func controller(
        of object: Object, kind: String, after delay: Duration = Timing.watchLatency
    ) -> [Wakeup] {
        guard let owner = object.controller, owner.kind == kind else { return [] }
        return [Wakeup(ObjectKey(namespace: object.namespace, name: owner.name), after: delay)]
    }
}
