package import KubeAPI
package import KubeModel

/// All nodes of a cluster: their kubelets, containers and network.
///
/// Each pod has timers of its own; the fleet's queue holds one entry for the earliest of them, so that a cluster in
/// which nothing happens costs nothing, and no step looks at all pods.
package struct NodeFleet: Component {
    enum Event: Sendable {
        case pod(Int)
        case reportImages(Int)
        case reportCordon(Int)
        case routes(ObjectKey)
        case pressure(Int)
    }

    package let profile: ClusterProfile
    var catalog: ImageCatalog
    var kubelets: [Kubelet]
    var kubeletByName: [String: Int] = [:]
    var pools: [AddressPool]
    var workers: [PodWorker?] = []
    var freeSlots: [Int] = []
    var slotByUID: [String: Int] = [:]
    var slotByAddress: [String: Int] = [:]
    /// The endpoints of services as proxies still know them, where they lag behind the API.
    var routes: [ObjectKey: [ServiceEndpoint]] = [:]
    var pendingRoutes: Set<ObjectKey> = []
    var queue = EventQueue<Event>()
    var registry = RegistryState.up
    /// The ends of commands of `kubectl exec`, by their numbers.
    /// Commands of `kubectl exec` that have ended, until someone asks.
    var endedCommands: [ExecID: CommandSession.End] = [:]
    /// The slots of the pods in which commands of `kubectl exec` run.
    var execSlots: [ExecID: Int] = [:]
    var execCount = 0
    /// The contents of persistent volumes that are no folders of a node, by their names.
    var disks: [String: PodVolumes.StoredTree] = [:]
    /// The pods whose files come from a ConfigMap or a Secret: `ConfigMap/default/settings`.
    var volumeUsers: [String: Set<Int>] = [:]

    package init(nodes: [NodeDescription], profile: ClusterProfile, images: ImageCatalog = ImageCatalog()) {
        self.profile = profile
        catalog = images
        let networks = nodes.reduce(into: [String]()) { list, node in
            if !list.contains(node.podNetwork) { list.append(node.podNetwork) }
        }
        pools = networks.map(AddressPool.init)
        kubelets = []
        for facts in nodes {
            let pool = networks.firstIndex(of: facts.podNetwork) ?? 0
            pools[pool].reserve(facts.address)
            kubeletByName[facts.name] = kubelets.count
            kubelets.append(Kubelet(facts: facts, pool: pool))
        }
    }
}

extension NodeFleet {
    package var nextDue: Instant? { queue.nextDue }

    package mutating func observe(_ changes: ArraySlice<ObjectChange>, api: borrowing APIServer) {
        for change in changes {
            switch change.resource.plural {
            case "pods": observePod(change, now: api.now)
            case "nodes": observeNode(change, now: api.now)
            case "endpointslices": observeSlice(change, api: api)
            case "persistentvolumes": if change.action == .deleted { disks[change.object.name] = nil }
            case "configmaps", "secrets": observeConfiguration(change, now: api.now)
            default: break
            }
        }
    }

    package mutating func run(api: inout APIServer) {
        while let (due, event) = queue.pop(dueBy: api.now) {
            switch event {
            case .pod(let slot): wake(slot, due: due, api: &api)
            case .reportImages(let node): reportImages(node, api: &api)
            case .reportCordon(let node): reportCordon(node, api: &api)
            case .routes(let service): refreshRoutes(service, api: api)
            case .pressure(let node): checkPressure(ofNode: node, api: &api)
            }
        }
    }

    /// Runs what is due for one pod, unless the entry of the queue is out of date.
    private mutating func wake(_ slot: Int, due: Instant, api: inout APIServer) {
        guard workers[slot]?.wakeAt == due, var worker = take(slot) else { return }
        worker.wakeAt = nil
        guard kubelets[worker.node].state == .running else {
            workers[slot] = worker  // its timers wait for the node
            return
        }
        while let timer = worker.timers.pop(dueBy: api.now) { handle(timer, &worker, api: &api) }
        put(worker)
    }

    /// Takes a worker out of its slot, so that it can be changed without copying its parts; `put` brings it back.
    mutating func take(_ slot: Int) -> PodWorker? {
        workers[slot].take()
    }

    /// Brings a worker back and puts its earliest timer into the queue of the fleet.
    mutating func put(_ worker: consuming PodWorker) {
        let slot = worker.slot
        if let due = worker.timers.nextDue, worker.wakeAt.map({ due < $0 }) ?? true {
            worker.wakeAt = due
            queue.schedule(.pod(slot), at: due)
        }
        workers[slot] = worker
    }
}
