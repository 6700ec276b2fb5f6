package import Documents

/// A wish for storage, and the volume that fulfils it.
package struct PersistentVolumeClaim: ObjectView {
    package var object: Object

    package init(object: Object) {
        self.object = object
    }
}

extension PersistentVolumeClaim {
    package static let bindCompletedAnnotation = "pv.kubernetes.io/bind-completed"
    package static let boundByControllerAnnotation = "pv.kubernetes.io/bound-by-controller"
    /// The node that the scheduler chose for the first pod that uses it.
    package static let selectedNodeAnnotation = "volume.kubernetes.io/selected-node"

    package var volumeName: String { object["spec"]?["volumeName"]?.string ?? "" }
    package var accessModes: [String] { object["spec"]?["accessModes"]?.array?.compactMap(\.string) ?? [] }
    package var volumeMode: String { object["spec"]?["volumeMode"]?.string ?? "Filesystem" }
    package var phase: String { object["status"]?["phase"]?.string ?? "Pending" }
    package var request: Quantity { Quantity(object["spec"]?["resources"]?["requests"]?["storage"]) ?? .zero }

    /// `nil` when the default class is yet to be filled in; the empty text asks for volumes without a class.
    package var storageClassName: String? {
        object.annotations["volume.beta.kubernetes.io/storage-class"]?.string
            ?? object["spec"]?["storageClassName"]?.string
    }

    /// Its volume is found and both know of each other.
    package var isBound: Bool {
        !volumeName.isEmpty && object.annotations[Self.bindCompletedAnnotation]?.string == "yes"
    }
}
