package import Documents

/// A typed way to look at an object of one kind; the object stays the only storage.
///
///     struct Pod: ObjectView { var object: Object }
///     Pod(object).phase
package protocol ObjectView: Hashable, Sendable {
    var object: Object { get set }
    init(object: Object)
}

extension ObjectView {
    package init(_ object: Object) { self.init(object: object) }
    package var name: String { object.name }
    package var namespace: String { object.namespace }
    package var key: ObjectKey { object.key }
    package var uid: String { object.uid }
}
