extension SchemaTable {
    /// Controllers of pods.
    static let apps = #"""
        ControllerRevision
          kind string
          apiVersion string
          metadata ObjectMeta
          data raw
          revision int64 !
        ControllerRevisionList
          kind string
          apiVersion string
          metadata ListMeta
          items []ControllerRevision !
        DaemonSet
          kind string
          apiVersion string
          metadata ObjectMeta
          spec DaemonSetSpec
          status DaemonSetStatus
        DaemonSetCondition
          type string(DaemonSetConditionType) !
          status string(ConditionStatus) !
          lastTransitionTime time
          reason string
          message string
        DaemonSetList
          kind string
          apiVersion string
          metadata ListMeta
          items []DaemonSet !
        DaemonSetSpec
          selector *LabelSelector !
          template PodTemplateSpec !
          updateStrategy DaemonSetUpdateStrategy
          minReadySeconds int32
          revisionHistoryLimit *int32
        DaemonSetStatus
          currentNumberScheduled int32 !
          numberMisscheduled int32 !
          desiredNumberScheduled int32 !
          numberReady int32 !
          observedGeneration int64
          updatedNumberScheduled int32
          numberAvailable int32
          numberUnavailable int32
          collisionCount *int32
          conditions []DaemonSetCondition patch=merge:type list=map:type
        DaemonSetUpdateStrategy
          type string(DaemonSetUpdateStrategyType)
          rollingUpdate *RollingUpdateDaemonSet
        Deployment
          kind string
          apiVersion string
          metadata ObjectMeta
          spec DeploymentSpec
          status DeploymentStatus
        DeploymentCondition
          type string(DeploymentConditionType) !
          status string(ConditionStatus) !
          reason string
          message string
          lastUpdateTime time
          lastTransitionTime time
        DeploymentList
          kind string
          apiVersion string
          metadata ListMeta
          items []Deployment !
        DeploymentSpec
          replicas *int32
          selector *LabelSelector !
          template PodTemplateSpec !
          strategy DeploymentStrategy patch=retainKeys
          minReadySeconds int32
          revisionHistoryLimit *int32
          paused bool
          progressDeadlineSeconds *int32
        DeploymentStatus
          observedGeneration int64
          replicas int32
          updatedReplicas int32
          availableReplicas int32
          unavailableReplicas int32
          conditions []DeploymentCondition patch=merge:type list=map:type
          readyReplicas int32
          collisionCount *int32
          terminatingReplicas *int32
        DeploymentStrategy
          type string(DeploymentStrategyType)
          rollingUpdate *RollingUpdateDeployment
        ReplicaSet
          kind string
          apiVersion string
          metadata ObjectMeta
          spec ReplicaSetSpec
          status ReplicaSetStatus
        ReplicaSetCondition
          type string(ReplicaSetConditionType) !
          status string(ConditionStatus) !
          lastTransitionTime time
          reason string
          message string
        ReplicaSetList
          kind string
          apiVersion string
          metadata ListMeta
          items []ReplicaSet !
        ReplicaSetSpec
          replicas *int32
          minReadySeconds int32
          selector *LabelSelector !
          template PodTemplateSpec
        ReplicaSetStatus
          replicas int32 ! keep
          fullyLabeledReplicas int32
          observedGeneration int64
          readyReplicas int32
          availableReplicas int32
          conditions []ReplicaSetCondition patch=merge:type list=map:type
          terminatingReplicas *int32
        RollingUpdateDaemonSet
          maxUnavailable *int-or-string
          maxSurge *int-or-string
        RollingUpdateDeployment
          maxUnavailable *int-or-string
          maxSurge *int-or-string
        RollingUpdateStatefulSetStrategy
          partition *int32
          maxUnavailable *int-or-string
        StatefulSet
          kind string
          apiVersion string
          metadata ObjectMeta
          spec StatefulSetSpec
          status StatefulSetStatus
        StatefulSetCondition
          type string(StatefulSetConditionType) !
          status string(ConditionStatus) !
          lastTransitionTime time
          reason string
          message string
        StatefulSetList
          kind string
          apiVersion string
          metadata ListMeta
          items []StatefulSet !
        StatefulSetOrdinals
          start int32 keep
        StatefulSetPersistentVolumeClaimRetentionPolicy
          whenDeleted string(PersistentVolumeClaimRetentionPolicyType)
          whenScaled string(PersistentVolumeClaimRetentionPolicyType)
        StatefulSetSpec
          replicas *int32
          selector *LabelSelector !
          template PodTemplateSpec !
          volumeClaimTemplates []PersistentVolumeClaim list=atomic
          serviceName string
          podManagementPolicy string(PodManagementPolicyType)
          updateStrategy StatefulSetUpdateStrategy
          revisionHistoryLimit *int32
          minReadySeconds int32
          persistentVolumeClaimRetentionPolicy *StatefulSetPersistentVolumeClaimRetentionPolicy
          ordinals *StatefulSetOrdinals
        StatefulSetStatus
          observedGeneration int64
          replicas int32 !
          readyReplicas int32
          currentReplicas int32
          updatedReplicas int32
          currentRevision string
          updateRevision string
          collisionCount *int32
          conditions []StatefulSetCondition patch=merge:type list=map:type
          availableReplicas int32 keep
        StatefulSetUpdateStrategy
          type string(StatefulSetUpdateStrategyType)
          rollingUpdate *RollingUpdateStatefulSetStrategy
        """#
}
