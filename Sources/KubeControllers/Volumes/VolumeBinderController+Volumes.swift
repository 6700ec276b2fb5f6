import Documents
import KubeAPI
import KubeModel

/// The side of the volumes. Source: `syncVolume`, `reclaimVolume`.
extension VolumeBinderController {
    func syncVolume(_ volume: PersistentVolume, _ api: inout APIServer) throws(APIError) {
        guard let reference = volume.claimReference else {
            return try setPhase("Available", of: volume.object, &api)
        }
        guard let uid = reference["uid"]?.string, !uid.isEmpty else {
            return try setPhase("Available", of: volume.object, &api)  // reserved for a claim that is yet to come
        }
        let key = ObjectKey(namespace: reference["namespace"]?.string ?? "", name: reference["name"]?.string ?? "")
        if let claim = api.get(.persistentVolumeClaims, key), claim.uid == uid {
            let claim = PersistentVolumeClaim(claim)
            if claim.volumeName == volume.name { try setPhase("Bound", of: volume.object, &api) }
            return
        }
        try setPhase("Released", of: volume.object, &api)
        try reclaim(volume, &api)
    }

    func setPhase(_ phase: String, of volume: Object, _ api: inout APIServer) throws(APIError) {
        guard volume["status"]?["phase"]?.string != phase, let current = api.get(.persistentVolumes, volume.key) else {
            return
        }
        var updated = current
        updated["status", "phase"] = .string(phase)
        updated["status", "lastPhaseTransitionTime"] = .string(api.now.rfc3339)
        try api.updateStatus(.persistentVolumes, updated, as: user)
    }

    /// Deletes a volume whose claim is gone, when its policy says so and someone can.
    private func reclaim(_ volume: PersistentVolume, _ api: inout APIServer) throws(APIError) {
        switch volume.reclaimPolicy {
        case .retain, .recycle: return
        case .delete:
            let provisioner = volume.object.annotations[Self.provisionedBy]?.string ?? ""
            guard provisioners.contains(provisioner) else {
                if provisioner.isEmpty { try failDeletion(of: volume, &api) }
                return
            }
            do { try api.delete(.persistentVolumes, volume.key, as: user) } catch .notFound { return }
        }
    }

    private func failDeletion(of volume: PersistentVolume, _ api: inout APIServer) throws(APIError) {
        let message =
            "error getting deleter volume plugin for volume \"\(volume.name)\": no deletable volume plugin matched"
        try setPhase("Failed", of: volume.object, &api)
        report(volume.object, .warning, "VolumeFailedDelete", message, &api)
    }
}
