import Documents
import KubeModel

/// Fills in what a manifest leaves out, as the server's defaulting functions do; an object is then complete.
///
/// Source: pkg/apis/*/v1/defaults.go and the conversions of deprecated fields in pkg/apis/*/v1/conversion.go.
enum Defaults {
    static func apply(to object: inout Object, resource: ResourceType) {
        byType[resource.schemaType]?(&object)
    }

    private static let byType: [String: @Sendable (inout Object) -> Void] = [
        "Pod": pod, "PodTemplate": podTemplate, "ReplicationController": replicationController, "Service": service,
        "Namespace": namespace, "Secret": secret, "LimitRange": limitRange, "Endpoints": endpoints, "Node": node,
        "PersistentVolume": persistentVolume, "PersistentVolumeClaim": persistentVolumeClaim,
        "Deployment": deployment, "ReplicaSet": replicaSet, "DaemonSet": daemonSet, "StatefulSet": statefulSet,
        "Job": job, "CronJob": cronJob,
        "autoscaling.v2.HorizontalPodAutoscaler": horizontalPodAutoscaler,
        "autoscaling.v1.HorizontalPodAutoscaler": { $0.with("spec") { $0.setDefault("minReplicas", 1) } },
        "IngressClass": ingressClass, "NetworkPolicy": networkPolicy, "EndpointSlice": endpointSlice,
        "RoleBinding": roleBinding, "ClusterRoleBinding": roleBinding,
        "StorageClass": storageClass, "CSIDriver": csiDriver, "PriorityClass": priorityClass,
        "CustomResourceDefinition": customResourceDefinition, "APIService": apiService,
        "MutatingWebhookConfiguration": mutatingWebhooks, "ValidatingWebhookConfiguration": validatingWebhooks,
        "ValidatingAdmissionPolicy": admissionPolicy, "MutatingAdmissionPolicy": admissionPolicy,
        "ValidatingAdmissionPolicyBinding": admissionPolicyBinding,
        "MutatingAdmissionPolicyBinding": admissionPolicyBinding,
        "FlowSchema": flowSchema, "PriorityLevelConfiguration": priorityLevel,
        "resource.v1.ResourceClaim": { $0.with("spec", resourceClaimSpec) },
        "ResourceClaimTemplate": { $0.with("spec") { $0.with("spec", resourceClaimSpec) } },
    ]
}

/// Changes of parts of an object in place.
extension Object {
    /// Sets a member that is missing.
    mutating func setDefault(_ key: String, _ value: Value) {
        if self[key] == nil { self[key] = value }
    }

    /// Changes a member that is an object; nothing happens when there is none.
    mutating func with(_ key: String, _ body: (inout Object) -> Void) {
        guard case .object(var child)? = self[key] else { return }
        self[key] = .null  // gives up our reference, so that the member is changed in place
        body(&child)
        self[key] = .object(child)
    }

    /// Changes a member that is an object, made when it is missing.
    mutating func making(_ key: String, _ body: (inout Object) -> Void) {
        setDefault(key, .object(Object()))
        with(key, body)
    }

    /// Changes every element of a list of objects.
    mutating func withEach(_ key: String, _ body: (inout Object) -> Void) {
        guard case .array(var elements)? = self[key] else { return }
        self[key] = .null
        for index in elements.indices {
            guard case .object(var element) = elements[index] else { continue }
            elements[index] = .null
            body(&element)
            elements[index] = .object(element)
        }
        self[key] = .array(elements)
    }
}
