package import KubeModel

extension ControllerManager {
    /// The control loops that a cluster runs.
    package init(profile: ClusterProfile, nodeCount: Int) {
        var controllers: [any Controller] = [
            NamespaceController(), ServiceAccountController(), RootCertificateController(),
            NodeLifecycleController(), TaintEvictionController(), PodGarbageCollector(),
            DeploymentController(), ReplicaSetController(), ReplicaSetController(.replicationController),
            StatefulSetController(), DaemonSetController(), CronJobController(), JobController(),
            EndpointSliceController(), EndpointsController(), EndpointSliceMirroringController(),
            DisruptionController(), ResourceQuotaController(),
            HorizontalPodAutoscalerController(), VolumeProtectionController(),
            VolumeBinderController(provisioners: Self.provisioners(of: profile)),
            ClusterRoleAggregationController(), TimeToLiveController(), GarbageCollector(),
        ]
        switch profile {
        case .eks: controllers += [LoadBalancerController(), IngressController()]
        case .bare, .hollow: break
        }
        self.init(controllers, nodeCount: nodeCount)
    }

    /// Who makes volumes in a cluster: only clouds do.
    private static func provisioners(of profile: ClusterProfile) -> Set<String> {
        switch profile {
        case .eks: ["ebs.csi.aws.com"]
        case .bare, .hollow: []
        }
    }
}
