import Documents
import KubeAPI
import KubeModel

/// One look at a Job and its pods, and what is done about them.
struct JobSync {
    /// An end that has been decided on; it is announced first and becomes final when all pods are gone.
    struct Ending {
        let isSuccess: Bool
        let reason: String
        let message: String
    }

    /// The Job with the status as it becomes.
    var job: Job
    var backoff: JobBackoff
    let user: UserInfo
    let pods: [Object]
    let policy: PodFailurePolicy
    var active: [Object]
    var activeCount: Int
    var readyCount: Int
    var terminatingCount: Int
    /// How many have succeeded and failed, with those that are not written down yet.
    var succeeded = 0
    var failed = 0
    var succeededIndexes = IndexIntervals()
    var previouslySucceeded = IndexIntervals()
    var failedIndexes = IndexIntervals()
    var ending: Ending?
    /// When to look again though nothing changes.
    var again: Duration?

    init(_ object: Object, backoff: JobBackoff, user: UserInfo, api: inout APIServer) throws(APIError) {
        let job = Job(object)
        let selector = LabelSelector(selector: job.selectorValue)
        let claim = OwnershipClaim(owner: object, selector: selector, user: user, resource: .pods)
        pods = try claim.claim(claim.candidates(api: api), api: &api)
        self.job = job
        self.backoff = backoff
        self.user = user
        policy = PodFailurePolicy(job)
        active = pods.filter { Pod($0).isActive }
        activeCount = active.count
        readyCount = active.count { Pod($0).isReady }
        terminatingCount = pods.count { $0.isTerminating && !Pod($0).isFinished }
    }
}

extension JobSync {
    static let component = "job-controller"

    mutating func run(_ api: inout APIServer) throws(APIError) -> Duration? {
        let before = job.object.status
        countPods()
        if job.startTime == nil, !job.isSuspended { setTime("startTime", api.now) }
        decideEnding(now: api.now)
        if job.isIndexed { countIndexes() }
        var failure: APIError?
        if ending != nil {
            failure = deleteActive(&api)
        } else {
            failure = job.object.isTerminating ? nil : manage(&api)
            noteCompletion()
            if ending == nil { noteSuspension(&api) }
        }
        writeCounts()
        try track(from: before, &api)
        if let failure { throw failure }
        return ending == nil ? again : nil
    }

    /// A pod that is over as far as the Job is concerned: also one that is being deleted, unless only real ends count.
    func hasFailed(_ pod: Object) -> Bool {
        if Pod(pod).phase == .failed { return true }
        if job.replacesOnlyFailed || !policy.isEmpty { return false }
        return pod.isTerminating && Pod(pod).phase != .succeeded
    }

    func report(_ kind: EventRecord.Kind, _ reason: String, _ message: String, _ api: inout APIServer) {
        api.record(EventRecord(job.object, kind, reason, message, from: Self.component))
    }

    mutating func setTime(_ field: String, _ time: Instant) {
        job.object["status", field] = .string(time.rfc3339)
    }

    mutating func wake(after delay: Duration) {
        again = min(again ?? delay, delay)
    }

    /// The uids of pods that have ended and whose finalizers are still to go: `succeeded` or `failed`.
    func uncounted(_ kind: String) -> [String] {
        job.object["status"]?["uncountedTerminatedPods"]?[kind]?.array?.compactMap(\.string) ?? []
    }

    /// Takes a pod's tracking finalizer away; a pod that is gone is no error.
    static func release(_ pod: Object, _ user: UserInfo, _ api: inout APIServer) throws(APIError) {
        guard var current = api.get(.pods, pod.key), current.uid == pod.uid else { return }
        current.finalizers.removeAll { $0 == Job.trackingFinalizer }
        do { try api.update(.pods, current, as: user) } catch .notFound { return }
    }

    private mutating func countPods() {
        let known = Set(uncounted("succeeded") + uncounted("failed"))
        let fresh = pods.filter { $0.finalizers.contains(Job.trackingFinalizer) && !known.contains($0.uid) }
        let newSucceeded = fresh.filter { Pod($0).phase == .succeeded }
        let newFailed = fresh.filter { hasFailed($0) }
        succeeded = job.statusCount("succeeded") + newSucceeded.count + uncounted("succeeded").count
        let counted = newFailed.count { policy.isEmpty || policy.verdict(on: $0) != .ignore }
        failed = job.statusCount("failed") + counted + uncounted("failed").count
        backoff.note(succeeded: newSucceeded, failed: newFailed)
    }

    private mutating func writeCounts() {
        var status = job.object.status
        status.setCount("active", activeCount)
        status["ready"] = Value(readyCount)
        status["terminating"] = Value(terminatingCount)
        status["uncountedTerminatedPods"] = status["uncountedTerminatedPods"] ?? [:]
        job.object.status = status
    }
}
