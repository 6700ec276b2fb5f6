extension VolumeSourceText {
    /// Network and cloud disks, most of which the API keeps only for old manifests.
    static let ofVendors = [
        VolumeSourceText(
            "gcePersistentDisk", "GCEPersistentDisk (a Persistent Disk resource in Google Compute Engine)",
            [
                ("PDName", "pdName", .text), ("FSType", "fsType", .text), ("Partition", "partition", .number),
                ("ReadOnly", "readOnly", .flag),
            ]),
        VolumeSourceText(
            "awsElasticBlockStore", "AWSElasticBlockStore (a Persistent Disk resource in AWS)",
            [
                ("VolumeID", "volumeID", .text), ("FSType", "fsType", .text), ("Partition", "partition", .number),
                ("ReadOnly", "readOnly", .flag),
            ]),
        VolumeSourceText(
            "gitRepo", "GitRepo (a volume that is pulled from git when the pod is created)",
            [("Repository", "repository", .text), ("Revision", "revision", .text)]),
        VolumeSourceText(
            "iscsi",
            "ISCSI (an ISCSI Disk resource that is attached to a kubelet's host machine and then exposed to the pod)",
            [
                ("TargetPortal", "targetPortal", .text), ("IQN", "iqn", .text), ("Lun", "lun", .number),
                ("ISCSIInterface", "iscsiInterface", .text), ("FSType", "fsType", .text),
                ("ReadOnly", "readOnly", .flag), ("Portals", "portals", .list),
                ("DiscoveryCHAPAuth", "chapAuthDiscovery", .flag), ("SessionCHAPAuth", "chapAuthSession", .flag),
                ("SecretRef", "secretRef", .reference), ("InitiatorName", "initiatorName", .orElse("<none>")),
            ]),
        VolumeSourceText(
            "glusterfs", "Glusterfs (a Glusterfs mount on the host that shares a pod's lifetime)",
            [("EndpointsName", "endpoints", .text), ("Path", "path", .text), ("ReadOnly", "readOnly", .flag)]),
        VolumeSourceText(
            "rbd", "RBD (a Rados Block Device mount on the host that shares a pod's lifetime)",
            [
                ("CephMonitors", "monitors", .list), ("RBDImage", "image", .text), ("FSType", "fsType", .text),
                ("RBDPool", "pool", .text), ("RadosUser", "user", .text), ("Keyring", "keyring", .text),
                ("SecretRef", "secretRef", .reference), ("ReadOnly", "readOnly", .flag),
            ]),
        VolumeSourceText(
            "quobyte", "Quobyte (a Quobyte mount on the host that shares a pod's lifetime)",
            [("Registry", "registry", .text), ("Volume", "volume", .text), ("ReadOnly", "readOnly", .flag)]),
        VolumeSourceText(
            "azureDisk", "AzureDisk (an Azure Data Disk mount on the host and bind mount to the pod)",
            [
                ("DiskName", "diskName", .text), ("DiskURI", "diskURI", .text), ("Kind", "kind", .text),
                ("FSType", "fsType", .text), ("CachingMode", "cachingMode", .text), ("ReadOnly", "readOnly", .flag),
            ]),
        VolumeSourceText(
            "azureFile", "AzureFile (an Azure File Service mount on the host and bind mount to the pod)",
            [("SecretName", "secretName", .text), ("ShareName", "shareName", .text), ("ReadOnly", "readOnly", .flag)]),
        VolumeSourceText(
            "vsphereVolume", "vSphereVolume (a Persistent Disk resource in vSphere)",
            [
                ("VolumePath", "volumePath", .text), ("FSType", "fsType", .text),
                ("StoragePolicyName", "storagePolicyName", .text),
            ]),
        VolumeSourceText(
            "cinder", "Cinder (a Persistent Disk resource in OpenStack)",
            [
                ("VolumeID", "volumeID", .text), ("FSType", "fsType", .text), ("ReadOnly", "readOnly", .flag),
                ("SecretRef", "secretRef", .reference),
            ]),
        VolumeSourceText(
            "photonPersistentDisk", "PhotonPersistentDisk (a Persistent Disk resource in photon platform)",
            [("PdID", "pdID", .text), ("FSType", "fsType", .text)]),
        VolumeSourceText(
            "portworxVolume", "PortworxVolume (a Portworx Volume resource)", [("VolumeID", "volumeID", .text)]),
        VolumeSourceText(
            "scaleIO", "ScaleIO (a persistent volume backed by a block device in ScaleIO)",
            [
                ("Gateway", "gateway", .text), ("System", "system", .text),
                ("Protection Domain", "protectionDomain", .text), ("Storage Pool", "storagePool", .text),
                ("Storage Mode", "storageMode", .text), ("VolumeName", "volumeName", .text),
                ("FSType", "fsType", .text), ("ReadOnly", "readOnly", .flag),
            ]),
        VolumeSourceText(
            "cephfs", "CephFS (a CephFS mount on the host that shares a pod's lifetime)",
            [
                ("Monitors", "monitors", .list), ("Path", "path", .text), ("User", "user", .text),
                ("SecretFile", "secretFile", .text), ("SecretRef", "secretRef", .reference),
                ("ReadOnly", "readOnly", .flag),
            ]),
        VolumeSourceText(
            "storageos", "StorageOS (a StorageOS Persistent Disk resource)",
            [
                ("VolumeName", "volumeName", .text), ("VolumeNamespace", "volumeNamespace", .text),
                ("FSType", "fsType", .text), ("ReadOnly", "readOnly", .flag),
            ]),
        VolumeSourceText(
            "fc", "FC (a Fibre Channel disk)",
            [
                ("TargetWWNs", "targetWWNs", .commas), ("LUN", "lun", .orElse("<none>")), ("FSType", "fsType", .text),
                ("ReadOnly", "readOnly", .flag),
            ]),
        VolumeSourceText(
            "flexVolume",
            "FlexVolume (a generic volume resource that is provisioned/attached using an exec based plugin)",
            [
                ("Driver", "driver", .text), ("FSType", "fsType", .text), ("SecretRef", "secretRef", .reference),
                ("ReadOnly", "readOnly", .flag), ("Options", "options", .map),
            ]),
        VolumeSourceText(
            "flocker", "Flocker (a Flocker volume mounted by the Flocker agent)",
            [("DatasetName", "datasetName", .text), ("DatasetUUID", "datasetUUID", .text)]),
    ]
}
