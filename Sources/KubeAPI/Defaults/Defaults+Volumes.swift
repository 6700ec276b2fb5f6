import Documents
import KubeModel

/// The defaults of volumes, persistent volumes and claims.
extension Defaults {
    static func volume(_ volume: inout Object) {
        if volume.names.allSatisfy({ $0 == "name" }) { volume["emptyDir"] = .object(Object()) }
        for kind in ["secret", "configMap", "downwardAPI", "projected"] {
            volume.with(kind) { $0.setDefault("defaultMode", 420) }
        }
        volume.with("downwardAPI", downwardAPI)
        volume.with("projected") { projected in
            projected.withEach("sources") { source in
                source.with("serviceAccountToken") { $0.setDefault("expirationSeconds", 3600) }
                source.with("downwardAPI", downwardAPI)
            }
        }
        volume.with("emptyDir", emptyDir)
        volume.with("ephemeral") { ephemeral in
            ephemeral.with("volumeClaimTemplate") { $0.making("spec") { $0.setDefault("volumeMode", "Filesystem") } }
        }
        volume.with("image") { image in
            image.setDefault("pullPolicy", pullPolicy(of: image["reference"]?.string ?? ""))
        }
        volumeSource(&volume)
    }

    private static func downwardAPI(_ source: inout Object) {
        source.withEach("items") { $0.with("fieldRef") { $0.setDefault("apiVersion", "v1") } }
    }

    private static func emptyDir(_ source: inout Object) {
        guard let limit = Quantity(source["sizeLimit"]) else { return }
        source["sizeLimit"] = .string(limit.description)
    }

    /// The sources that pods' volumes and persistent volumes share.
    private static func volumeSource(_ source: inout Object) {
        source.with("hostPath") { $0.setDefault("type", "") }
        source.with("iscsi") { $0.setDefault("iscsiInterface", "default") }
        source.with("rbd") {
            $0.setDefault("pool", "rbd")
            $0.setDefault("user", "admin")
            $0.setDefault("keyring", "/etc/ceph/keyring")
        }
        source.with("azureDisk") {
            $0.setDefault("cachingMode", "ReadWrite")
            $0.setDefault("kind", "Shared")
            $0.setDefault("fsType", "ext4")
            $0.setDefault("readOnly", false)
        }
        source.with("scaleIO") {
            $0.setDefault("storageMode", "ThinProvisioned")
            $0.setDefault("fsType", "xfs")
        }
    }

    @Sendable static func persistentVolume(_ volume: inout Object) {
        volume.making("status") { $0.setDefault("phase", "Pending") }
        volume.making("spec") { spec in
            spec.setDefault("persistentVolumeReclaimPolicy", "Retain")
            spec.setDefault("volumeMode", "Filesystem")
            spec.with("capacity", milliResources)
            volumeSource(&spec)
        }
    }

    @Sendable static func persistentVolumeClaim(_ claim: inout Object) {
        claim.making("status") { $0.setDefault("phase", "Pending") }
        claim.making("spec", claimSpec)
    }

    static func claimSpec(_ spec: inout Object) {
        spec.setDefault("volumeMode", "Filesystem")
        spec.with("resources") {
            $0.with("limits", milliResources)
            $0.with("requests", milliResources)
        }
        // The older of the two ways to name a source is mirrored into the newer one.
        if let source = spec["dataSource"], spec["dataSourceRef"] == nil { spec["dataSourceRef"] = source }
    }
}
