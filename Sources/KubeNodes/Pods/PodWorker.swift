import Documents
import KubeModel

/// What a kubelet knows and plans for one pod, from its binding to its removal.
///
/// A worker does one thing at a time, as in `pkg/kubelet/pod_workers.go`: while a sync waits for an image or a hook,
/// what else happens to the pod only marks that another sync is wanted.
struct PodWorker: Sendable {
    /// Where the pod stands between its binding and its removal.
    enum Life: Hashable, Sendable {
        case active
        /// Its containers are being stopped.
        case terminating
        /// Nothing of it runs any more; of a deleted pod, the object is about to go.
        case ended
    }

    /// What the sync in progress waits for.
    enum Stage: Hashable, Sendable {
        case idle
        case creatingSandbox
        case pulling(Int)
        case postStart(Int)
        case killing(Int)
        case killingAfterHook(Int)
    }

    /// Why the whole pod failed, apart from its containers.
    struct Failure: Hashable, Sendable {
        var reason: String
        var message: String
    }

    var pod: Object
    let slot: Int
    let uid: String
    let key: ObjectKey
    let node: Int
    var life = Life.active
    var stage = Stage.idle
    var containers: [ContainerWorker]
    /// The address, once the sandbox has one.
    var address: String?
    var hasSandbox = false
    /// A main container has run: initial ones are not run again.
    var isInitialized = false
    let boundAt: Instant
    var failure: Failure?
    /// The status object last written, to write only changes.
    var written: Object?
    var timers = PodTimers()
    /// The earliest entry of the fleet's queue that is meant for this worker.
    var wakeAt: Instant?
    /// Something happened while a sync was in progress.
    var wantsSync = false
    /// The containers that the sync in progress has still to start.
    var toStart: [Int] = []
    /// The worst that the sync in progress has met.
    var outcome = SyncOutcome.success
    var volumes = PodVolumes()
    /// Commands that run in its containers beside their main processes.
    var sessions: [CommandSession] = []
    var sessionCount = 0
    /// Seconds that containers get to end; set when termination begins.
    var gracePeriod: Duration = .zero
    /// When the last of them must have ended.
    var terminationDeadline: Instant?

    init(pod: Object, slot: Int, node: Int, now: Instant) {
        self.pod = pod
        self.slot = slot
        self.node = node
        uid = pod.uid
        key = pod.key
        boundAt = now
        containers = Pod(pod).containers.map(ContainerWorker.init)
    }
}

extension PodWorker {
    /// The next moment at which the kubelet notices what the containers of this pod did.
    func relist(after instant: Instant) -> Instant {
        let period = KubeletTimings.relistPeriod.microseconds
        let turn = KubeletTimings.relistStep * (slot % KubeletTimings.relistSteps)
        return Instant(microseconds: (instant.microseconds / period + 1) * period) + turn
    }
}

/// How a sync of a pod ended; it decides when the next one comes.
enum SyncOutcome: Hashable, Sendable {
    case success
    /// Every failure was a wait that ends at this moment.
    case backingOff(until: Instant)
    case failed

    mutating func add(_ other: SyncOutcome) {
        switch (self, other) {
        case (.success, _): self = other
        case (.backingOff(let mine), .backingOff(let theirs)): self = .backingOff(until: min(mine, theirs))
        case (.failed, .backingOff): self = other
        case (.failed, .failed), (.failed, .success), (.backingOff, .success), (.backingOff, .failed): break
        }
    }
}

/// What is to happen to a pod when.
enum PodTimer: Hashable, Sendable {
    case sync
    /// The kubelet asks its runtime what runs, and syncs the pod.
    case relist
    case sandboxReady
    case mountRetry
    case mountTimeout
    case deadline
    case pulled(Int)
    /// The next thing that a container's own process does: print, exit, go on after a sleep.
    case process(Int)
    case probe(Int, Probe.Kind)
    case probeTimeout(Int, Probe.Kind)
    case hookDone(Int)
    case kill(Int)
    case outOfMemory(Int)
    case volumesChanged
    case terminate
    case remove
    case session(Int)
}

/// The timers of one pod; few enough that a list beats a heap.
struct PodTimers: Sendable {
    private var entries: [(due: Instant, timer: PodTimer)] = []
}

extension PodTimers {
    var nextDue: Instant? {
        var earliest: Instant?
        for entry in entries where earliest.map({ entry.due < $0 }) ?? true { earliest = entry.due }
        return earliest
    }

    /// Sets a timer, in place of an earlier setting of the same one.
    mutating func set(_ timer: PodTimer, at due: Instant) {
        cancel(timer)
        entries.append((due, timer))
    }

    /// Sets a timer unless it is already to go off by then.
    mutating func setNoLater(_ timer: PodTimer, at due: Instant) {
        if let index = entries.firstIndex(where: { $0.timer == timer }) {
            if entries[index].due <= due { return }
            entries.remove(at: index)
        }
        entries.append((due, timer))
    }

    mutating func cancel(_ timer: PodTimer) {
        if let index = entries.firstIndex(where: { $0.timer == timer }) { entries.remove(at: index) }
    }

    mutating func cancelAll(where isGone: (PodTimer) -> Bool) {
        entries.removeAll { isGone($0.timer) }
    }

    func due(of timer: PodTimer) -> Instant? { entries.first { $0.timer == timer }?.due }

    /// Takes the earliest timer that is due; of two at one moment, the one set first.
    mutating func pop(dueBy now: Instant) -> PodTimer? {
        var best: Int?
        for index in entries.indices where entries[index].due <= now {
            if best.map({ entries[index].due < entries[$0].due }) ?? true { best = index }
        }
        guard let best else { return nil }
        return entries.remove(at: best).timer
    }
}
