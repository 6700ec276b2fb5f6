extension SchemaTable {
    /// Volumes of pods and persistent volumes, with their claims.
    static let volumes = #"""
        AWSElasticBlockStoreVolumeSource
          volumeID string !
          fsType string
          partition int32
          readOnly bool
        AzureDiskVolumeSource
          kind *string(AzureDataDiskKind)
          diskName string !
          diskURI string !
          cachingMode *string(AzureDataDiskCachingMode)
          fsType *string
          readOnly *bool
        AzureFilePersistentVolumeSource
          secretName string !
          shareName string !
          readOnly bool
          secretNamespace *string
        AzureFileVolumeSource
          secretName string !
          shareName string !
          readOnly bool
        CSIPersistentVolumeSource
          driver string !
          volumeHandle string !
          readOnly bool
          fsType string
          volumeAttributes map[string]string
          controllerPublishSecretRef *SecretReference
          nodeStageSecretRef *SecretReference
          nodePublishSecretRef *SecretReference
          controllerExpandSecretRef *SecretReference
          nodeExpandSecretRef *SecretReference
        CSIVolumeSource
          driver string !
          readOnly *bool
          fsType *string
          volumeAttributes map[string]string
          nodePublishSecretRef *LocalObjectReference
        CephFSPersistentVolumeSource
          monitors []string ! list=atomic
          path string
          user string
          secretFile string
          secretRef *SecretReference
          readOnly bool
        CephFSVolumeSource
          monitors []string ! list=atomic
          path string
          user string
          secretFile string
          secretRef *LocalObjectReference
          readOnly bool
        CinderPersistentVolumeSource
          volumeID string !
          fsType string
          readOnly bool
          secretRef *SecretReference
        CinderVolumeSource
          volumeID string !
          fsType string
          readOnly bool
          secretRef *LocalObjectReference
        ClusterTrustBundleProjection
          name *string
          signerName *string
          labelSelector *LabelSelector
          path string !
          optional *bool
        ConfigMapProjection
          items []KeyToPath list=atomic
          optional *bool
          name string in=LocalObjectReference
        ConfigMapVolumeSource
          items []KeyToPath list=atomic
          defaultMode *int32
          optional *bool
          name string in=LocalObjectReference
        DownwardAPIProjection
          items []DownwardAPIVolumeFile list=atomic
        DownwardAPIVolumeFile
          path string !
          fieldRef *ObjectFieldSelector
          resourceFieldRef *ResourceFieldSelector
          mode *int32
        DownwardAPIVolumeSource
          items []DownwardAPIVolumeFile list=atomic
          defaultMode *int32
        EmptyDirVolumeSource
          medium string(StorageMedium)
          sizeLimit *quantity
        EphemeralVolumeSource
          volumeClaimTemplate *PersistentVolumeClaimTemplate
        FCVolumeSource
          targetWWNs []string list=atomic
          lun *int32
          fsType string
          readOnly bool
          wwids []string list=atomic
        FlexPersistentVolumeSource
          driver string !
          fsType string
          secretRef *SecretReference
          readOnly bool
          options map[string]string
        FlexVolumeSource
          driver string !
          fsType string
          secretRef *LocalObjectReference
          readOnly bool
          options map[string]string
        FlockerVolumeSource
          datasetName string
          datasetUUID string
        GCEPersistentDiskVolumeSource
          pdName string !
          fsType string
          partition int32
          readOnly bool
        GitRepoVolumeSource
          repository string !
          revision string
          directory string
        GlusterfsPersistentVolumeSource
          endpoints string !
          path string !
          readOnly bool
          endpointsNamespace string
        GlusterfsVolumeSource
          endpoints string !
          path string !
          readOnly bool
        HostPathVolumeSource
          path string !
          type *string(HostPathType)
        ISCSIPersistentVolumeSource
          targetPortal string !
          iqn string !
          lun int32 !
          iscsiInterface string
          fsType string
          readOnly bool
          portals []string list=atomic
          chapAuthDiscovery bool
          secretRef *SecretReference
          chapAuthSession bool
          initiatorName *string
        ISCSIVolumeSource
          targetPortal string !
          iqn string !
          lun int32 !
          iscsiInterface string
          fsType string
          readOnly bool
          portals []string list=atomic
          chapAuthDiscovery bool
          secretRef *LocalObjectReference
          chapAuthSession bool
          initiatorName *string
        ImageVolumeSource
          reference string
          pullPolicy string(PullPolicy)
        KeyToPath
          key string !
          path string !
          mode *int32
        LocalVolumeSource
          path string !
          fsType *string
        ModifyVolumeStatus
          targetVolumeAttributesClassName string
          status string(PersistentVolumeClaimModifyVolumeStatus) !
        NFSVolumeSource
          server string !
          path string !
          readOnly bool
        NodeSelector
          nodeSelectorTerms []NodeSelectorTerm ! list=atomic
        NodeSelectorRequirement
          key string !
          operator string(NodeSelectorOperator) !
          values []string list=atomic
        NodeSelectorTerm
          matchExpressions []NodeSelectorRequirement list=atomic
          matchFields []NodeSelectorRequirement list=atomic
        ObjectFieldSelector
          apiVersion string
          fieldPath string !
        PersistentVolume
          kind string
          apiVersion string
          metadata ObjectMeta
          spec PersistentVolumeSpec
          status PersistentVolumeStatus
        PersistentVolumeClaim
          kind string
          apiVersion string
          metadata ObjectMeta
          spec PersistentVolumeClaimSpec
          status PersistentVolumeClaimStatus
        PersistentVolumeClaimCondition
          type string(PersistentVolumeClaimConditionType) !
          status string(ConditionStatus) !
          lastProbeTime time
          lastTransitionTime time
          reason string
          message string
        PersistentVolumeClaimList
          kind string
          apiVersion string
          metadata ListMeta
          items []PersistentVolumeClaim !
        PersistentVolumeClaimSpec
          accessModes []string(PersistentVolumeAccessMode) list=atomic
          selector *LabelSelector
          resources VolumeResourceRequirements
          volumeName string
          storageClassName *string
          volumeMode *string(PersistentVolumeMode)
          dataSource *TypedLocalObjectReference
          dataSourceRef *TypedObjectReference
          volumeAttributesClassName *string
        PersistentVolumeClaimStatus
          phase string(PersistentVolumeClaimPhase)
          accessModes []string(PersistentVolumeAccessMode) list=atomic
          capacity map[string]quantity(ResourceList)
          conditions []PersistentVolumeClaimCondition patch=merge:type list=map:type
          allocatedResources map[string]quantity(ResourceList)
          allocatedResourceStatuses map[string]string map=granular
          currentVolumeAttributesClassName *string
          modifyVolumeStatus *ModifyVolumeStatus
        PersistentVolumeClaimTemplate
          metadata ObjectMeta
          spec PersistentVolumeClaimSpec !
        PersistentVolumeClaimVolumeSource
          claimName string !
          readOnly bool
        PersistentVolumeList
          kind string
          apiVersion string
          metadata ListMeta
          items []PersistentVolume !
        PersistentVolumeSpec
          capacity map[string]quantity(ResourceList)
          gcePersistentDisk *GCEPersistentDiskVolumeSource in=PersistentVolumeSource
          awsElasticBlockStore *AWSElasticBlockStoreVolumeSource in=PersistentVolumeSource
          hostPath *HostPathVolumeSource in=PersistentVolumeSource
          glusterfs *GlusterfsPersistentVolumeSource in=PersistentVolumeSource
          nfs *NFSVolumeSource in=PersistentVolumeSource
          rbd *RBDPersistentVolumeSource in=PersistentVolumeSource
          iscsi *ISCSIPersistentVolumeSource in=PersistentVolumeSource
          cinder *CinderPersistentVolumeSource in=PersistentVolumeSource
          cephfs *CephFSPersistentVolumeSource in=PersistentVolumeSource
          fc *FCVolumeSource in=PersistentVolumeSource
          flocker *FlockerVolumeSource in=PersistentVolumeSource
          flexVolume *FlexPersistentVolumeSource in=PersistentVolumeSource
          azureFile *AzureFilePersistentVolumeSource in=PersistentVolumeSource
          vsphereVolume *VsphereVirtualDiskVolumeSource in=PersistentVolumeSource
          quobyte *QuobyteVolumeSource in=PersistentVolumeSource
          azureDisk *AzureDiskVolumeSource in=PersistentVolumeSource
          photonPersistentDisk *PhotonPersistentDiskVolumeSource in=PersistentVolumeSource
          portworxVolume *PortworxVolumeSource in=PersistentVolumeSource
          scaleIO *ScaleIOPersistentVolumeSource in=PersistentVolumeSource
          local *LocalVolumeSource in=PersistentVolumeSource
          storageos *StorageOSPersistentVolumeSource in=PersistentVolumeSource
          csi *CSIPersistentVolumeSource in=PersistentVolumeSource
          accessModes []string(PersistentVolumeAccessMode) list=atomic
          claimRef *ObjectReference map=granular
          persistentVolumeReclaimPolicy string(PersistentVolumeReclaimPolicy)
          storageClassName string
          mountOptions []string list=atomic
          volumeMode *string(PersistentVolumeMode)
          nodeAffinity *VolumeNodeAffinity
          volumeAttributesClassName *string
        PersistentVolumeStatus
          phase string(PersistentVolumePhase)
          message string
          reason string
          lastPhaseTransitionTime *time
        PhotonPersistentDiskVolumeSource
          pdID string !
          fsType string
        PodCertificateProjection
          signerName string !
          keyType string !
          maxExpirationSeconds *int32
          credentialBundlePath string
          keyPath string
          certificateChainPath string
          userAnnotations map[string]string
        PortworxVolumeSource
          volumeID string !
          fsType string
          readOnly bool
        ProjectedVolumeSource
          sources []VolumeProjection list=atomic
          defaultMode *int32
        QuobyteVolumeSource
          registry string !
          volume string !
          readOnly bool
          user string
          group string
          tenant string
        RBDPersistentVolumeSource
          monitors []string ! list=atomic
          image string !
          fsType string
          pool string
          user string
          keyring string
          secretRef *SecretReference
          readOnly bool
        RBDVolumeSource
          monitors []string ! list=atomic
          image string !
          fsType string
          pool string
          user string
          keyring string
          secretRef *LocalObjectReference
          readOnly bool
        ResourceFieldSelector
          containerName string
          resource string !
          divisor quantity
        ScaleIOPersistentVolumeSource
          gateway string !
          system string !
          secretRef SecretReference !
          sslEnabled bool
          protectionDomain string
          storagePool string
          storageMode string
          volumeName string
          fsType string
          readOnly bool
        ScaleIOVolumeSource
          gateway string !
          system string !
          secretRef LocalObjectReference !
          sslEnabled bool
          protectionDomain string
          storagePool string
          storageMode string
          volumeName string
          fsType string
          readOnly bool
        SecretProjection
          items []KeyToPath list=atomic
          optional *bool
          name string in=LocalObjectReference
        SecretVolumeSource
          secretName string
          items []KeyToPath list=atomic
          defaultMode *int32
          optional *bool
        ServiceAccountTokenProjection
          audience string
          expirationSeconds *int64
          path string !
        StorageOSPersistentVolumeSource
          volumeName string
          volumeNamespace string
          fsType string
          readOnly bool
          secretRef *ObjectReference
        StorageOSVolumeSource
          volumeName string
          volumeNamespace string
          fsType string
          readOnly bool
          secretRef *LocalObjectReference
        Volume
          name string !
          hostPath *HostPathVolumeSource in=VolumeSource
          emptyDir *EmptyDirVolumeSource in=VolumeSource
          gcePersistentDisk *GCEPersistentDiskVolumeSource in=VolumeSource
          awsElasticBlockStore *AWSElasticBlockStoreVolumeSource in=VolumeSource
          gitRepo *GitRepoVolumeSource in=VolumeSource
          secret *SecretVolumeSource in=VolumeSource
          nfs *NFSVolumeSource in=VolumeSource
          iscsi *ISCSIVolumeSource in=VolumeSource
          glusterfs *GlusterfsVolumeSource in=VolumeSource
          persistentVolumeClaim *PersistentVolumeClaimVolumeSource in=VolumeSource
          rbd *RBDVolumeSource in=VolumeSource
          flexVolume *FlexVolumeSource in=VolumeSource
          cinder *CinderVolumeSource in=VolumeSource
          cephfs *CephFSVolumeSource in=VolumeSource
          flocker *FlockerVolumeSource in=VolumeSource
          downwardAPI *DownwardAPIVolumeSource in=VolumeSource
          fc *FCVolumeSource in=VolumeSource
          azureFile *AzureFileVolumeSource in=VolumeSource
          configMap *ConfigMapVolumeSource in=VolumeSource
          vsphereVolume *VsphereVirtualDiskVolumeSource in=VolumeSource
          quobyte *QuobyteVolumeSource in=VolumeSource
          azureDisk *AzureDiskVolumeSource in=VolumeSource
          photonPersistentDisk *PhotonPersistentDiskVolumeSource in=VolumeSource
          projected *ProjectedVolumeSource in=VolumeSource
          portworxVolume *PortworxVolumeSource in=VolumeSource
          scaleIO *ScaleIOVolumeSource in=VolumeSource
          storageos *StorageOSVolumeSource in=VolumeSource
          csi *CSIVolumeSource in=VolumeSource
          ephemeral *EphemeralVolumeSource in=VolumeSource
          image *ImageVolumeSource in=VolumeSource
        VolumeNodeAffinity
          required *NodeSelector
        VolumeProjection
          secret *SecretProjection
          downwardAPI *DownwardAPIProjection
          configMap *ConfigMapProjection
          serviceAccountToken *ServiceAccountTokenProjection
          clusterTrustBundle *ClusterTrustBundleProjection
          podCertificate *PodCertificateProjection
        VolumeResourceRequirements
          limits map[string]quantity(ResourceList)
          requests map[string]quantity(ResourceList)
        VsphereVirtualDiskVolumeSource
          volumePath string !
          fsType string
          storagePolicyName string
          storagePolicyID string
        """#
}
