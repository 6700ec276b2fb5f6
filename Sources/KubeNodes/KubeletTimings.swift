import KubeModel

/// Every period and limit of the kubelet, with the default of Kubernetes 1.36 and where it stands.
package enum KubeletTimings {
    // MARK: The kubelet's own periods.

    /// `syncFrequency` of `KubeletConfiguration`: a pod is looked at again after this long at the latest.
    package static let syncPeriod = Duration.seconds(60)
    /// `genericPlegRelistPeriod` of `pkg/kubelet/kubelet.go`: how often the kubelet asks which containers run.
    package static let relistPeriod = Duration.seconds(1)
    /// `backOffPeriod` of `pkg/kubelet/kubelet.go`: the wait after a sync that failed.
    package static let failedSyncDelay = Duration.seconds(10)
    /// The largest share by which `completeWork` of `pkg/kubelet/pod_workers.go` stretches a wait; half of it is used
    /// here, so that two runs of one script differ less than two real clusters may.
    package static let failedSyncJitter = 0.25

    // MARK: Containers.

    /// `containerBackOffPeriod` of `pkg/kubelet/kubelet.go`: the first wait before a container is restarted again.
    package static let restartBackOff = Duration.seconds(10)
    /// `MaxCrashLoopBackOff` of `pkg/kubelet/kubelet.go`.
    package static let restartBackOffMax = Duration.seconds(300)
    /// `flowcontrol.Backoff` forgets an entry after twice its longest wait.
    package static let backOffForgotten = Duration.seconds(600)
    /// `imageBackOffPeriod` of `pkg/kubelet/kubelet.go`.
    package static let imageBackOff = Duration.seconds(10)
    /// `MaxImageBackOff` of `pkg/kubelet/kubelet.go`.
    package static let imageBackOffMax = Duration.seconds(300)
    /// `minimumGracePeriodInSeconds` of `pkg/kubelet/kuberuntime/kuberuntime_manager.go`.
    package static let gracePeriodMin = Duration.seconds(2)
    /// `containerLogMaxSize` of `KubeletConfiguration`: 10Mi, after which a log starts a new file.
    package static let logBytesMax = 10 * 1024 * 1024
    /// `MaxContainerTerminationMessageLength` of `pkg/kubelet/container/runtime.go`.
    package static let terminationMessageBytesMax = 4096
    /// `MaxContainerTerminationMessageLogLength` and `...LogLines` of the same file.
    package static let terminationLogBytesMax = 2048
    package static let terminationLogLinesMax = 80

    // MARK: Volumes.

    /// `initialDurationBeforeRetry` of `pkg/util/goroutinemap/exponentialbackoff`.
    package static let mountRetry = Duration.milliseconds(500)
    /// `maxDurationBeforeRetry` of the same package: 2m2s.
    package static let mountRetryMax = Duration.seconds(122)
    /// `podAttachAndMountTimeout` of `pkg/kubelet/volumemanager/volume_manager.go`: 2m3s.
    package static let mountTimeout = Duration.seconds(123)

    // MARK: Nodes.

    /// `nodeLeaseDurationSeconds` of `KubeletConfiguration`.
    package static let leaseSeconds = 40
    /// A kubelet renews its lease four times within its duration.
    package static let leaseRenewal = Duration.seconds(10)
    /// `maxPods` of `KubeletConfiguration`.
    package static let podsPerNode = 110

    /// `nodeStatusUpdateFrequency` of `KubeletConfiguration`.
    static let statusUpdatePeriod = Duration.seconds(10)
    /// How long a proxy takes to put changed endpoints into its rules; `minSyncPeriod` of `KubeProxyConfiguration` is a
    /// second, and a change comes in the middle of one.
    static let proxyLatency = Duration.milliseconds(500)

    // MARK: Eviction.

    /// `evictionMonitoringPeriod` of `pkg/kubelet/kubelet.go`.
    package static let evictionMonitorPeriod = Duration.seconds(10)
    /// `evictionHard` of `KubeletConfiguration`: `memory.available` below 100Mi, in bytes.
    package static let evictionMemory = 100 << 20
    /// `evictionPressureTransitionPeriod` of `KubeletConfiguration`.
    package static let pressureTransition = Duration.seconds(300)
    /// `immediateEvictionGracePeriodSeconds` of `pkg/kubelet/eviction/eviction_manager.go`.
    package static let evictionGrace = Duration.seconds(1)

    // MARK: What Kubernetes does not fix: how long a runtime takes, as measured on the recorded nodes.

    package static let watchLatency = Duration.milliseconds(50)
    package static let sandboxStart = Duration.milliseconds(250)
    package static let containerStart = Duration.milliseconds(100)
    package static let podRemoval = Duration.milliseconds(400)
    /// Asking the registry whether an image that is already here is still the newest.
    package static let manifestCheck = Duration.milliseconds(300)
    /// How long the runtime waits for a registry that does not answer.
    package static let registryTimeout = Duration.seconds(30)
    package static let failedPull = Duration.milliseconds(400)

    /// The time that a kubelet spends on one pod of those that have changed, before it comes to the next.
    package static let relistStep = Duration.milliseconds(4)
    /// So many pods are told apart by it; a few moments serve for thousands of pods.
    static let relistSteps = 16
}
