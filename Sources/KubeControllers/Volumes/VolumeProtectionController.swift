import Documents
package import KubeAPI
package import KubeModel

/// Lets claims that no pod uses and volumes that no claim has go, when they are to be deleted.
///
/// Work on a claim is keyed by its namespace and name, work on a volume by its name alone.
/// Sources: `pkg/controller/volume/pvcprotection` and `pvprotection`.
package struct VolumeProtectionController: Controller {
    package init() {}
}

extension VolumeProtectionController {
    package var name: String { "pvc-protection-controller" }
    package var watched: [ResourceType]? { [.persistentVolumeClaims, .persistentVolumes, .pods] }

    private static let claimFinalizer = "kubernetes.io/pvc-protection"
    private static let volumeFinalizer = "kubernetes.io/pv-protection"

    package func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        let object = change.object
        guard change.resource.plural == "pods" else { return object.isTerminating ? [Wakeup(object.key)] : [] }
        guard change.action == .deleted || Pod(object).isFinished else { return [] }
        return Self.claims(of: object).map { Wakeup(ObjectKey(namespace: object.namespace, name: $0)) }
    }

    package func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration? {
        if key.namespace.isEmpty {
            guard let volume = api.get(.persistentVolumes, key), volume.isTerminating,
                PersistentVolume(volume).phase != "Bound"
            else { return nil }
            try release(volume, .persistentVolumes, Self.volumeFinalizer, &api)
        } else {
            guard let claim = api.get(.persistentVolumeClaims, key), claim.isTerminating, !isUsed(claim, api) else {
                return nil
            }
            try release(claim, .persistentVolumeClaims, Self.claimFinalizer, &api)
        }
        return nil
    }

    private func isUsed(_ claim: Object, _ api: borrowing APIServer) -> Bool {
        api.list(.pods, namespace: claim.namespace).contains { pod in
            Pod(pod).nodeName != nil && !Pod(pod).isFinished && Self.claims(of: pod).contains(claim.name)
        }
    }

    private func release(
        _ object: Object, _ resource: ResourceType, _ finalizer: String, _ api: inout APIServer
    ) throws(APIError) {
        guard object.finalizers.contains(finalizer) else { return }
        var released = object
        released.finalizers.removeAll { $0 == finalizer }
        do { try api.update(resource, released, as: user) } catch .notFound { return }
    }

    private static func claims(of pod: Object) -> [String] {
        (pod["spec"]?["volumes"]?.array ?? []).compactMap { $0["persistentVolumeClaim"]?["claimName"]?.string }
    }
}
