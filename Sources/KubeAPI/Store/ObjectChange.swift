package import Documents
package import KubeModel

/// One line of the store's history: what a watch delivers.
package struct ObjectChange: Sendable {
    package enum Action: String, Sendable { case added = "ADDED", modified = "MODIFIED", deleted = "DELETED" }

    package let revision: Int64
    package let action: Action
    package let resource: ResourceType
    /// The object after the change; of a deletion its last state.
    package let object: Object
    /// The object before a modification.
    package let old: Object?

    package init(revision: Int64, action: Action, resource: ResourceType, object: Object, old: Object?) {
        self.revision = revision
        self.action = action
        self.resource = resource
        self.object = object
        self.old = old
    }
}
