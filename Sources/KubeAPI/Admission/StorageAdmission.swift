import Documents
import KubeModel

/// Default classes and protection of volumes and claims.
///
/// Source: `plugin/pkg/admission/storage/storageobjectinuseprotection` and `.../setdefault`.
enum StorageAdmission {
    static let defaultClassAnnotation = "storageclass.kubernetes.io/is-default-class"

    static func protect(_ object: inout Object, by finalizer: String) {
        guard !object.finalizers.contains(finalizer) else { return }
        object.finalizers += [finalizer]
    }

    /// A claim that names no class gets the default class; of several the newest, and then the first by name.
    static func setDefaultClass(_ claim: inout Object, _ api: APIServer) {
        guard claim["spec"]?["storageClassName"] == nil,
            claim["metadata"]?["annotations"]?["volume.beta.kubernetes.io/storage-class"] == nil
        else { return }
        let defaults = api.list(.storageClasses).filter { $0.annotations[defaultClassAnnotation]?.string == "true" }
        let newest = defaults.max { left, right in
            (left.creationTimestamp?.microseconds ?? 0, right.name) < (
                right.creationTimestamp?.microseconds ?? 0, left.name
            )
        }
        if let newest { claim["spec", "storageClassName"] = .string(newest.name) }
    }
}

extension StorageAdmission {
    /// Only a claim whose class allows it may ask for more than before.
    ///
    /// Source: `plugin/pkg/admission/storage/persistentvolume/resize/admission.go`.
    static func validateResize(_ claim: Object, _ old: Object, _ request: APIRequest, _ api: APIServer)
        throws(APIError)
    {
        guard request.resource.groupResource == ResourceType.persistentVolumeClaims.groupResource,
            old["status"]?["phase"] == "Bound"
        else { return }
        let size: (Object) -> Quantity = { Quantity($0["spec"]?["resources"]?["requests"]?["storage"]) ?? .zero }
        guard size(claim) > size(old) else { return }
        let name = old["spec"]?["storageClassName"]?.string ?? ""
        let storageClass = name.isEmpty ? nil : api.get(.storageClasses, ObjectKey(name: name))
        guard storageClass?["allowVolumeExpansion"] != true else { return }
        throw .forbidden(
            request.resource.groupResource, name: claim.name,
            message:
                "only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize"
        )
    }
}

/// Gives an ingress without a class the default class.
///
/// Source: `plugin/pkg/admission/network/defaultingressclass/admission.go`.
enum IngressClassAdmission {
    static let defaultClassAnnotation = "ingressclass.kubernetes.io/is-default-class"

    static func setDefaultClass(_ ingress: inout Object, _ api: APIServer) {
        guard ingress["spec"]?["ingressClassName"] == nil,
            ingress["metadata"]?["annotations"]?["kubernetes.io/ingress.class"] == nil
        else { return }
        let defaults = api.list(.ingressClasses).filter { $0.annotations[defaultClassAnnotation]?.string == "true" }
        if let first = defaults.first { ingress["spec", "ingressClassName"] = .string(first.name) }
    }
}
