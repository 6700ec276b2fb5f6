import Documents
import KubeModel

enum VolumeBinderController {
    static func reference(to claim: Object) -> Value {
        [
            "apiVersion": "v1", "kind": "PersistentVolumeClaim", "name": .string(claim.name),
            "namespace": .string(claim.namespace), "uid": .string(claim.uid),
            "resourceVersion": .string(claim.resourceVersion),
        ]
    }
}
