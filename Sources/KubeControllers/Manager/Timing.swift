/// Every interval of the control plane, with where it comes from.
///
/// Sources are paths in kubernetes/kubernetes unless they say otherwise. The latencies have no source: they stand for
/// what a watch event and a handler take in a small, idle cluster.
package enum Timing {
    // MARK: Latencies

    /// From a write to the reconcile that it causes.
    package static let watchLatency = Duration.milliseconds(5)
    /// From a new claim to the volume binder's first look at it: before `schedulingLatency`.
    package static let newClaimLatency = Duration.milliseconds(1)
    /// From a change of one of many pods to the reconcile of their owner, so that changes are seen together.
    package static let podLatency = Duration.milliseconds(10)
    /// What each pod of an owner adds to `podLatency`: the more pods, the more changes are seen together.
    package static let podLatencyPerPod = Duration.microseconds(20)
    /// From the end of an owner to the deletion of what it owned.
    package static let garbageCollectionLatency = Duration.milliseconds(10)
    /// From a pod in the queue to its binding.
    package static let schedulingLatency = Duration.milliseconds(3)

    // MARK: Work queues

    /// Pauses after errors begin here and double: client-go `util/workqueue/default_rate_limiters.go`.
    package static let retryPauseFirst = Duration.milliseconds(5)
    package static let retryPauseMax = Duration.seconds(1000)
    /// No controller asks for itself in less than this, so that a timer that is due now moves the clock.
    package static let requeueMin = Duration.microseconds(1)

    // MARK: Clients

    /// `--kube-api-qps` of the kube-controller-manager; its burst is half as much again.
    package static let clientWritesPerSecond = 20
    /// Whoever runs hundreds of nodes raises the rate with them; no constant of Kubernetes.
    package static let clientWritesPerSecondAndNode = 5

    // MARK: Workloads

    /// Pods that one sync of a ReplicaSet creates or deletes: `pkg/controller/replicaset/replica_set.go` BurstReplicas.
    package static let replicaSetBurst = 500
    /// `pkg/controller/daemon/daemon_controller.go` BurstReplicas.
    package static let daemonSetBurst = 250
    /// The first batch of creations, doubled while they succeed: `pkg/controller/controller_utils.go` SlowStartInitialBatchSize.
    package static let slowStartFirstBatch = 1
    /// Added to a deployment's progress deadline before it is looked at again: `pkg/controller/deployment/progress.go`.
    package static let progressCheckDelay = Duration.seconds(1)
    /// `pkg/controller/deployment/util/deployment_util.go` maxRevHistoryLengthInChars.
    package static let revisionHistoryLengthMax = 2000
    /// Failed pods of a DaemonSet are replaced at this pace at first: `pkg/controller/daemon/daemon_controller.go`.
    package static let failedDaemonPauseFirst = Duration.seconds(1)
    package static let failedDaemonPauseMax = Duration.seconds(15 * 60)

    // MARK: Jobs

    /// Changes of pods wait this long for each other: `pkg/controller/job/job_controller.go` syncJobBatchPeriod.
    package static let jobBatchPeriod = Duration.seconds(1)
    /// `DefaultJobPodFailureBackOff` and `MaxJobPodFailureBackOff`.
    package static let jobFailurePauseFirst = Duration.seconds(10)
    package static let jobFailurePauseMax = Duration.seconds(600)
    /// `MaxPodCreateDeletePerSync`
    package static let jobBurst = 500
    /// `MaxUncountedPods`
    package static let jobUncountedMax = 500
    /// Jobs start this long after the moment of the schedule: `pkg/controller/cronjob/cronjob_controllerv2.go` nextScheduleDelta.
    package static let scheduleDelay = Duration.milliseconds(100)
    /// More missed starts than this are not counted: `pkg/controller/cronjob/utils.go`.
    package static let missedStartsMax = 100

    // MARK: Namespaces and garbage

    /// Before the contents of a namespace are deleted: `pkg/controller/namespace/namespace_controller.go` namespaceDeletionGracePeriod.
    package static let namespaceDeletionGrace = Duration.seconds(5)
    /// What finalizers of contents are expected to take: `deletion/namespaced_resources_deleter.go` finalizerEstimateSeconds.
    package static let finalizerEstimateSeconds = 15

    // MARK: Nodes

    /// `--node-monitor-period`
    package static let nodeMonitorPeriod = Duration.seconds(5)
    /// `--node-monitor-grace-period`, 50 s since 1.32.
    package static let nodeMonitorGrace = Duration.seconds(50)

    /// How often the pod garbage collector looks: `pkg/controller/podgc/gc_controller.go` gcCheckPeriod.
    package static let podCollectorPeriod = Duration.seconds(20)
    /// How long a node must be gone before its pods go: quarantineTime of the same file.
    package static let podCollectorQuarantine = Duration.seconds(40)

    // MARK: Disruption

    /// An eviction that was allowed but not carried out is forgotten: `pkg/controller/disruption/disruption.go` DeletionTimeout.
    package static let evictionForgotten = Duration.seconds(120)

    // MARK: Scheduler

    /// `podInitialBackoffSeconds` and `podMaxBackoffSeconds` of the scheduler's configuration.
    package static let schedulingPauseFirst = Duration.seconds(1)
    package static let schedulingPauseMax = Duration.seconds(10)
    /// `pkg/scheduler/backend/queue/scheduling_queue.go` DefaultPodMaxInUnschedulablePodsDuration.
    package static let unschedulableFlush = Duration.seconds(300)

    // MARK: Scaling, volumes, load balancers

    /// `--horizontal-pod-autoscaler-sync-period`
    package static let autoscalerPeriod = Duration.seconds(15)
    /// `--horizontal-pod-autoscaler-downscale-stabilization`
    package static let downscaleStabilization = Duration.seconds(300)
    /// `--horizontal-pod-autoscaler-cpu-initialization-period`
    package static let cpuInitialization = Duration.seconds(300)
    /// `--horizontal-pod-autoscaler-initial-readiness-delay`
    package static let initialReadinessDelay = Duration.seconds(30)
    /// `--horizontal-pod-autoscaler-tolerance`
    package static let autoscalerTolerance = 0.1
    /// `--pvclaimbinder-sync-period`
    package static let volumeBinderPeriod = Duration.seconds(15)
    /// What a volume of a cloud takes from claim to volume; observed with the EBS driver, no constant.
    package static let provisioningTime = Duration.seconds(3)
    /// What a load balancer of a cloud takes to get its host name; observed on EKS, no constant.
    package static let loadBalancerTime = Duration.seconds(2)
}
