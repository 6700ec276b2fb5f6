import Documents
import KubeModel

/// Where the server's own structs differ from those of the API.
enum InternalStructTable {
    struct Field {
        let name: String
        let value: Value?
        let schema: SchemaField
    }

    /// The fields of a struct in their order, with the values that an object gives them.
    static func fields(of type: String, _ value: Value) -> [Field] {
        let host = type == "PodSecurityContext"
        let names = orders[type] ?? plainNames(of: type)
        return names.compactMap { name in
            guard let field = field(name, of: host && hostFields.contains(name) ? "PodSpec" : type) else { return nil }
            return Field(
                name: exportedNames["\(type).\(name)"] ?? InternalStructs.exported(name), value: value[name],
                schema: field)
        }
    }

    private static func field(_ name: String, of type: String) -> SchemaField? {
        Schema.builtIn.type(embedded[type] ?? type)?.field(name)
    }

    private static func plainNames(of type: String) -> [String] {
        let fields = Schema.builtIn.type(embedded[type] ?? type)?.fields ?? []
        // Go declares an embedded reference before the struct's own fields.
        let references = fields.filter { $0.embedding == "LocalObjectReference" }
        let others = fields.filter { $0.embedding != "LocalObjectReference" }
        return (references + others).map(\.name).filter { $0 != "kind" || type != "Pod" }
    }

    /// Structs that the API knows only as part of another one.
    private static let embedded = ["PersistentVolumeSource": "PersistentVolumeSpec"]

    /// Fields that the API has in the spec and the server in the security context.
    static let hostFields: Set<String> = ["hostNetwork", "hostPID", "hostIPC", "shareProcessNamespace", "hostUsers"]

    private static let exportedNames = [
        "VolumeMount.subPathExpr": "SubPathExpr", "PodSpec.serviceAccountName": "ServiceAccountName",
        "SecretVolumeSource.secretName": "SecretName",
    ]

    private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

    private static let orders: [String: [String]] = [
        "PodSpec": words(
            "volumes initContainers containers ephemeralContainers restartPolicy terminationGracePeriodSeconds "
                + "activeDeadlineSeconds dnsPolicy nodeSelector serviceAccountName automountServiceAccountToken nodeName "
                + "securityContext imagePullSecrets hostname subdomain setHostnameAsFQDN affinity schedulerName "
                + "tolerations hostAliases priorityClassName priority preemptionPolicy dnsConfig readinessGates "
                + "runtimeClassName overhead enableServiceLinks topologySpreadConstraints os schedulingGates "
                + "resourceClaims resources hostnameOverride schedulingGroup"),
        "PodSecurityContext": words(
            "hostNetwork hostPID hostIPC shareProcessNamespace hostUsers seLinuxOptions windowsOptions runAsUser "
                + "runAsGroup runAsNonRoot supplementalGroups supplementalGroupsPolicy fsGroup fsGroupChangePolicy "
                + "sysctls seccompProfile appArmorProfile seLinuxChangePolicy"),
        "Volume": words(
            "name hostPath emptyDir gcePersistentDisk awsElasticBlockStore gitRepo secret nfs iscsi glusterfs "
                + "persistentVolumeClaim rbd quobyte flexVolume cinder cephfs flocker downwardAPI fc azureFile configMap "
                + "vsphereVolume azureDisk photonPersistentDisk projected portworxVolume scaleIO storageos csi ephemeral "
                + "image"),
        "VolumeProjection": words("secret downwardAPI configMap serviceAccountToken clusterTrustBundle podCertificate"),
        "ContainerPort": words("name hostPort containerPort protocol hostIP"),
        "VolumeMount": words(
            "name readOnly recursiveReadOnly mountPath subPath mountPropagation subPathExpr"),
        "PersistentVolumeSource": words(
            "gcePersistentDisk awsElasticBlockStore hostPath glusterfs nfs rbd quobyte iscsi flexVolume cinder cephfs fc "
                + "flocker azureFile vsphereVolume azureDisk photonPersistentDisk portworxVolume scaleIO local storageos "
                + "csi"),
        "PersistentVolumeClaimSpec": words(
            "accessModes selector resources volumeName storageClassName volumeMode dataSource dataSourceRef "
                + "volumeAttributesClassName"),
        "SuccessPolicy": ["rules"],
        "ConfigMapProjection": words("name items optional"), "SecretProjection": words("name items optional"),
        "ConfigMapVolumeSource": words("name items defaultMode optional"),
        "ConfigMapKeySelector": words("name key optional"), "SecretKeySelector": words("name key optional"),
        "ConfigMapEnvSource": words("name optional"), "SecretEnvSource": words("name optional"),
    ]
}
