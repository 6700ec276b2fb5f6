package import KubeAPI
package import KubeModel

/// Runs the control loops of the cluster: the kube-controller-manager.
package struct ControllerManager: Component {
    private var controllers: [any Controller]
    /// The places of those that watch a resource, in order.
    private var watchers: [GroupResource: [Int]] = [:]
    /// The places of those that watch everything.
    private let omnivores: [Int]
    private var queue = WorkQueue()

    package init(_ controllers: [any Controller]) {
        self.controllers = controllers
        omnivores = controllers.indices.filter { controllers[$0].watched == nil }
        for index in controllers.indices {
            for resource in controllers[index].watched ?? [] {
                watchers[resource.groupResource, default: []].append(index)
            }
        }
    }
}

extension ControllerManager {
    package var nextDue: Instant? { queue.nextDue }

    package mutating func observe(_ changes: ArraySlice<ObjectChange>, api: borrowing APIServer) {
        let now = api.now
        for change in changes {
            for index in (watchers[change.resource.groupResource] ?? []) + omnivores {
                for wakeup in controllers[index].wakeups(after: change, api: api) {
                    queue.add(WorkQueue.Item(controller: index, key: wakeup.key), at: now + wakeup.delay)
                }
            }
        }
    }

    package mutating func run(api: inout APIServer) {
        while let item = queue.pop(dueBy: api.now) {
            do {
                let again = try controllers[item.controller].reconcile(item.key, api: &api)
                queue.forgetFailures(of: item)
                if let again { queue.add(item, at: api.now + max(again, Timing.requeueMin)) }
            } catch {
                queue.retry(item, now: api.now)
            }
        }
    }
}
