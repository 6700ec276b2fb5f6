package import KubeModel

/// What a container uses at a moment, as `kubectl top` shows it.
package struct ContainerUsage: Hashable, Sendable {
    package var container: String
    /// Thousandths of a processor.
    package var processor: Int
    /// Bytes.
    package var memory: Int
}

extension NodeFleet {
    /// What the containers of a pod use; `nil` when it does not run.
    package func usage(ofPod uid: String, now: Instant) -> [ContainerUsage]? {
        guard let slot = slotByUID[uid], let worker = workers[slot], kubelets[worker.node].state == .running else {
            return nil
        }
        let running = worker.containers.filter(\.isRunning)
        guard !running.isEmpty else { return nil }
        return running.map { container in
            ContainerUsage(
                container: container.spec.name, processor: container.processor(now: now),
                memory: container.memory(now: now))
        }
    }

    /// What a whole node uses, its own programs included.
    package func usage(ofNode name: String, now: Instant) -> ContainerUsage? {
        guard let node = kubeletByName[name], kubelets[node].state == .running else { return nil }
        var total = ContainerUsage(container: name, processor: 45, memory: 620 << 20)
        for worker in workers {
            guard let worker, worker.node == node else { continue }
            for container in worker.containers where container.isRunning {
                total.processor += container.processor(now: now)
                total.memory += container.memory(now: now)
            }
        }
        return total
    }
}

extension ContainerWorker {
    /// A shell that waits, and all that is not known better.
    private static let idleMemory = 600 << 10

    func memory(now: Instant) -> Int {
        let own: Int
        switch run?.process {
        case .service(let service): own = service.memory(now: now)
        case .shell, .endless, .answer, .missing, nil: own = Self.idleMemory
        }
        guard let leak else { return own }
        return own + leak.bytesPerSecond * Int((now - leak.since).microseconds / 1_000_000)
    }

    /// Thousandths of a processor; a limit holds it down.
    func processor(now: Instant) -> Int {
        let own: Int
        switch run?.process {
        case .service(let service):
            own = service.processor(now: now) + requests.perSecond(now: now) * service.service.requestCost
        case .shell(let shell): own = shell.isBusy ? 1000 : 0
        case .endless, .answer, .missing, nil: own = 0
        }
        guard let limit = spec.limit("cpu").map({ Int($0.milliUnits) }), limit > 0 else { return own }
        return min(own, limit)
    }
}

/// How many requests a container has had lately.
struct RequestRate: Hashable, Sendable {
    private var windowStart = Instant(seconds: 0)
    private var count = 0
    private var before = 0

    /// Seconds over which requests are counted, as the metrics server looks back.
    private static let window = Duration.seconds(15)

    mutating func add(now: Instant) {
        roll(now: now)
        count += 1
    }

    func perSecond(now: Instant) -> Int {
        var copy = self
        copy.roll(now: now)
        return (copy.before + copy.count) / 15
    }

    private mutating func roll(now: Instant) {
        guard now - windowStart >= Self.window else { return }
        before = now - windowStart < Self.window * 2 ? count : 0
        count = 0
        windowStart = now
    }
}
