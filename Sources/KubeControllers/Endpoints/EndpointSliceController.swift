import Documents
package import KubeAPI
package import KubeModel

/// Writes the addresses of the pods behind each Service into EndpointSlices of at most a hundred.
///
/// Source: `staging/src/k8s.io/endpointslice/reconciler.go`.
package struct EndpointSliceController: Controller {
    private var triggers: [ObjectKey: TriggerTimes] = [:]
    /// How many pods each Service had, so that changes of many pods are seen together.
    private var sizes: [ObjectKey: Int] = [:]

    package init() {}
}

extension EndpointSliceController {
    package var name: String { "endpointslice-controller" }
    package var watched: [ResourceType]? { [.services, .pods, .endpointSlices] }

    static let serviceLabel = "kubernetes.io/service-name"
    static let managerLabel = "endpointslice.kubernetes.io/managed-by"
    static let manager = "endpointslice-controller.k8s.io"
    static let headlessLabel = "service.kubernetes.io/headless"

    package func wakeups(after change: ObjectChange, api: borrowing APIServer) -> [Wakeup] {
        switch change.resource.plural {
        case "services": return [Wakeup(change.object.key)]
        case "endpointslices": return wakeups(afterForeign: change)
        default:
            return ServicePods.services(after: change, api: api).map { key in
                Wakeup(key, after: Timing.podLatency + Timing.podLatencyPerPod * (sizes[key] ?? 0))
            }
        }
    }

    package mutating func reconcile(_ key: ObjectKey, api: inout APIServer) throws(APIError) -> Duration? {
        guard let object = api.get(.services, key), Service(object).selector != nil,
            Service(object).kind != .externalName
        else {
            triggers[key] = nil
            sizes[key] = nil
            return nil
        }
        let service = Service(object)
        let pods = ServicePods.backing(service, api: api)
        sizes[key] = pods.count
        let trigger = triggers[key, default: TriggerTimes()].next(service, pods)
        var plan = SlicePlan(service: service, existing: slices(of: service, api))
        plan.arrange(SliceEndpoint.groups(pods, service, api: api))
        try carryOut(plan, trigger, &api)
        return nil
    }

    /// A slice of ours that someone else deleted or changed is put right again.
    private func wakeups(afterForeign change: ObjectChange) -> [Wakeup] {
        let slice = change.object
        guard change.action == .deleted, slice.labels[Self.managerLabel]?.string == Self.manager,
            let service = slice.labels[Self.serviceLabel]?.string
        else { return [] }
        return [Wakeup(ObjectKey(namespace: slice.namespace, name: service))]
    }

    private func slices(of service: Service, _ api: borrowing APIServer) -> [Object] {
        api.list(.endpointSlices, controlledBy: service.uid).filter {
            $0.labels[Self.managerLabel]?.string == Self.manager && !$0.isTerminating
        }
    }

    private func carryOut(_ plan: SlicePlan, _ trigger: Instant?, _ api: inout APIServer) throws(APIError) {
        for var slice in plan.changed {
            slice.annotations[TriggerTimes.annotation] = trigger.map { .string($0.rfc3339) }
            if slice.name.isEmpty {
                try api.create(.endpointSlices, slice, as: user)
            } else {
                try api.update(.endpointSlices, slice, as: user)
            }
        }
        for slice in plan.deleted {
            do { try api.delete(.endpointSlices, slice.key, as: user) } catch .notFound { continue }
        }
    }
}
