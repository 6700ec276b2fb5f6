import Documents
import KubeAPI
import KubeModel

/// Whose end takes the claims of a pod with it: that of the set, that of a pod which is one too many, or nobody's.
///
/// Source: `pkg/controller/statefulset/stateful_set_utils.go`, `updateClaimOwnerRefForSetAndPod`.
extension StatefulSetRound {
    /// Brings the owners of the claims of all pods in line with `persistentVolumeClaimRetentionPolicy`.
    func settleClaims(_ api: inout APIServer) throws(APIError) {
        guard !set.claimTemplates.isEmpty else { return }
        for pod in condemned { try settleClaims(of: pod, isCondemned: true, &api) }
        for case let pod? in replicas { try settleClaims(of: pod, isCondemned: false, &api) }
    }

    private func settleClaims(of pod: Object, isCondemned: Bool, _ api: inout APIServer) throws(APIError) {
        for template in set.claimTemplates {
            let key = ObjectKey(namespace: set.namespace, name: claimName(template, pod.name))
            guard var claim = api.get(.persistentVolumeClaims, key) else { continue }
            let wanted = owners(of: claim, pod, isCondemned: isCondemned)
            guard wanted != claim.ownerReferences else { continue }
            claim.ownerReferences = wanted
            do { try api.update(.persistentVolumeClaims, claim, as: user) } catch .notFound { continue }
        }
    }

    /// The claim's other owners, and the one that the policy wants.
    private func owners(of claim: Object, _ pod: Object, isCondemned: Bool) -> [OwnerReference] {
        let wanted: Object? =
            isCondemned && set.whenScaled == .delete ? pod : set.whenDeleted == .delete ? set.object : nil
        let kept = claim.ownerReferences.filter { reference in
            reference.uid == wanted?.uid || reference.uid != pod.uid && reference.uid != set.uid
        }
        guard let wanted, !kept.contains(where: { $0.uid == wanted.uid }) else { return kept }
        return kept + [OwnerReference(controller: wanted)]
    }
}
