package import KubeModel

extension ControllerManager {
    /// The control loops that a cluster runs.
    package init(profile: ClusterProfile) {
        self.init([
            NamespaceController(), ServiceAccountController(), RootCertificateController(),
            DeploymentController(), ReplicaSetController(), ReplicaSetController(.replicationController),
            CronJobController(), JobController(), TimeToLiveController(), GarbageCollector(),
        ])
    }
}
