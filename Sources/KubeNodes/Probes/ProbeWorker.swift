import KubeModel

/// One probe of a container: when it is next due, and what it has found so far.
///
/// Source: `pkg/kubelet/prober/worker.go`.
struct ProbeWorker: Sendable {
    let kind: Probe.Kind
    let probe: Probe
    /// The moment from which its periods are counted.
    var anchor: Instant
    /// What counts; `nil` until the first result that does.
    var verdict: Bool?
    private var last: Bool?
    private var streak = 0
    /// It has done its work for this run of the container.
    var isOnHold = false

    init(kind: Probe.Kind, probe: Probe, now: Instant) {
        self.kind = kind
        self.probe = probe
        anchor = now
    }
}

extension ProbeWorker {
    /// Forgets what it found about an earlier run of the container.
    mutating func reset() {
        verdict = nil
        last = nil
        streak = 0
        isOnHold = false
    }

    /// The next time at which it runs by itself.
    func tick(after now: Instant) -> Instant {
        let period = Int64(probe.periodSeconds) * 1_000_000
        let age = (now - anchor).microseconds
        return anchor + .microseconds((age.flooredDivision(by: period) + 1) * period)
    }

    /// Takes one result; true when what counts has changed.
    mutating func take(_ result: Bool) -> Bool {
        if last == result {
            streak += 1
        } else {
            last = result
            streak = 1
        }
        guard streak >= (result ? probe.successThreshold : probe.failureThreshold) else { return false }
        let before = verdict
        verdict = result
        if !result, kind != .readiness {
            isOnHold = true
            streak = 0
        }
        return before != result
    }
}

extension Int64 {
    func flooredDivision(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

extension ContainerWorker {
    func probe(_ kind: Probe.Kind) -> ProbeWorker? { probes.first { $0.kind == kind } }

    mutating func resetProbes() {
        for index in probes.indices { probes[index].reset() }
    }

    /// Its process runs, and its startup probe, if any, has succeeded.
    var hasStarted: Bool {
        isRunning && (probe(.startup).map { $0.verdict == true } ?? true)
    }

    /// The startup or liveness probe that has failed too often.
    var failedProbe: ProbeWorker? {
        probes.first { $0.kind != .readiness && $0.verdict == false }
    }

    var hasFailedProbe: Bool { failedProbe != nil }
}

extension PodWorker {
    func isReady(_ index: Int) -> Bool {
        let container = containers[index]
        switch container.spec.role {
        case .initial: return container.run?.state == .exited && container.run?.exitCode == 0
        case .ephemeral: return false
        case .main, .sidecar:
            return container.hasStarted && (container.probe(.readiness).map { $0.verdict == true } ?? true)
        }
    }
}

extension ContainerWorker {
    /// A fault makes its probes fail.
    func isMadeToFail(now: Instant) -> Bool { probesFailUntil.map { now < $0 } ?? false }
}
