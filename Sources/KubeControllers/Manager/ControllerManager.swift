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
    /// How fast each may write, in the order of the controllers.
    private var rates: [ClientRate]

    package init(_ controllers: [any Controller], nodeCount: Int = 3) {
        self.controllers = controllers
        let perSecond = Double(max(Timing.clientWritesPerSecond, nodeCount * Timing.clientWritesPerSecondAndNode))
        rates = controllers.map { _ in ClientRate(perSecond: perSecond, burst: perSecond * 1.5) }
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
            let opens = rates[item.controller].opens(now: api.now)
            guard opens <= api.now else {
                queue.add(item, at: opens)
                continue
            }
            let revision = api.store.revision
            defer { rates[item.controller].take(Self.writes(since: revision, api: api), now: api.now) }
            do {
                let again = try controllers[item.controller].reconcile(item.key, api: &api)
                queue.forgetFailures(of: item)
                if let again { queue.add(item, at: api.now + max(again, Timing.requeueMin)) }
            } catch {
                queue.retry(item, now: api.now)
            }
        }
    }

    /// Events have a client of their own.
    private static func writes(since revision: Int64, api: borrowing APIServer) -> Int {
        api.changes(since: revision)?.count { $0.resource.plural != "events" } ?? 0
    }
}
