extension SchemaTable {
    /// Nodes, namespaces, configuration, quotas and events.
    static let core = #"""
        AttachedVolume
          name string(UniqueVolumeName) !
          devicePath string !
        ComponentCondition
          type string(ComponentConditionType) !
          status string(ConditionStatus) !
          message string
          error string
        ComponentStatus
          kind string
          apiVersion string
          metadata ObjectMeta
          conditions []ComponentCondition patch=merge:type list=map:type
        ComponentStatusList
          kind string
          apiVersion string
          metadata ListMeta
          items []ComponentStatus !
        ConfigMap
          kind string
          apiVersion string
          metadata ObjectMeta
          immutable *bool
          data map[string]string
          binaryData map[string]bytes
        ConfigMapList
          kind string
          apiVersion string
          metadata ListMeta
          items []ConfigMap !
        ConfigMapNodeConfigSource
          namespace string !
          name string !
          uid string
          resourceVersion string
          kubeletConfigKey string !
        ContainerImage
          names []string list=atomic
          sizeBytes int64
        DaemonEndpoint
          Port int32 !
        EventSource
          component string
          host string
        LimitRange
          kind string
          apiVersion string
          metadata ObjectMeta
          spec LimitRangeSpec
        LimitRangeItem
          type string(LimitType) !
          max map[string]quantity(ResourceList)
          min map[string]quantity(ResourceList)
          default map[string]quantity(ResourceList)
          defaultRequest map[string]quantity(ResourceList)
          maxLimitRequestRatio map[string]quantity(ResourceList)
        LimitRangeList
          kind string
          apiVersion string
          metadata ListMeta
          items []LimitRange !
        LimitRangeSpec
          limits []LimitRangeItem ! list=atomic
        Namespace
          kind string
          apiVersion string
          metadata ObjectMeta
          spec NamespaceSpec
          status NamespaceStatus
        NamespaceCondition
          type string(NamespaceConditionType) !
          status string(ConditionStatus) !
          lastTransitionTime time
          reason string
          message string
        NamespaceList
          kind string
          apiVersion string
          metadata ListMeta
          items []Namespace !
        NamespaceSpec
          finalizers []string(FinalizerName) list=atomic
        NamespaceStatus
          phase string(NamespacePhase)
          conditions []NamespaceCondition patch=merge:type list=map:type
        Node
          kind string
          apiVersion string
          metadata ObjectMeta
          spec NodeSpec
          status NodeStatus
        NodeAddress
          type string(NodeAddressType) !
          address string !
        NodeCondition
          type string(NodeConditionType) !
          status string(ConditionStatus) !
          lastHeartbeatTime time
          lastTransitionTime time
          reason string
          message string
        NodeConfigSource
          configMap *ConfigMapNodeConfigSource
        NodeConfigStatus
          assigned *NodeConfigSource
          active *NodeConfigSource
          lastKnownGood *NodeConfigSource
          error string
        NodeDaemonEndpoints
          kubeletEndpoint DaemonEndpoint
        NodeFeatures
          supplementalGroupsPolicy *bool
        NodeList
          kind string
          apiVersion string
          metadata ListMeta
          items []Node !
        NodeRuntimeHandler
          name string
          features *NodeRuntimeHandlerFeatures
        NodeRuntimeHandlerFeatures
          recursiveReadOnlyMounts *bool
          userNamespaces *bool
        NodeSpec
          podCIDR string
          externalID string
          providerID string
          unschedulable bool
          taints []Taint list=atomic
          configSource *NodeConfigSource
          podCIDRs []string patch=merge list=set
        NodeStatus
          capacity map[string]quantity(ResourceList)
          allocatable map[string]quantity(ResourceList)
          phase string(NodePhase)
          conditions []NodeCondition patch=merge:type list=map:type
          addresses []NodeAddress patch=merge:type list=map:type
          daemonEndpoints NodeDaemonEndpoints
          nodeInfo NodeSystemInfo
          images []ContainerImage list=atomic
          volumesInUse []string(UniqueVolumeName) list=atomic
          volumesAttached []AttachedVolume list=atomic
          config *NodeConfigStatus
          runtimeHandlers []NodeRuntimeHandler list=atomic
          features *NodeFeatures
          declaredFeatures []string list=atomic
        NodeSwapStatus
          capacity *int64
        NodeSystemInfo
          machineID string !
          systemUUID string !
          bootID string !
          kernelVersion string !
          osImage string !
          containerRuntimeVersion string !
          kubeletVersion string !
          kubeProxyVersion string !
          operatingSystem string !
          architecture string !
          swap *NodeSwapStatus
        ReplicationController
          kind string
          apiVersion string
          metadata ObjectMeta
          spec ReplicationControllerSpec
          status ReplicationControllerStatus
        ReplicationControllerCondition
          type string(ReplicationControllerConditionType) !
          status string(ConditionStatus) !
          lastTransitionTime time
          reason string
          message string
        ReplicationControllerList
          kind string
          apiVersion string
          metadata ListMeta
          items []ReplicationController !
        ReplicationControllerSpec
          replicas *int32
          minReadySeconds int32
          selector map[string]string map=atomic
          template *PodTemplateSpec
        ReplicationControllerStatus
          replicas int32 !
          fullyLabeledReplicas int32
          observedGeneration int64
          readyReplicas int32
          availableReplicas int32
          conditions []ReplicationControllerCondition patch=merge:type list=map:type
        ResourceQuota
          kind string
          apiVersion string
          metadata ObjectMeta
          spec ResourceQuotaSpec
          status ResourceQuotaStatus
        ResourceQuotaList
          kind string
          apiVersion string
          metadata ListMeta
          items []ResourceQuota !
        ResourceQuotaSpec
          hard map[string]quantity(ResourceList)
          scopes []string(ResourceQuotaScope) list=atomic
          scopeSelector *ScopeSelector
        ResourceQuotaStatus
          hard map[string]quantity(ResourceList)
          used map[string]quantity(ResourceList)
        ScopeSelector
          matchExpressions []ScopedResourceSelectorRequirement list=atomic
        ScopedResourceSelectorRequirement
          scopeName string(ResourceQuotaScope) !
          operator string(ScopeSelectorOperator) !
          values []string list=atomic
        Secret
          kind string
          apiVersion string
          metadata ObjectMeta
          immutable *bool
          data map[string]bytes
          stringData map[string]string
          type string(SecretType)
        SecretList
          kind string
          apiVersion string
          metadata ListMeta
          items []Secret !
        ServiceAccount
          kind string
          apiVersion string
          metadata ObjectMeta
          secrets []ObjectReference patch=merge:name list=map:name
          imagePullSecrets []LocalObjectReference list=atomic
          automountServiceAccountToken *bool
        ServiceAccountList
          kind string
          apiVersion string
          metadata ListMeta
          items []ServiceAccount !
        Taint
          key string !
          value string
          effect string(TaintEffect) !
          timeAdded *time
        core.v1.Event
          kind string
          apiVersion string
          metadata ObjectMeta !
          involvedObject ObjectReference !
          reason string
          message string
          source EventSource
          firstTimestamp time
          lastTimestamp time
          count int32
          type string
          eventTime micro-time
          series *core.v1.EventSeries
          action string
          related *ObjectReference
          reportingComponent string
          reportingInstance string
        core.v1.EventList
          kind string
          apiVersion string
          metadata ListMeta
          items []core.v1.Event !
        core.v1.EventSeries
          count int32
          lastObservedTime micro-time
        events.v1.Event
          kind string
          apiVersion string
          metadata ObjectMeta
          eventTime micro-time !
          series *events.v1.EventSeries
          reportingController string
          reportingInstance string
          action string
          reason string
          regarding ObjectReference
          related *ObjectReference
          note string
          type string
          deprecatedSource EventSource
          deprecatedFirstTimestamp time
          deprecatedLastTimestamp time
          deprecatedCount int32
        events.v1.EventList
          kind string
          apiVersion string
          metadata ListMeta
          items []events.v1.Event !
        events.v1.EventSeries
          count int32 !
          lastObservedTime micro-time !
        """#
}
