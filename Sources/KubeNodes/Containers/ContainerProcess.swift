import KubeModel

/// What runs as the first process of a container.
enum ContainerProcess: Sendable {
    /// Runs for ever and is deaf: what a hollow node has for containers.
    case endless
    /// A program of the image that does what it was made for.
    case service(ServiceRun)
    /// A shell, or a small tool of one.
    case shell(ShellRun)
    /// Prints something and ends.
    case answer(ProgramAnswer)
    /// There is nothing to run under this name.
    case missing(message: String)
}

/// What a process has done when it was looked at.
struct ProcessStep: Sendable {
    var output: [(time: Instant, text: String)] = []
    var exit: ProcessExit?
}

struct ProcessExit: Hashable, Sendable {
    var code: Int32
    /// `OOMKilled`; empty for an ordinary end.
    var reason = ""
}

/// A service of an image at work.
struct ServiceRun: Sendable {
    let service: ProgramService
    let startedAt: Instant
    /// Variables that it needs and does not have: it only complains.
    let isIncomplete: Bool
    /// The memory that it may use before it is killed, in bytes.
    let memoryLimit: Int?
    private var printed = 0
    /// When it ends, and how, after it was asked to stop.
    private var ending: (at: Instant, code: Int32)?

    init(_ service: ProgramService, environment: [(name: String, value: String)], memoryLimit: Int?, now: Instant) {
        self.service = service
        self.memoryLimit = memoryLimit
        startedAt = now
        let names = Set(environment.lazy.filter { !$0.value.isEmpty }.map(\.name))
        isIncomplete = !(service.needs?.variables.allSatisfy(names.contains) ?? true)
    }
}

extension ServiceRun {
    /// It answers on its ports; one that was asked to end closes them at once.
    func isListening(now: Instant) -> Bool {
        !isIncomplete && ending == nil && now >= startedAt + service.startDuration
    }

    var nextDue: Instant? {
        if isIncomplete { return startedAt + service.startDuration }
        let line = printed < service.log.count ? startedAt + service.log[printed].after : nil
        return [line, ending?.at, ownEnd, outOfMemory].compactMap { $0 }.min()
    }

    mutating func advance(now: Instant) -> ProcessStep {
        var step = ProcessStep()
        if isIncomplete, let needs = service.needs {
            step.output = [(startedAt + service.startDuration, needs.message)]
            step.exit = ProcessExit(code: needs.exitCode)
            return step
        }
        let end = [ending?.at, ownEnd, outOfMemory].compactMap { $0 }.min()
        while printed < service.log.count {
            let line = service.log[printed]
            let time = startedAt + line.after
            guard time <= now, end.map({ time <= $0 }) ?? true else { break }
            step.output.append((time, line.text))
            printed += 1
        }
        guard let end, end <= now else { return step }
        if end == outOfMemory {
            step.exit = ProcessExit(code: 137, reason: "OOMKilled")
        } else if let ending, ending.at == end {
            step.exit = ProcessExit(code: ending.code)
        } else {
            step.exit = ProcessExit(code: service.exitCode)
        }
        return step
    }

    /// Asks it to end, as `TERM` and the image's own stop signal do.
    mutating func terminate(now: Instant) {
        guard ending == nil else { return }
        ending = (now + service.stopDuration, service.stopExitCode)
    }

    private var ownEnd: Instant? { service.lasts.map { startedAt + $0 } }

    private var outOfMemory: Instant? {
        guard let memoryLimit else { return nil }
        return service.memory.first { $0.amount > memoryLimit }.map { startedAt + $0.after }
    }

    func memory(now: Instant) -> Int { Self.amount(service.memory, now - startedAt) }
    func processor(now: Instant) -> Int { Self.amount(service.processor, now - startedAt) }

    private static func amount(_ points: [ProgramService.LoadPoint], _ age: Duration) -> Int {
        points.last { $0.after <= age }?.amount ?? 0
    }
}

extension ContainerProcess {
    /// What `ps` shows, when it is not the command line.
    var titles: [String]? {
        guard case .service(let run) = self, !run.service.titles.isEmpty else { return nil }
        return run.service.titles
    }

    var nextDue: Instant? {
        switch self {
        case .endless, .missing, .answer: nil
        case .service(let run): run.nextDue
        case .shell(let run): run.wakeAt
        }
    }
}
