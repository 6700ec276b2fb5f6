/// The resources that the cluster's own parts name.
extension ResourceType {
    package static let bindings = builtIn("bindings", group: "", version: "v1")
    package static let componentStatuses = builtIn("componentstatuses", group: "", version: "v1")
    package static let configMaps = builtIn("configmaps", group: "", version: "v1")
    package static let endpoints = builtIn("endpoints", group: "", version: "v1")
    package static let events = builtIn("events", group: "", version: "v1")
    package static let limitRanges = builtIn("limitranges", group: "", version: "v1")
    package static let namespaces = builtIn("namespaces", group: "", version: "v1")
    package static let nodes = builtIn("nodes", group: "", version: "v1")
    package static let persistentVolumeClaims = builtIn("persistentvolumeclaims", group: "", version: "v1")
    package static let persistentVolumes = builtIn("persistentvolumes", group: "", version: "v1")
    package static let pods = builtIn("pods", group: "", version: "v1")
    package static let podTemplates = builtIn("podtemplates", group: "", version: "v1")
    package static let replicationControllers = builtIn("replicationcontrollers", group: "", version: "v1")
    package static let resourceQuotas = builtIn("resourcequotas", group: "", version: "v1")
    package static let secrets = builtIn("secrets", group: "", version: "v1")
    package static let serviceAccounts = builtIn("serviceaccounts", group: "", version: "v1")
    package static let services = builtIn("services", group: "", version: "v1")
    package static let mutatingAdmissionPolicies =
        builtIn("mutatingadmissionpolicies", group: "admissionregistration.k8s.io", version: "v1")
    package static let mutatingAdmissionPolicyBindings =
        builtIn("mutatingadmissionpolicybindings", group: "admissionregistration.k8s.io", version: "v1")
    package static let mutatingWebhookConfigurations =
        builtIn("mutatingwebhookconfigurations", group: "admissionregistration.k8s.io", version: "v1")
    package static let validatingAdmissionPolicies =
        builtIn("validatingadmissionpolicies", group: "admissionregistration.k8s.io", version: "v1")
    package static let validatingAdmissionPolicyBindings =
        builtIn("validatingadmissionpolicybindings", group: "admissionregistration.k8s.io", version: "v1")
    package static let validatingWebhookConfigurations =
        builtIn("validatingwebhookconfigurations", group: "admissionregistration.k8s.io", version: "v1")
    package static let customResourceDefinitions =
        builtIn("customresourcedefinitions", group: "apiextensions.k8s.io", version: "v1")
    package static let apiServices = builtIn("apiservices", group: "apiregistration.k8s.io", version: "v1")
    package static let controllerRevisions = builtIn("controllerrevisions", group: "apps", version: "v1")
    package static let daemonSets = builtIn("daemonsets", group: "apps", version: "v1")
    package static let deployments = builtIn("deployments", group: "apps", version: "v1")
    package static let replicaSets = builtIn("replicasets", group: "apps", version: "v1")
    package static let statefulSets = builtIn("statefulsets", group: "apps", version: "v1")
    package static let selfSubjectReviews = builtIn("selfsubjectreviews", group: "authentication.k8s.io", version: "v1")
    package static let tokenReviews = builtIn("tokenreviews", group: "authentication.k8s.io", version: "v1")
    package static let localSubjectAccessReviews =
        builtIn("localsubjectaccessreviews", group: "authorization.k8s.io", version: "v1")
    package static let selfSubjectAccessReviews =
        builtIn("selfsubjectaccessreviews", group: "authorization.k8s.io", version: "v1")
    package static let selfSubjectRulesReviews =
        builtIn("selfsubjectrulesreviews", group: "authorization.k8s.io", version: "v1")
    package static let subjectAccessReviews =
        builtIn("subjectaccessreviews", group: "authorization.k8s.io", version: "v1")
    package static let horizontalPodAutoscalersV1 =
        builtIn("horizontalpodautoscalers", group: "autoscaling", version: "v1")
    package static let horizontalPodAutoscalers =
        builtIn("horizontalpodautoscalers", group: "autoscaling", version: "v2")
    package static let cronJobs = builtIn("cronjobs", group: "batch", version: "v1")
    package static let jobs = builtIn("jobs", group: "batch", version: "v1")
    package static let certificateSigningRequests =
        builtIn("certificatesigningrequests", group: "certificates.k8s.io", version: "v1")
    package static let leases = builtIn("leases", group: "coordination.k8s.io", version: "v1")
    package static let endpointSlices = builtIn("endpointslices", group: "discovery.k8s.io", version: "v1")
    package static let eventsV1 = builtIn("events", group: "events.k8s.io", version: "v1")
    package static let flowSchemas = builtIn("flowschemas", group: "flowcontrol.apiserver.k8s.io", version: "v1")
    package static let priorityLevelConfigurations =
        builtIn("prioritylevelconfigurations", group: "flowcontrol.apiserver.k8s.io", version: "v1")
    package static let ingressClasses = builtIn("ingressclasses", group: "networking.k8s.io", version: "v1")
    package static let ingresses = builtIn("ingresses", group: "networking.k8s.io", version: "v1")
    package static let ipAddresses = builtIn("ipaddresses", group: "networking.k8s.io", version: "v1")
    package static let networkPolicies = builtIn("networkpolicies", group: "networking.k8s.io", version: "v1")
    package static let serviceCIDRs = builtIn("servicecidrs", group: "networking.k8s.io", version: "v1")
    package static let runtimeClasses = builtIn("runtimeclasses", group: "node.k8s.io", version: "v1")
    package static let podDisruptionBudgets = builtIn("poddisruptionbudgets", group: "policy", version: "v1")
    package static let clusterRoleBindings =
        builtIn("clusterrolebindings", group: "rbac.authorization.k8s.io", version: "v1")
    package static let clusterRoles = builtIn("clusterroles", group: "rbac.authorization.k8s.io", version: "v1")
    package static let roleBindings = builtIn("rolebindings", group: "rbac.authorization.k8s.io", version: "v1")
    package static let roles = builtIn("roles", group: "rbac.authorization.k8s.io", version: "v1")
    package static let deviceClasses = builtIn("deviceclasses", group: "resource.k8s.io", version: "v1")
    package static let resourceClaims = builtIn("resourceclaims", group: "resource.k8s.io", version: "v1")
    package static let resourceClaimTemplates =
        builtIn("resourceclaimtemplates", group: "resource.k8s.io", version: "v1")
    package static let resourceSlices = builtIn("resourceslices", group: "resource.k8s.io", version: "v1")
    package static let priorityClasses = builtIn("priorityclasses", group: "scheduling.k8s.io", version: "v1")
    package static let csiDrivers = builtIn("csidrivers", group: "storage.k8s.io", version: "v1")
    package static let csiNodes = builtIn("csinodes", group: "storage.k8s.io", version: "v1")
    package static let csiStorageCapacities = builtIn("csistoragecapacities", group: "storage.k8s.io", version: "v1")
    package static let storageClasses = builtIn("storageclasses", group: "storage.k8s.io", version: "v1")
    package static let volumeAttachments = builtIn("volumeattachments", group: "storage.k8s.io", version: "v1")
    package static let volumeAttributesClasses =
        builtIn("volumeattributesclasses", group: "storage.k8s.io", version: "v1")

    private static func builtIn(_ plural: String, group: String, version: String) -> ResourceType {
        guard let type = ResourceRegistry.builtIn.type(plural: plural, group: group, version: version) else {
            preconditionFailure("no built-in resource \(group)/\(version) \(plural)")
        }
        return type
    }
}
