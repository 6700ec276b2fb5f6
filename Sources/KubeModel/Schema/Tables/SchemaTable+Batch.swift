extension SchemaTable {
    /// Jobs, autoscalers, disruption budgets and priorities.
    static let batch = #"""
        ContainerResourceMetricSource v2
          name string(ResourceName) !
          target MetricTarget !
          container string !
        ContainerResourceMetricStatus v2
          name string(ResourceName) !
          current MetricValueStatus !
          container string !
        CronJob
          kind string
          apiVersion string
          metadata ObjectMeta
          spec CronJobSpec !
          status CronJobStatus
        CronJobList
          kind string
          apiVersion string
          metadata ListMeta
          items []CronJob !
        CronJobSpec
          schedule string !
          timeZone *string
          startingDeadlineSeconds *int64
          concurrencyPolicy string(ConcurrencyPolicy)
          suspend *bool
          jobTemplate JobTemplateSpec !
          successfulJobsHistoryLimit *int32
          failedJobsHistoryLimit *int32
        CronJobStatus
          active []ObjectReference list=atomic
          lastScheduleTime *time
          lastSuccessfulTime *time
        ExternalMetricSource v2
          metric MetricIdentifier !
          target MetricTarget !
        ExternalMetricStatus v2
          metric MetricIdentifier !
          current MetricValueStatus !
        HPAScalingPolicy v2
          type string(HPAScalingPolicyType) !
          value int32 !
          periodSeconds int32 !
        HPAScalingRules v2
          selectPolicy *string(ScalingPolicySelect)
          policies []HPAScalingPolicy list=atomic
          stabilizationWindowSeconds *int32
          tolerance *quantity
        HorizontalPodAutoscalerBehavior v2
          scaleUp *HPAScalingRules
          scaleDown *HPAScalingRules
        HorizontalPodAutoscalerCondition v2
          type string(HorizontalPodAutoscalerConditionType) !
          status string(ConditionStatus) !
          lastTransitionTime time
          reason string
          message string
        Job
          kind string
          apiVersion string
          metadata ObjectMeta
          spec JobSpec
          status JobStatus
        JobCondition
          type string(JobConditionType) !
          status string(ConditionStatus) !
          lastProbeTime time
          lastTransitionTime time
          reason string
          message string
        JobList
          kind string
          apiVersion string
          metadata ListMeta
          items []Job !
        JobSpec
          parallelism *int32
          completions *int32
          activeDeadlineSeconds *int64
          podFailurePolicy *PodFailurePolicy
          successPolicy *SuccessPolicy
          backoffLimit *int32
          backoffLimitPerIndex *int32
          maxFailedIndexes *int32
          selector *LabelSelector
          manualSelector *bool
          template PodTemplateSpec !
          ttlSecondsAfterFinished *int32
          completionMode *string(CompletionMode)
          suspend *bool
          podReplacementPolicy *string(PodReplacementPolicy)
          managedBy *string
        JobStatus
          conditions []JobCondition patch=merge:type list=atomic
          startTime *time
          completionTime *time
          active int32
          succeeded int32
          failed int32
          completedIndexes string
          uncountedTerminatedPods *UncountedTerminatedPods
          ready *int32
          failedIndexes *string
          terminating *int32
        JobTemplateSpec
          metadata ObjectMeta
          spec JobSpec
        Lease
          kind string
          apiVersion string
          metadata ObjectMeta
          spec LeaseSpec
        LeaseList
          kind string
          apiVersion string
          metadata ListMeta
          items []Lease !
        LeaseSpec
          holderIdentity *string
          leaseDurationSeconds *int32
          acquireTime *micro-time
          renewTime *micro-time
          leaseTransitions *int32
          strategy *string(CoordinatedLeaseStrategy)
          preferredHolder *string
        MetricIdentifier v2
          name string !
          selector *LabelSelector
        MetricSpec v2
          type string(MetricSourceType) !
          object *ObjectMetricSource
          pods *PodsMetricSource
          resource *ResourceMetricSource
          external *ExternalMetricSource
          containerResource *ContainerResourceMetricSource
        MetricStatus v2
          type string(MetricSourceType) !
          object *ObjectMetricStatus
          pods *PodsMetricStatus
          resource *ResourceMetricStatus
          external *ExternalMetricStatus
          containerResource *ContainerResourceMetricStatus
        MetricTarget v2
          type string(MetricTargetType) !
          value *quantity
          averageValue *quantity
          averageUtilization *int32
        MetricValueStatus v2
          value *quantity
          averageValue *quantity
          averageUtilization *int32
        ObjectMetricSource v2
          describedObject autoscaling.v2.CrossVersionObjectReference !
          target MetricTarget !
          metric MetricIdentifier !
        ObjectMetricStatus v2
          metric MetricIdentifier !
          current MetricValueStatus !
          describedObject autoscaling.v2.CrossVersionObjectReference !
        PodDisruptionBudget
          kind string
          apiVersion string
          metadata ObjectMeta
          spec PodDisruptionBudgetSpec
          status PodDisruptionBudgetStatus
        PodDisruptionBudgetList
          kind string
          apiVersion string
          metadata ListMeta
          items []PodDisruptionBudget !
        PodDisruptionBudgetSpec
          minAvailable *int-or-string
          selector *LabelSelector patch=replace
          maxUnavailable *int-or-string
          unhealthyPodEvictionPolicy *string(UnhealthyPodEvictionPolicyType)
        PodDisruptionBudgetStatus
          observedGeneration int64
          disruptedPods map[string]time
          disruptionsAllowed int32 keep
          currentHealthy int32 keep
          desiredHealthy int32 keep
          expectedPods int32 keep
          conditions []Condition patch=merge:type list=map:type
        PodFailurePolicy
          rules []PodFailurePolicyRule ! list=atomic
        PodFailurePolicyOnExitCodesRequirement
          containerName *string
          operator string(PodFailurePolicyOnExitCodesOperator) !
          values []int32 ! list=set
        PodFailurePolicyOnPodConditionsPattern
          type string(PodConditionType) !
          status string(ConditionStatus)
        PodFailurePolicyRule
          action string(PodFailurePolicyAction) !
          onExitCodes *PodFailurePolicyOnExitCodesRequirement
          onPodConditions []PodFailurePolicyOnPodConditionsPattern list=atomic
        PodsMetricSource v2
          metric MetricIdentifier !
          target MetricTarget !
        PodsMetricStatus v2
          metric MetricIdentifier !
          current MetricValueStatus !
        PriorityClass
          kind string
          apiVersion string
          metadata ObjectMeta
          value int32 keep
          globalDefault bool
          description string
          preemptionPolicy *string(PreemptionPolicy)
        PriorityClassList
          kind string
          apiVersion string
          metadata ListMeta
          items []PriorityClass !
        ResourceMetricSource v2
          name string(ResourceName) !
          target MetricTarget !
        ResourceMetricStatus v2
          name string(ResourceName) !
          current MetricValueStatus !
        SuccessPolicy
          rules []SuccessPolicyRule ! list=atomic
        SuccessPolicyRule
          succeededIndexes *string
          succeededCount *int32
        UncountedTerminatedPods
          succeeded []string list=set
          failed []string list=set
        autoscaling.v1.CrossVersionObjectReference
          kind string !
          apiVersion string
          name string !
        autoscaling.v1.HorizontalPodAutoscaler
          kind string
          apiVersion string
          metadata ObjectMeta
          spec autoscaling.v1.HorizontalPodAutoscalerSpec !
          status autoscaling.v1.HorizontalPodAutoscalerStatus
        autoscaling.v1.HorizontalPodAutoscalerList
          kind string
          apiVersion string
          metadata ListMeta
          items []autoscaling.v1.HorizontalPodAutoscaler !
        autoscaling.v1.HorizontalPodAutoscalerSpec
          scaleTargetRef autoscaling.v1.CrossVersionObjectReference !
          minReplicas *int32
          maxReplicas int32 !
          targetCPUUtilizationPercentage *int32
        autoscaling.v1.HorizontalPodAutoscalerStatus
          observedGeneration *int64
          lastScaleTime *time
          currentReplicas int32 !
          desiredReplicas int32 !
          currentCPUUtilizationPercentage *int32
        autoscaling.v2.CrossVersionObjectReference v2
          kind string !
          apiVersion string
          name string !
        autoscaling.v2.HorizontalPodAutoscaler v2
          kind string
          apiVersion string
          metadata ObjectMeta
          spec autoscaling.v2.HorizontalPodAutoscalerSpec !
          status autoscaling.v2.HorizontalPodAutoscalerStatus
        autoscaling.v2.HorizontalPodAutoscalerList v2
          kind string
          apiVersion string
          metadata ListMeta
          items []autoscaling.v2.HorizontalPodAutoscaler !
        autoscaling.v2.HorizontalPodAutoscalerSpec v2
          scaleTargetRef autoscaling.v2.CrossVersionObjectReference !
          minReplicas *int32
          maxReplicas int32 !
          metrics []MetricSpec list=atomic
          behavior *HorizontalPodAutoscalerBehavior
        autoscaling.v2.HorizontalPodAutoscalerStatus v2
          observedGeneration *int64
          lastScaleTime *time
          currentReplicas int32
          desiredReplicas int32 !
          currentMetrics []MetricStatus keep list=atomic
          conditions []HorizontalPodAutoscalerCondition patch=merge:type list=map:type
        """#
}
