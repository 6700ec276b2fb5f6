extension SchemaTable {
    /// Pods, their templates and what the scheduler reads of them.
    static let pods = #"""
        Affinity
          nodeAffinity *NodeAffinity
          podAffinity *PodAffinity
          podAntiAffinity *PodAntiAffinity
        Binding
          kind string
          apiVersion string
          metadata ObjectMeta
          target ObjectReference !
        ContainerExtendedResourceRequest
          containerName string !
          resourceName string !
          requestName string !
        Eviction
          kind string
          apiVersion string
          metadata ObjectMeta
          deleteOptions *DeleteOptions
        HostAlias
          ip string !
          hostnames []string list=atomic
        HostIP
          ip string !
        NodeAffinity
          requiredDuringSchedulingIgnoredDuringExecution *NodeSelector
          preferredDuringSchedulingIgnoredDuringExecution []PreferredSchedulingTerm list=atomic
        NodeAllocatableResourceClaimStatus
          resourceClaimName string !
          containers []string list=set
          resources map[string]quantity(ResourceList) !
        Pod
          kind string
          apiVersion string
          metadata ObjectMeta
          spec PodSpec
          status PodStatus
        PodAffinity
          requiredDuringSchedulingIgnoredDuringExecution []PodAffinityTerm list=atomic
          preferredDuringSchedulingIgnoredDuringExecution []WeightedPodAffinityTerm list=atomic
        PodAffinityTerm
          labelSelector *LabelSelector
          namespaces []string list=atomic
          topologyKey string !
          namespaceSelector *LabelSelector
          matchLabelKeys []string list=atomic
          mismatchLabelKeys []string list=atomic
        PodAntiAffinity
          requiredDuringSchedulingIgnoredDuringExecution []PodAffinityTerm list=atomic
          preferredDuringSchedulingIgnoredDuringExecution []WeightedPodAffinityTerm list=atomic
        PodCondition
          type string(PodConditionType) !
          status string(ConditionStatus) !
          lastProbeTime time
          lastTransitionTime time
          reason string
          message string
          observedGeneration int64
        PodDNSConfig
          nameservers []string list=atomic
          searches []string list=atomic
          options []PodDNSConfigOption list=atomic
        PodDNSConfigOption
          name string
          value *string
        PodExtendedResourceClaimStatus
          requestMappings []ContainerExtendedResourceRequest ! list=atomic
          resourceClaimName string !
        PodIP
          ip string !
        PodList
          kind string
          apiVersion string
          metadata ListMeta
          items []Pod !
        PodOS
          name string(OSName) !
        PodReadinessGate
          conditionType string(PodConditionType) !
        PodResourceClaim
          name string !
          resourceClaimName *string
          resourceClaimTemplateName *string
        PodResourceClaimStatus
          name string !
          resourceClaimName *string
        PodSchedulingGate
          name string !
        PodSchedulingGroup
          podGroupName *string
        PodSecurityContext
          seLinuxOptions *SELinuxOptions
          runAsUser *int64
          runAsNonRoot *bool
          supplementalGroups []int64 list=atomic
          fsGroup *int64
          runAsGroup *int64
          sysctls []Sysctl list=atomic
          windowsOptions *WindowsSecurityContextOptions
          fsGroupChangePolicy *string(PodFSGroupChangePolicy)
          seccompProfile *SeccompProfile
          appArmorProfile *AppArmorProfile
          supplementalGroupsPolicy *string(SupplementalGroupsPolicy)
          seLinuxChangePolicy *string(PodSELinuxChangePolicy)
        PodSpec
          volumes []Volume patch=merge,retainKeys:name list=map:name
          initContainers []Container patch=merge:name list=map:name
          containers []Container ! patch=merge:name list=map:name
          ephemeralContainers []EphemeralContainer patch=merge:name list=map:name
          restartPolicy string(RestartPolicy)
          terminationGracePeriodSeconds *int64
          activeDeadlineSeconds *int64
          dnsPolicy string(DNSPolicy)
          nodeSelector map[string]string map=atomic
          serviceAccountName string
          serviceAccount string
          automountServiceAccountToken *bool
          nodeName string
          hostNetwork bool
          hostPID bool
          hostIPC bool
          shareProcessNamespace *bool
          securityContext *PodSecurityContext
          imagePullSecrets []LocalObjectReference patch=merge:name list=map:name
          hostname string
          subdomain string
          affinity *Affinity
          schedulerName string
          tolerations []Toleration list=atomic
          hostAliases []HostAlias patch=merge:ip list=map:ip
          priorityClassName string
          priority *int32
          dnsConfig *PodDNSConfig
          readinessGates []PodReadinessGate list=atomic
          runtimeClassName *string
          enableServiceLinks *bool
          preemptionPolicy *string(PreemptionPolicy)
          overhead map[string]quantity(ResourceList)
          topologySpreadConstraints []TopologySpreadConstraint patch=merge:topologyKey list=map:topologyKey,whenUnsatisfiable
          setHostnameAsFQDN *bool
          os *PodOS
          hostUsers *bool
          schedulingGates []PodSchedulingGate patch=merge:name list=map:name
          resourceClaims []PodResourceClaim patch=merge,retainKeys:name list=map:name
          resources *ResourceRequirements
          hostnameOverride *string
          schedulingGroup *PodSchedulingGroup
        PodStatus
          phase string(PodPhase)
          conditions []PodCondition patch=merge:type list=map:type
          message string
          reason string
          hostIP string
          podIP string
          startTime *time
          containerStatuses []ContainerStatus list=atomic
          qosClass string(PodQOSClass)
          initContainerStatuses []ContainerStatus list=atomic
          nominatedNodeName string
          podIPs []PodIP patch=merge:ip list=map:ip
          ephemeralContainerStatuses []ContainerStatus list=atomic
          resize string(PodResizeStatus)
          resourceClaimStatuses []PodResourceClaimStatus patch=merge,retainKeys:name list=map:name
          hostIPs []HostIP patch=merge:ip list=atomic
          observedGeneration int64
          extendedResourceClaimStatus *PodExtendedResourceClaimStatus
          allocatedResources map[string]quantity(ResourceList)
          resources *ResourceRequirements
          nodeAllocatableResourceClaimStatuses []NodeAllocatableResourceClaimStatus list=atomic
        PodTemplate
          kind string
          apiVersion string
          metadata ObjectMeta
          template PodTemplateSpec
        PodTemplateList
          kind string
          apiVersion string
          metadata ListMeta
          items []PodTemplate !
        PodTemplateSpec
          metadata ObjectMeta
          spec PodSpec
        PreferredSchedulingTerm
          weight int32 !
          preference NodeSelectorTerm !
        Sysctl
          name string !
          value string !
        Toleration
          key string
          operator string(TolerationOperator)
          value string
          effect string(TaintEffect)
          tolerationSeconds *int64
        TopologySpreadConstraint
          maxSkew int32 !
          topologyKey string !
          whenUnsatisfiable string(UnsatisfiableConstraintAction) !
          labelSelector *LabelSelector
          minDomains *int32
          nodeAffinityPolicy *string(NodeInclusionPolicy)
          nodeTaintsPolicy *string(NodeInclusionPolicy)
          matchLabelKeys []string list=atomic
        WeightedPodAffinityTerm
          weight int32 !
          podAffinityTerm PodAffinityTerm !
        """#
}
