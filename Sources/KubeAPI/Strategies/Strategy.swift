import Documents
import KubeModel

/// What the server does for one resource beyond what it does for all: `PrepareForCreate` and its relatives.
///
/// Source: `pkg/registry/*/*/strategy.go`.
struct Strategy: Sendable {
    /// `metadata.generation` counts the changes of `generationFields`.
    var countsGenerations = false
    var generationFields = ["spec"]
    /// A change of the annotations is a new generation as well.
    var countsAnnotations = false
    /// The status is written by its subresource alone.
    var hasStatus = false
    var defaultPropagation = RequestOptions.PropagationPolicy.background
    var prepareForCreate: (@Sendable (inout Object, inout APIServer) throws(APIError) -> Void)?
    var prepareForUpdate: (@Sendable (inout Object, _ old: Object) -> Void)?
    /// Hands out what must be unique in the cluster, after validation: addresses and ports.
    var allocate: (@Sendable (inout Object, _ old: Object?, inout APIServer) throws(APIError) -> Void)?
}

extension Strategy {
    static func of(_ resource: ResourceType) -> Strategy {
        guard !resource.schemaType.isEmpty else { return .customResource(resource) }
        return table[resource.groupResource] ?? Strategy(hasStatus: resource.subresources.contains("status"))
    }

    private static let table: [GroupResource: Strategy] = {
        var table: [GroupResource: Strategy] = [:]
        for type in ResourceRegistry.builtIn.types where counted.contains(type.plural) && type.group != "events.k8s.io"
        {
            table[type.groupResource] = Strategy(
                countsGenerations: true, hasStatus: type.subresources.contains("status"))
        }
        table[ResourceType.pods.groupResource] = .pods
        table[ResourceType.services.groupResource] = .services
        table[ResourceType.namespaces.groupResource] = .namespaces
        table[ResourceType.jobs.groupResource] = .jobs
        table[ResourceType.daemonSets.groupResource] = .daemonSets
        table[ResourceType.endpointSlices.groupResource] = .endpointSlices
        table[ResourceType.limitRanges.groupResource] = .limitRanges
        table[ResourceType.persistentVolumes.groupResource] = .persistentVolumes
        table[ResourceType.persistentVolumeClaims.groupResource] = .persistentVolumeClaims
        table[ResourceType.customResourceDefinitions.groupResource] = .customResourceDefinitions
        table[ResourceType.replicationControllers.groupResource]?.defaultPropagation = .orphan
        table[ResourceType.deployments.groupResource]?.countsAnnotations = true
        for type in [
            ResourceType.priorityClasses, .mutatingWebhookConfigurations, .validatingWebhookConfigurations,
            .ingressClasses,
        ] {
            table[type.groupResource]?.generationFields = ["spec", "value", "webhooks", "globalDefault", "description"]
        }
        return table
    }()

    /// The resources whose strategies set `Generation = 1`.
    private static let counted: Set<String> = [
        "deployments", "replicasets", "statefulsets", "daemonsets", "replicationcontrollers", "cronjobs", "jobs",
        "pods",
        "poddisruptionbudgets", "ingresses", "networkpolicies", "customresourcedefinitions", "ingressclasses",
        "priorityclasses", "flowschemas", "prioritylevelconfigurations", "mutatingwebhookconfigurations",
        "validatingwebhookconfigurations", "validatingadmissionpolicies", "validatingadmissionpolicybindings",
        "mutatingadmissionpolicies", "mutatingadmissionpolicybindings", "endpointslices", "deviceclasses",
        "resourceslices",
    ]

    private static func customResource(_ resource: ResourceType) -> Strategy {
        Strategy(
            countsGenerations: true, generationFields: ["spec"], hasStatus: resource.subresources.contains("status"))
    }
}
