package import KubeAPI
package import KubeModel
package import Simulation

/// The simulated cluster as kubectl sees it.
package struct SimulatedConnection: ClusterConnection, Sendable {
    package var cluster: Cluster
    /// How time passes while a command waits.
    package var pacing: Pacing
    /// When somebody else ends the command that waits, as `timeout` does.
    package var end: Instant?
    /// The last wait that had to be given up, for the exit code of a script.
    package private(set) var exceeded: [String]?
    /// A wait was ended by Ctrl-C.
    package private(set) var wasInterrupted = false

    package init(cluster: Cluster, pacing: Pacing) {
        self.cluster = cluster
        self.pacing = pacing
    }
}

extension SimulatedConnection {
    package var now: Instant { cluster.now }
    package var resources: ResourceRegistry { cluster.api.resources }

    package mutating func send(_ request: APIRequest) throws(APIError) -> APIResponse {
        try cluster.send(request)
    }

    package func changes(to resource: ResourceType, since revision: Int64) throws(APIError) -> [ObjectChange] {
        guard let changes = cluster.api.changes(since: revision) else {
            throw .gone("too old resource version: \(revision) (\(cluster.api.store.compactedRevision))")
        }
        return changes.filter { $0.resource.groupResource == resource.groupResource }
    }

    package mutating func waitForChange(until deadline: Instant?) -> WaitOutcome {
        let outcome = waitOrEnd(until: deadline)
        if outcome == .interrupted { wasInterrupted = true }
        return outcome
    }

    private mutating func waitOrEnd(until deadline: Instant?) -> WaitOutcome {
        guard let end else { return wait(until: deadline) }
        guard now < end else { return .interrupted }
        let outcome = wait(until: min(deadline ?? end, end))
        return outcome == .deadlineReached && now >= end ? .interrupted : outcome
    }

    private mutating func wait(until deadline: Instant?) -> WaitOutcome {
        switch pacing {
        case .jump(let isInterrupted):
            if isInterrupted() { return .interrupted }
            return runToChange(until: deadline)
        case .follow(let sleep):
            return follow(until: deadline, sleep)
        case .replay(let interruption):
            let end = interruption.time
            let outcome = runToChange(until: min(deadline ?? end, end))
            return outcome == .deadlineReached && now >= end ? .interrupted : outcome
        }
    }

    package mutating func log(_ request: LogRequest) throws(APIError) -> LogChunk {
        try cluster.log(request)
    }

    package mutating func execute(_ request: ExecRequest) throws(APIError) -> ExecResult {
        try cluster.execute(request)
    }

    package mutating func begin(_ request: ExecRequest) throws(APIError) -> ExecStep {
        try cluster.begin(request)
    }

    package mutating func type(_ input: ExecInput, to session: ExecID) throws(APIError) -> ExecStep {
        try cluster.type(input, to: session)
    }

    package mutating func pass(_ duration: Duration) {
        guard case .exceeded(let moving) = cluster.run(until: now + duration) else { return }
        exceeded = moving
    }

    private mutating func runToChange(until deadline: Instant?) -> WaitOutcome {
        let end = deadline ?? now + cluster.budget.time
        switch cluster.runToChange(until: end) {
        case .changed: return .changed
        case .reached, .settled: return deadline == nil ? .budgetExceeded : .deadlineReached
        case .exceeded(let moving):
            exceeded = moving
            return .budgetExceeded
        }
    }

    /// Sleeps to the next event or a tenth of a second, so that the learner sees things happen when they happen.
    private mutating func follow(until deadline: Instant?, _ sleep: @Sendable (Duration) -> Bool) -> WaitOutcome {
        let revision = cluster.api.store.revision
        while true {
            let step = now + .milliseconds(100)
            let next = min(deadline ?? step, step)
            guard sleep(next - now) else { return .interrupted }
            if case .exceeded(let moving) = cluster.run(until: next) {
                exceeded = moving
                return .budgetExceeded
            }
            if cluster.api.store.revision != revision { return .changed }
            if let deadline, now >= deadline { return .deadlineReached }
            if deadline == nil { return .changed }  // a log may have grown without any write to the API
        }
    }
}
