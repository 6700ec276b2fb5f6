package import Documents
package import KubeModel

/// `kubectl describe` of every kind.
///
/// Source: k8s.io/kubectl/pkg/describe/describe.go.
package enum Describers {
    /// The description of an object, which ends with a line end.
    ///
    /// `read` gets a list of other objects, or `nil` when the user may not or cannot read it.
    package static func text(
        _ object: Object, of resource: ResourceType, now: Instant, showsEvents: Bool = true,
        read: (RelatedList) -> [Object]?
    ) -> String {
        let describer = describers[resource.groupResource] ?? .generic
        var lists: [RelatedList: [Object]] = [:]
        for needed in describer.needs(object) { lists[needed] = read(needed) }
        var writer = DescribeWriter(now: now)
        describer.write(object, RelatedObjects(lists), &writer)
        if showsEvents, let search = EventSearch(describer.events, object, kind: resource.kind),
            let events = read(RelatedList(.events, namespace: object.namespace))
        {
            writer.events(events.filter(search.matches))
        }
        return writer.text
    }

    /// A pod template with tabs between its cells, as `kubectl rollout history --revision` prints it.
    package static func podTemplate(_ template: Value) -> String {
        var writer = DescribeWriter(now: Instant(seconds: 0))
        writer.podTemplate(template)
        return writer.unalignedText
    }

    private static let describers: [GroupResource: Describer] = Dictionary(
        uniqueKeysWithValues: (workloads + core + networking + storage + others).map { ($0.groupResource, $1) })

    private typealias Entry = (ResourceType, Describer)

    private static let workloads: [Entry] = [
        (.pods, .pod), (.replicationControllers, .replicationController), (.replicaSets, .replicaSet),
        (.deployments, .deployment), (.daemonSets, .daemonSet), (.statefulSets, .statefulSet), (.jobs, .job),
        (.cronJobs, .cronJob), (.horizontalPodAutoscalers, .horizontalPodAutoscaler),
    ]

    private static let core: [Entry] = [
        (.configMaps, .configMap), (.secrets, .secret), (.serviceAccounts, .serviceAccount),
        (.namespaces, .namespace), (.nodes, .node), (.limitRanges, .limitRange),
        (.resourceQuotas, .resourceQuota),
    ]

    private static let networking: [Entry] = [
        (.services, .service), (.endpoints, .endpoints), (.endpointSlices, .endpointSlice),
        (.ingresses, .ingress), (.ingressClasses, .ingressClass), (.networkPolicies, .networkPolicy),
        (.serviceCIDRs, .serviceCIDR), (.ipAddresses, .ipAddress),
    ]

    private static let storage: [Entry] = [
        (.persistentVolumes, .persistentVolume), (.persistentVolumeClaims, .persistentVolumeClaim),
        (.storageClasses, .storageClass), (.volumeAttributesClasses, .volumeAttributesClass),
        (.csiNodes, .csiNode),
    ]

    private static let others: [Entry] = [
        (.podDisruptionBudgets, .podDisruptionBudget), (.priorityClasses, .priorityClass), (.roles, .role),
        (.clusterRoles, .role), (.roleBindings, .roleBinding), (.clusterRoleBindings, .roleBinding),
        (.certificateSigningRequests, .certificateSigningRequest),
    ]
}
