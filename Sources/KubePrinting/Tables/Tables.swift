import Documents
package import KubeModel

/// The tables that the API server makes of its resources, in their wide form.
///
/// Source: k8s.io/kubernetes/pkg/printers/internalversion/printers.go; the server always fills the wide columns and
/// never clips addresses, kubectl chooses what to show.
package enum Tables {
    /// The table of a built-in resource, by kind and whatever its version.
    package static func table(for resource: ResourceType) -> TableDefinition {
        definitions[resource.groupResource] ?? .createdAt
    }

    private static let definitions: [GroupResource: TableDefinition] = Dictionary(
        uniqueKeysWithValues: (core + workloads + networking + storage + policy + access + extensions).map {
            ($0.groupResource, $1)
        })

    private typealias Entry = (ResourceType, TableDefinition)

    private static let core: [Entry] = [
        (.componentStatuses, .componentStatuses), (.configMaps, .configMaps), (.endpoints, .endpoints),
        (.events, .events), (.eventsV1, .events), (.namespaces, .namespaces), (.nodes, .nodes), (.pods, .pods),
        (.podTemplates, .podTemplates), (.resourceQuotas, .resourceQuotas), (.secrets, .secrets),
        (.serviceAccounts, .serviceAccounts), (.services, .services), (.leases, .leases),
        (.runtimeClasses, .runtimeClasses),
    ]

    private static let workloads: [Entry] = [
        (.replicationControllers, .replicationControllers), (.replicaSets, .replicaSets),
        (.deployments, .deployments), (.daemonSets, .daemonSets), (.statefulSets, .statefulSets),
        (.controllerRevisions, .controllerRevisions), (.jobs, .jobs), (.cronJobs, .cronJobs),
        (.horizontalPodAutoscalers, .horizontalPodAutoscalers),
    ]

    private static let networking: [Entry] = [
        (.ingresses, .ingresses), (.ingressClasses, .ingressClasses), (.networkPolicies, .networkPolicies),
        (.endpointSlices, .endpointSlices), (.serviceCIDRs, .serviceCIDRs), (.ipAddresses, .ipAddresses),
    ]

    private static let storage: [Entry] = [
        (.persistentVolumes, .persistentVolumes), (.persistentVolumeClaims, .persistentVolumeClaims),
        (.storageClasses, .storageClasses), (.volumeAttachments, .volumeAttachments),
        (.volumeAttributesClasses, .volumeAttributesClasses), (.csiDrivers, .csiDrivers), (.csiNodes, .csiNodes),
        (.csiStorageCapacities, .csiStorageCapacities),
    ]

    private static let policy: [Entry] = [
        (.podDisruptionBudgets, .podDisruptionBudgets), (.priorityClasses, .priorityClasses),
        (.flowSchemas, .flowSchemas), (.priorityLevelConfigurations, .priorityLevelConfigurations),
    ]

    private static let access: [Entry] = [
        (.roleBindings, .roleBindings), (.clusterRoleBindings, .roleBindings),
        (.certificateSigningRequests, .certificateSigningRequests),
    ]

    private static let extensions: [Entry] = [
        (.mutatingWebhookConfigurations, .webhookConfigurations),
        (.validatingWebhookConfigurations, .webhookConfigurations),
        (.validatingAdmissionPolicies, .validatingAdmissionPolicies),
        (.mutatingAdmissionPolicies, .mutatingAdmissionPolicies),
        (.validatingAdmissionPolicyBindings, .admissionPolicyBindings),
        (.mutatingAdmissionPolicyBindings, .admissionPolicyBindings), (.apiServices, .apiServices),
        (.deviceClasses, .nameAndAge), (.resourceClaimTemplates, .nameAndAge),
        (.resourceClaims, .resourceClaims), (.resourceSlices, .resourceSlices),
    ]
}

extension TableDefinition {
    /// Resources without a printer of their own: limit ranges, roles, custom resource definitions.
    ///
    /// Source: k8s.io/apiserver/pkg/registry/rest/table.go.
    package static let createdAt = TableDefinition([
        .name,
        Column(ColumnHeading("Created At", type: .date)) { object, _ in
            .string(object.creationTimestamp?.rfc3339 ?? "<unknown>")
        },
    ])

    /// Custom resources without printer columns, and resources that have nothing else to tell.
    package static let nameAndAge = TableDefinition([.name, .age])
}
