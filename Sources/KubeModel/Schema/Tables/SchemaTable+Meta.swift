extension SchemaTable {
    /// What all kinds share.
    static let meta = #"""
        APIResource
          kind string !
          name string !
          namespaced bool !
          verbs []string !
          shortNames []string list=atomic
          singularName string !
          categories []string list=atomic
          group string
          version string
          storageVersionHash string
        APIResourceList
          kind string
          apiVersion string
          groupVersion string !
          resources []APIResource ! list=atomic
        Condition
          type string !
          status string(ConditionStatus) !
          observedGeneration int64
          lastTransitionTime time !
          reason string !
          message string !
        DeleteOptions
          kind string
          apiVersion string
          gracePeriodSeconds *int64
          preconditions *Preconditions
          orphanDependents *bool
          propagationPolicy *string(DeletionPropagation)
          dryRun []string list=atomic
          ignoreStoreReadErrorWithClusterBreakingPotential *bool
        LabelSelector
          matchLabels map[string]string
          matchExpressions []LabelSelectorRequirement list=atomic
        LabelSelectorRequirement
          key string !
          operator string(LabelSelectorOperator) !
          values []string list=atomic
        ListMeta
          selfLink string
          resourceVersion string
          continue string
          remainingItemCount *int64
          shardInfo *ShardInfo
        LocalObjectReference
          name string
        ManagedFieldsEntry
          apiVersion string
          manager string
          operation string(ManagedFieldsOperationType)
          time *time
          fieldsType string
          fieldsV1 *fields
          subresource string
        ObjectMeta
          name string
          generateName string
          namespace string
          selfLink string
          uid string(types.UID)
          resourceVersion string
          generation int64
          creationTimestamp time
          deletionTimestamp *time
          deletionGracePeriodSeconds *int64
          labels map[string]string
          annotations map[string]string
          ownerReferences []OwnerReference patch=merge:uid list=map:uid
          finalizers []string patch=merge list=set
          managedFields []ManagedFieldsEntry list=atomic
        ObjectReference
          kind string
          apiVersion string
          namespace string
          name string
          uid string(types.UID)
          resourceVersion string
          fieldPath string
        OwnerReference
          kind string !
          apiVersion string !
          name string !
          uid string(types.UID) !
          controller *bool
          blockOwnerDeletion *bool
        Preconditions
          uid *string(types.UID)
          resourceVersion *string
        Scale
          kind string
          apiVersion string
          metadata ObjectMeta
          spec ScaleSpec
          status ScaleStatus
        ScaleSpec
          replicas int32
        ScaleStatus
          replicas int32 !
          selector string
        SecretReference
          name string
          namespace string
        ShardInfo
          selector string !
        Status
          kind string
          apiVersion string
          metadata ListMeta
          status string
          message string
          reason string(StatusReason)
          details *StatusDetails
          code int32
        StatusCause
          reason string(CauseType)
          message string
          field string
        StatusDetails
          kind string
          name string
          group string
          causes []StatusCause list=atomic
          retryAfterSeconds int32
          uid string(types.UID)
        TypedLocalObjectReference
          kind string !
          apiGroup *string
          name string !
        TypedObjectReference
          kind string !
          apiGroup *string
          name string !
          namespace *string
        UserInfo
          username string
          uid string
          groups []string list=atomic
          extra map[string][]string
        WatchEvent
          type string !
          object raw !
        """#
}
