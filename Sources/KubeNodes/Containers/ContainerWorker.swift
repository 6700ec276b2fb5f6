import Documents
import KubeModel

/// What a kubelet knows of one container of a pod: its runs, its waits and its probes.
struct ContainerWorker: Sendable {
    var spec: Container
    /// The newest run; it may have ended.
    var run: ContainerRun?
    /// The run before it.
    var previous: ContainerRun?
    var restartCount = 0
    /// Why it could not be started, as the kubelet's reason cache keeps it until it starts.
    var startFailure: StartFailure?
    var restartBackOff = BackOff(
        first: KubeletTimings.restartBackOff, longest: KubeletTimings.restartBackOffMax)
    var imageBackOff = BackOff(first: KubeletTimings.imageBackOff, longest: KubeletTimings.imageBackOffMax)
    var probes: [ProbeWorker] = []
    /// What the registry said to the last pull that failed.
    var pullError: String?
    /// When the pull in progress was asked for and when it began.
    var pull: (asked: Instant, began: Instant)?
    /// How the container is being stopped.
    var stop: ContainerStop?
    /// Memory that it uses more and more of, by a fault.
    var leak: (since: Instant, bytesPerSecond: Int)?
    /// Its probes fail until then, by a fault.
    var probesFailUntil: Instant?
    var requests = RequestRate()
    /// The sync in progress ended it to start it anew.
    var isKilledBySync = false

    init(_ spec: Container) {
        self.spec = spec
    }
}

extension ContainerWorker {
    var isRunning: Bool { run?.state == .running }

    /// Another image has its own failures.
    mutating func resetBackOff() {
        imageBackOff = BackOff(first: KubeletTimings.imageBackOff, longest: KubeletTimings.imageBackOffMax)
        restartBackOff = BackOff(first: KubeletTimings.restartBackOff, longest: KubeletTimings.restartBackOffMax)
    }
}

/// Why a container waits: `ErrImagePull`, `CreateContainerConfigError`, `CrashLoopBackOff`, ...
struct StartFailure: Hashable, Sendable {
    var reason: String
    var message: String
}

/// An image as a node holds it.
struct PresentImage: Sendable {
    var reference: ImageReference
    /// What the registry says it does; `nil` on hollow nodes, where any image just runs.
    var image: ContainerImage?
    var digest: String
}

/// One life of a container.
struct ContainerRun: Sendable {
    enum State: Hashable, Sendable {
        case created
        case running
        case exited
    }

    /// 64 hexadecimal digits.
    let id: String
    var state = State.created
    var startedAt: Instant?
    var finishedAt: Instant?
    var exitCode: Int32 = 0
    /// `Completed`, `Error`, `OOMKilled`, `StartError`
    var reason = ""
    var message = ""
    /// `docker.io/library/nginx:latest`
    let image: String
    let imageID: String
    /// The image as the pod named it.
    let requestedImage: String
    var process: ContainerProcess
    /// `nil` when the node has removed it.
    var log: ContainerLog? = ContainerLog()
    var restartCount: Int
    /// Its files, once something has looked at them.
    var world: ContainerWorld?
    /// Ports that commands of its shell listen on.
    var listeners: [ShellListener] = []
    /// The command lines of its processes, for `ps`.
    var titles: [String] = []
    /// The folder that its process starts in.
    var workingDirectory = "/"
    /// Its variables, as a process in it sees them.
    var environment: [(name: String, value: String)] = []

    init(
        id: String, image: String, imageID: String, requestedImage: String, process: ContainerProcess, restartCount: Int
    ) {
        self.id = id
        self.image = image
        self.imageID = imageID
        self.requestedImage = requestedImage
        self.process = process
        self.restartCount = restartCount
    }
}

/// A stop in progress: a hook first, then a signal, then the end by force.
struct ContainerStop: Hashable, Sendable {
    /// When the container is killed if it has not ended by itself.
    var killAt: Instant
    var isInHook: Bool
}

/// A wait that doubles with each failure.
///
/// Source: `k8s.io/client-go/util/flowcontrol/backoff.go`.
struct BackOff: Hashable, Sendable {
    let first: Duration
    let longest: Duration
    private(set) var current: Duration?
    private var updated: Instant?

    init(first: Duration, longest: Duration) {
        self.first = first
        self.longest = longest
    }
}

extension BackOff {
    /// Counts one more failure, which happened at `event`.
    mutating func next(since event: Instant, now: Instant) {
        if let current, let updated, event - updated <= KubeletTimings.backOffForgotten {
            self.current = min(current * 2, longest)
        } else {
            current = first
        }
        updated = now
    }

    /// When the wait ends that began at `event`; `nil` when there is none or it is over.
    func end(since event: Instant, now: Instant) -> Instant? {
        guard let current, let updated, event - updated <= KubeletTimings.backOffForgotten else { return nil }
        let end = event + current
        return end > now ? end : nil
    }

    /// When the wait ends that began with the last failure.
    func endSinceUpdate(now: Instant) -> Instant? {
        guard let updated else { return nil }
        return end(since: updated, now: now)
    }
}
