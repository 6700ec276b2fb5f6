extension SchemaTable {
    /// Storage classes, drivers and attachments.
    static let storage = #"""
        CSIDriver
          kind string
          apiVersion string
          metadata ObjectMeta
          spec CSIDriverSpec !
        CSIDriverList
          kind string
          apiVersion string
          metadata ListMeta
          items []CSIDriver !
        CSIDriverSpec
          attachRequired *bool
          podInfoOnMount *bool
          volumeLifecycleModes []string(VolumeLifecycleMode) list=set
          storageCapacity *bool
          fsGroupPolicy *string(FSGroupPolicy)
          tokenRequests []storage.v1.TokenRequest list=atomic
          requiresRepublish *bool
          seLinuxMount *bool
          nodeAllocatableUpdatePeriodSeconds *int64
          serviceAccountTokenInSecrets *bool
          preventPodSchedulingIfMissing *bool
        CSINode
          kind string
          apiVersion string
          metadata ObjectMeta
          spec CSINodeSpec !
        CSINodeDriver
          name string !
          nodeID string !
          topologyKeys []string list=atomic
          allocatable *VolumeNodeResources
        CSINodeList
          kind string
          apiVersion string
          metadata ListMeta
          items []CSINode !
        CSINodeSpec
          drivers []CSINodeDriver ! keep patch=merge:name list=map:name
        CSIStorageCapacity
          kind string
          apiVersion string
          metadata ObjectMeta
          nodeTopology *LabelSelector
          storageClassName string !
          capacity *quantity
          maximumVolumeSize *quantity
        CSIStorageCapacityList
          kind string
          apiVersion string
          metadata ListMeta
          items []CSIStorageCapacity !
        Overhead
          podFixed map[string]quantity(ResourceList)
        RuntimeClass
          kind string
          apiVersion string
          metadata ObjectMeta
          handler string !
          overhead *Overhead
          scheduling *Scheduling
        RuntimeClassList
          kind string
          apiVersion string
          metadata ListMeta
          items []RuntimeClass !
        Scheduling
          nodeSelector map[string]string map=atomic
          tolerations []Toleration list=atomic
        StorageClass
          kind string
          apiVersion string
          metadata ObjectMeta
          provisioner string !
          parameters map[string]string
          reclaimPolicy *string(PersistentVolumeReclaimPolicy)
          mountOptions []string list=atomic
          allowVolumeExpansion *bool
          volumeBindingMode *string(VolumeBindingMode)
          allowedTopologies []TopologySelectorTerm list=atomic
        StorageClassList
          kind string
          apiVersion string
          metadata ListMeta
          items []StorageClass !
        TopologySelectorLabelRequirement
          key string !
          values []string ! list=atomic
        TopologySelectorTerm
          matchLabelExpressions []TopologySelectorLabelRequirement list=atomic
        VolumeAttachment
          kind string
          apiVersion string
          metadata ObjectMeta
          spec VolumeAttachmentSpec !
          status VolumeAttachmentStatus
        VolumeAttachmentList
          kind string
          apiVersion string
          metadata ListMeta
          items []VolumeAttachment !
        VolumeAttachmentSource
          persistentVolumeName *string
          inlineVolumeSpec *PersistentVolumeSpec
        VolumeAttachmentSpec
          attacher string !
          source VolumeAttachmentSource !
          nodeName string !
        VolumeAttachmentStatus
          attached bool !
          attachmentMetadata map[string]string
          attachError *VolumeError
          detachError *VolumeError
        VolumeAttributesClass
          kind string
          apiVersion string
          metadata ObjectMeta
          driverName string !
          parameters map[string]string
        VolumeAttributesClassList
          kind string
          apiVersion string
          metadata ListMeta
          items []VolumeAttributesClass !
        VolumeError
          time time
          message string
          errorCode *int32
        VolumeNodeResources
          count *int32
        storage.v1.TokenRequest
          audience string !
          expirationSeconds *int64
        """#
}
