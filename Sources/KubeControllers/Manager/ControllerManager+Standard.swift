package import KubeModel

extension ControllerManager {
    /// The control loops that a cluster runs.
    package init(profile: ClusterProfile) {
        var controllers: [any Controller] = [
            NamespaceController(), ServiceAccountController(), RootCertificateController(),
            NodeLifecycleController(), TaintEvictionController(), PodGarbageCollector(),
            DeploymentController(), ReplicaSetController(), ReplicaSetController(.replicationController),
            StatefulSetController(), DaemonSetController(), CronJobController(), JobController(),
            EndpointSliceController(), EndpointsController(), DisruptionController(), ResourceQuotaController(),
            TimeToLiveController(), GarbageCollector(),
        ]
        switch profile {
        case .eks: controllers.append(LoadBalancerController())
        case .bare, .hollow: break
        }
        self.init(controllers)
    }
}
