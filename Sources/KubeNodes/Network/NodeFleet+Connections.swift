import Documents
import KubeAPI
import KubeModel

/// Where a connection ends: a container's process, or nobody.
extension NodeFleet {
    /// The pod that listens, and what it has there.
    struct Destination {
        var slot: Int
        var container: Int
        var listener: Listener
        /// The address and port that the pod itself sees.
        var address: String
        var port: Int
    }

    /// One who connects, as the network sees it.
    struct Origin {
        var slot: Int?
        var address: String
        var namespace: String
        /// The kubelet of the pod's own node is always let in.
        var isKubelet = false
        /// Distinguishes connections of one origin, to spread them over endpoints.
        var attempt = 0
    }

    func origin(of place: NetworkPlace, api: borrowing APIServer) -> Origin {
        switch place {
        case .pod(let key):
            let slot = api.get(.pods, key).flatMap { slotByUID[$0.uid] }
            let address = slot.flatMap { workers[$0]?.address } ?? ""
            return Origin(slot: slot, address: address, namespace: key.namespace)
        case .node(let name):
            let node = kubeletByName[name] ?? 0
            return Origin(
                slot: nil, address: kubelets.isEmpty ? "" : kubelets[node].facts.address, namespace: "default")
        case .outside: return Origin(slot: nil, address: "203.0.113.10", namespace: "default")
        }
    }

    /// Finds who answers at an address and port.
    func connect(_ origin: Origin, to address: String, port: Int, api: borrowing APIServer)
        throws(NetworkFailure) -> Destination
    {
        if address.hasPrefix("127.") {
            guard let slot = origin.slot else { throw .refused(address: address, port: port) }
            return try reach(slot, origin, seenAs: (address, port), port: port, api: api)
        }
        if let service = service(at: address, api: api) {
            return try connect(origin, toService: service, at: (address, port), api: api)
        }
        guard let slot = slotByAddress[address] else {
            guard let node = kubelets.firstIndex(where: { $0.facts.address == address }) else {
                throw .timedOut(address: address, port: port)
            }
            return try connect(origin, toNode: node, port: port, api: api)
        }
        return try reach(slot, origin, seenAs: (address, port), port: port, api: api)
    }

    private func service(at address: String, api: borrowing APIServer) -> Object? {
        guard address.hasPrefix("10.100.") else { return nil }
        return api.list(.services).first { $0["spec"]?["clusterIP"]?.string == address }
    }

    private func connect(
        _ origin: Origin, toService service: Object, at seen: (address: String, port: Int), api: borrowing APIServer
    ) throws(NetworkFailure) -> Destination {
        let port = service["spec"]?["ports"]?.array?.first { $0["port"]?.int == seen.port }
        guard hasClusterNetwork, let port else { throw .timedOut(address: seen.address, port: seen.port) }
        return try route(origin, service, port, seenAs: seen, api: api)
    }

    /// Picks an endpoint as the proxies do: by chance, or always the same one for a client with session affinity.
    private func route(
        _ origin: Origin, _ service: Object, _ port: Value, seenAs seen: (address: String, port: Int),
        api: borrowing APIServer
    ) throws(NetworkFailure) -> Destination {
        let name = port["name"]?.string ?? ""
        let candidates = routedEndpoints(of: service, api: api).compactMap { endpoint -> (String, Int)? in
            endpoint.ports.first { $0.name == name }.map { (endpoint.address, $0.number) }
        }
        guard !candidates.isEmpty else { throw .refused(address: seen.address, port: seen.port) }
        let isSticky = service["spec"]?["sessionAffinity"]?.string == "ClientIP"
        var generator = SeededGenerator(
            seed: origin.address.utf8.reduce(service.uid.utf8.reduce(11) { $0 &* 31 &+ UInt64($1) }) {
                $0 &* 31 &+ UInt64($1)
            } &+ (isSticky ? 0 : UInt64(truncatingIfNeeded: api.now.microseconds) &* 7919 &+ UInt64(origin.attempt)))
        let chosen = candidates[generator.below(candidates.count)]
        guard let slot = slotByAddress[chosen.0] else { throw .timedOut(address: seen.address, port: seen.port) }
        return try reach(slot, origin, seenAs: seen, port: chosen.1, api: api)
    }

    private func connect(_ origin: Origin, toNode node: Int, port: Int, api: borrowing APIServer)
        throws(NetworkFailure) -> Destination
    {
        let address = kubelets[node].facts.address
        guard kubelets[node].state == .running else { throw .timedOut(address: address, port: port) }
        if port >= 30_000, port <= 32_767, hasClusterNetwork {
            for service in api.list(.services) {
                guard let match = service["spec"]?["ports"]?.array?.first(where: { $0["nodePort"]?.int == port }) else {
                    continue
                }
                return try route(origin, service, match, seenAs: (address, port), api: api)
            }
        }
        for slot in workers.indices where workers[slot]?.node == node {
            guard let worker = workers[slot], worker.hasSandbox else { continue }
            if worker.address == address, let found = listener(slot, port, now: api.now) {
                return Destination(
                    slot: slot, container: found.container, listener: found.listener, address: address, port: port)
            }
            for container in worker.containers {
                guard let match = container.spec.ports.first(where: { $0.hostPort == port }) else { continue }
                return try reach(slot, origin, seenAs: (address, port), port: match.number, api: api)
            }
        }
        throw .refused(address: address, port: port)
    }

    /// Opens the connection to a pod, if policies let it through and something listens.
    private func reach(
        _ slot: Int, _ origin: Origin, seenAs seen: (address: String, port: Int), port: Int, api: borrowing APIServer
    ) throws(NetworkFailure) -> Destination {
        guard let worker = workers[slot], worker.hasSandbox, kubelets[worker.node].state == .running,
            isAllowed(origin, to: worker, port: port, api: api)
        else { throw .timedOut(address: seen.address, port: seen.port) }
        guard let found = listener(slot, port, now: api.now) else {
            throw .refused(address: seen.address, port: seen.port)
        }
        return Destination(
            slot: slot, container: found.container, listener: found.listener, address: worker.address ?? "", port: port)
    }

    /// What a pod has on a port; its containers share one network.
    private func listener(_ slot: Int, _ port: Int, now: Instant) -> (container: Int, listener: Listener)? {
        guard let worker = workers[slot] else { return nil }
        for index in worker.containers.indices where worker.containers[index].isRunning {
            guard let run = worker.containers[index].run else { continue }
            if let listener = run.listener(on: port, now: now) { return (index, listener) }
        }
        return nil
    }
}

/// What waits for connections on a port.
enum Listener: Sendable {
    case served(ServedPort)
    case shell(ShellListener)
}

extension ContainerRun {
    func listener(on port: Int, now: Instant) -> Listener? {
        switch process {
        case .service(let run):
            guard run.isListening(now: now) else { return nil }
            return run.service.ports.first { $0.number == port }.map(Listener.served)
        case .shell: return listeners.first { $0.port == port }.map(Listener.shell)
        case .endless, .answer, .missing: return nil
        }
    }
}
