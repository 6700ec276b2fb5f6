package import KubeModel

extension ControllerManager {
    /// The control loops that a cluster runs.
    package init(profile: ClusterProfile) {
        self.init([
            ReplicaSetController(), ReplicaSetController(.replicationController), DeploymentController(),
            NamespaceController(), ServiceAccountController(), RootCertificateController(), GarbageCollector(),
        ])
    }
}
