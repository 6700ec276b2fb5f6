extension SchemaTable {
    /// Dynamic resource allocation.
    static let devices = #"""
        AllocatedDeviceStatus
          driver string !
          pool string !
          device string !
          conditions []Condition list=map:type
          data raw
          networkData *NetworkDeviceData
          shareID *string
        AllocationResult
          devices DeviceAllocationResult
          nodeSelector *NodeSelector
          allocationTimestamp *time
        CELDeviceSelector
          expression string !
        CapacityRequestPolicy
          default *quantity
          validValues []quantity list=atomic
          validRange *CapacityRequestPolicyRange
        CapacityRequestPolicyRange
          min quantity !
          max *quantity
          step *quantity
        CapacityRequirements
          requests map[string]quantity(ResourceList)
        Counter
          value quantity !
        CounterSet
          name string !
          counters map[string]Counter !
        Device
          name string !
          attributes map[string]DeviceAttribute
          capacity map[string]DeviceCapacity
          consumesCounters []DeviceCounterConsumption list=atomic
          nodeName *string
          nodeSelector *NodeSelector
          allNodes *bool
          taints []DeviceTaint list=atomic
          bindsToNode *bool
          bindingConditions []string list=atomic
          bindingFailureConditions []string list=atomic
          allowMultipleAllocations *bool
          nodeAllocatableResourceMappings map[string]NodeAllocatableResourceMapping
        DeviceAllocationConfiguration
          source string !
          requests []string list=atomic
          opaque *OpaqueDeviceConfiguration
        DeviceAllocationResult
          results []DeviceRequestAllocationResult list=atomic
          config []DeviceAllocationConfiguration list=atomic
        DeviceAttribute
          int *int64
          bool *bool
          string *string
          version *string
          ints []int64 list=atomic
          bools []bool list=atomic
          strings []string list=atomic
          versions []string list=atomic
        DeviceCapacity
          value quantity !
          requestPolicy *CapacityRequestPolicy
        DeviceClaim
          requests []DeviceRequest list=atomic
          constraints []DeviceConstraint list=atomic
          config []DeviceClaimConfiguration list=atomic
        DeviceClaimConfiguration
          requests []string list=atomic
          opaque *OpaqueDeviceConfiguration
        DeviceClass
          kind string
          apiVersion string
          metadata ObjectMeta
          spec DeviceClassSpec !
        DeviceClassConfiguration
          opaque *OpaqueDeviceConfiguration
        DeviceClassList
          kind string
          apiVersion string
          metadata ListMeta
          items []DeviceClass !
        DeviceClassSpec
          selectors []DeviceSelector list=atomic
          config []DeviceClassConfiguration list=atomic
          extendedResourceName string
        DeviceConstraint
          requests []string list=atomic
          matchAttribute *string
          distinctAttribute *string
        DeviceCounterConsumption
          counterSet string !
          counters map[string]Counter !
        DeviceRequest
          name string !
          exactly *ExactDeviceRequest
          firstAvailable []DeviceSubRequest list=atomic
        DeviceRequestAllocationResult
          request string !
          driver string !
          pool string !
          device string !
          adminAccess *bool
          tolerations []DeviceToleration list=atomic
          bindingConditions []string list=atomic
          bindingFailureConditions []string list=atomic
          shareID *string
          consumedCapacity map[string]quantity(ResourceList)
        DeviceSelector
          cel *CELDeviceSelector
        DeviceSubRequest
          name string !
          deviceClassName string !
          selectors []DeviceSelector list=atomic
          allocationMode string
          count int64
          tolerations []DeviceToleration list=atomic
          capacity *CapacityRequirements
        DeviceTaint
          key string !
          value string
          effect string !
          timeAdded *time
        DeviceToleration
          key string
          operator string
          value string
          effect string
          tolerationSeconds *int64
        ExactDeviceRequest
          deviceClassName string !
          selectors []DeviceSelector list=atomic
          allocationMode string
          count int64
          adminAccess *bool
          tolerations []DeviceToleration list=atomic
          capacity *CapacityRequirements
        NetworkDeviceData
          interfaceName string
          ips []string list=atomic
          hardwareAddress string
        NodeAllocatableResourceMapping
          capacityKey string
          allocationMultiplier *quantity
        OpaqueDeviceConfiguration
          driver string !
          parameters raw !
        ResourceClaimConsumerReference
          apiGroup string
          resource string !
          name string !
          uid string !
        ResourceClaimList
          kind string
          apiVersion string
          metadata ListMeta
          items []resource.v1.ResourceClaim !
        ResourceClaimSpec
          devices DeviceClaim
        ResourceClaimStatus
          allocation *AllocationResult
          reservedFor []ResourceClaimConsumerReference patch=merge:uid list=map:uid
          devices []AllocatedDeviceStatus list=map:driver,device,pool,shareID
        ResourceClaimTemplate
          kind string
          apiVersion string
          metadata ObjectMeta
          spec ResourceClaimTemplateSpec !
        ResourceClaimTemplateList
          kind string
          apiVersion string
          metadata ListMeta
          items []ResourceClaimTemplate !
        ResourceClaimTemplateSpec
          metadata ObjectMeta
          spec ResourceClaimSpec !
        ResourcePool
          name string !
          generation int64 !
          resourceSliceCount int64 !
        ResourceSlice
          kind string
          apiVersion string
          metadata ObjectMeta
          spec ResourceSliceSpec !
        ResourceSliceList
          kind string
          apiVersion string
          metadata ListMeta
          items []ResourceSlice !
        ResourceSliceSpec
          driver string !
          pool ResourcePool !
          nodeName *string
          nodeSelector *NodeSelector
          allNodes *bool
          devices []Device list=atomic
          perDeviceNodeSelection *bool
          sharedCounters []CounterSet list=atomic
        resource.v1.ResourceClaim
          kind string
          apiVersion string
          metadata ObjectMeta
          spec ResourceClaimSpec !
          status ResourceClaimStatus
        """#
}
