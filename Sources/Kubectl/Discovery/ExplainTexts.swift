/// What the project says of types and fields in its own words, and the values that fields of named types may have.
enum ExplainTexts {
    /// The words about a type (`Pod`) or a field (`PodSpec.containers`); empty when there are none.
    static func text(of name: String) -> String { texts[name[...]] ?? "" }

    /// By the name of the scalar type, in alphabetical order.
    static let values: [String: [String]] = [
        "AccessMode": ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"],
        "CompletionMode": ["Indexed", "NonIndexed"], "ConcurrencyPolicy": ["Allow", "Forbid", "Replace"],
        "ConditionStatus": ["False", "True", "Unknown"],
        "DNSPolicy": ["ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"],
        "DaemonSetUpdateStrategyType": ["OnDelete", "RollingUpdate"],
        "DeploymentStrategyType": ["Recreate", "RollingUpdate"],
        "HostPathType": [
            "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket",
        ],
        "IPFamily": ["", "IPv4", "IPv6"], "IPFamilyPolicy": ["PreferDualStack", "RequireDualStack", "SingleStack"],
        "MountPropagationMode": ["Bidirectional", "HostToContainer", "None"],
        "NamespacePhase": ["Active", "Terminating"],
        "NodeInclusionPolicy": ["Honor", "Ignore"], "PathType": ["Exact", "ImplementationSpecific", "Prefix"],
        "PersistentVolumeAccessMode": ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"],
        "PersistentVolumeMode": ["Block", "Filesystem"],
        "PersistentVolumeReclaimPolicy": ["Delete", "Recycle", "Retain"],
        "PodFSGroupChangePolicy": ["Always", "OnRootMismatch"],
        "PodManagementPolicyType": ["OrderedReady", "Parallel"],
        "PodPhase": ["Failed", "Pending", "Running", "Succeeded", "Unknown"], "PolicyType": ["Egress", "Ingress"],
        "PreemptionPolicy": ["Never", "PreemptLowerPriority"], "Protocol": ["SCTP", "TCP", "UDP"],
        "PullPolicy": ["Always", "IfNotPresent", "Never"], "RestartPolicy": ["Always", "Never", "OnFailure"],
        "ServiceAffinity": ["ClientIP", "None"], "ServiceExternalTrafficPolicy": ["Cluster", "Local"],
        "ServiceInternalTrafficPolicy": ["Cluster", "Local"],
        "ServiceType": ["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"],
        "StatefulSetUpdateStrategyType": ["OnDelete", "RollingUpdate"], "StorageMedium": ["", "HugePages", "Memory"],
        "TaintEffect": ["NoExecute", "NoSchedule", "PreferNoSchedule"],
        "TerminationMessagePolicy": ["FallbackToLogsOnError", "File"],
        "TolerationOperator": ["Equal", "Exists"], "URIScheme": ["HTTP", "HTTPS"],
        "UnsatisfiableConstraintAction": ["DoNotSchedule", "ScheduleAnyway"],
        "VolumeBindingMode": ["Immediate", "WaitForFirstConsumer"],
    ]

    private static let texts: [Substring: String] = {
        var texts: [Substring: String] = [:]
        for line in table.split(separator: "\n") {
            let parts = line.split(separator: "|", maxSplits: 1)
            if parts.count == 2 { texts[parts[0]] = String(parts[1]) }
        }
        return texts
    }()
}
