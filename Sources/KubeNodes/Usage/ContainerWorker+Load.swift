import KubeModel

extension ContainerWorker {
    /// A shell that waits, and all that is not known better.
    private static let idleMemory = 600 << 10

    /// Bytes in use.
    func memory(now: Instant) -> Int {
        let own: Int
        switch run?.process {
        case .service(let service): own = service.memory(now: now)
        case .shell, .endless, .answer, .missing, nil: own = Self.idleMemory
        }
        guard let leak else { return own }
        return own + leak.bytesPerSecond * max(0, Int((now - leak.since).microseconds / 1_000_000))
    }

    /// Thousandths of a processor; a limit holds it down.
    func processor(now: Instant) -> Int {
        let own: Int
        switch run?.process {
        case .service(let service):
            own = service.processor(now: now) + requests.load(each: service.service.requestCost, now: now)
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

    mutating func add(now: Instant) {
        roll(now: now)
        count += 1
    }

    /// What the requests of the last whole window cost, when each one a second costs so much.
    func load(each cost: Int, now: Instant) -> Int {
        var copy = self
        copy.roll(now: now)
        return copy.before * cost / Int(PodMetrics.resolution.components.seconds)
    }

    /// Windows lie on the readings of the metrics server.
    private mutating func roll(now: Instant) {
        let current = PodMetrics.lastReading(before: now)
        guard current > windowStart else { return }
        before = current - windowStart == PodMetrics.resolution ? count : 0
        count = 0
        windowStart = current
    }
}
