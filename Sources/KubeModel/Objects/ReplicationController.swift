package import Documents

/// The forerunner of the ReplicaSet, with a selector of plain labels.
package struct ReplicationController: PodTemplateOwner {
    package var object: Object

    package init(object: Object) {
        self.object = object
    }
}
