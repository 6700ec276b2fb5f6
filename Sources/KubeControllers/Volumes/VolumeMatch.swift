import Documents
import KubeAPI
import KubeModel

/// Which of the volumes that exist fit a claim.
///
/// Source: `staging/src/k8s.io/component-helpers/storage/volume/pv_helpers.go`, `FindMatchingVolume`.
enum VolumeMatch {
    /// The free volumes that fit, the smallest first; a volume that is reserved for the claim alone.
    static func candidates(for claim: PersistentVolumeClaim, api: borrowing APIServer) -> [Object] {
        let fitting = api.list(.persistentVolumes).filter { fits(PersistentVolume($0), claim) }
        let reserved = fitting.filter { PersistentVolume($0).isClaimed(by: claim) }
        guard reserved.isEmpty else { return reserved }
        let free = fitting.filter {
            PersistentVolume($0).claimReference == nil && PersistentVolume($0).phase == "Available"
        }
        return free.sorted { left, right in
            let sizes = (PersistentVolume(left).capacity, PersistentVolume(right).capacity)
            return sizes.0 == sizes.1 ? left.name < right.name : sizes.0 < sizes.1
        }
    }

    private static func fits(_ volume: PersistentVolume, _ claim: PersistentVolumeClaim) -> Bool {
        guard !volume.object.isTerminating, volume.capacity >= claim.request, volume.volumeMode == claim.volumeMode,
            volume.storageClassName == claim.storageClassName ?? ""
        else { return false }
        guard claim.accessModes.allSatisfy(volume.accessModes.contains) else { return false }
        guard let selector = claim.object["spec"]?["selector"] else { return true }
        return LabelSelector(selector: selector).matches(volume.object.labels)
    }
}
