import Documents
import KubeAPI
import KubeModel

/// Running probes and acting on what they find.
///
/// Source: `pkg/kubelet/prober/prober.go` and `worker.go`.
extension NodeFleet {
    /// Readiness is asked at once when a sync finds a container that is not ready, and from then on in its period.
    mutating func triggerReadiness(_ worker: inout PodWorker, api: inout APIServer) {
        for index in worker.containers.indices where worker.containers[index].hasStarted {
            guard let place = worker.containers[index].probes.firstIndex(where: { $0.kind == .readiness }),
                worker.containers[index].probes[place].verdict != true
            else { continue }
            worker.containers[index].probes[place].anchor = api.now
            probe(index, .readiness, &worker, api: &api)
        }
    }

    mutating func probe(_ index: Int, _ kind: Probe.Kind, _ worker: inout PodWorker, api: inout APIServer) {
        guard let place = worker.containers[index].probes.firstIndex(where: { $0.kind == kind }) else { return }
        let prober = worker.containers[index].probes[place]
        worker.timers.set(.probe(index, kind), at: prober.tick(after: api.now))
        guard isDue(prober, worker.containers[index], now: api.now) else {
            if !worker.containers[index].isRunning || prober.isOnHold { worker.timers.cancel(.probe(index, kind)) }
            return
        }
        let outcome = answer(to: prober.probe, index, worker, api: api)
        if let failure = outcome {
            record(
                .warning, "Unhealthy", "\(kind.rawValue) probe failed: \(failure)", worker, container: index, api: &api)
        }
        let isGood = outcome == nil
        let changed = worker.containers[index].probes[place].take(isGood)
        if isGood, worker.containers[index].probes[place].verdict == true { park(index, kind, &worker) }
        guard changed else { return }
        probeChanged(kind, &worker, api: &api)
    }

    private func isDue(_ prober: ProbeWorker, _ container: ContainerWorker, now: Instant) -> Bool {
        guard container.isRunning, !prober.isOnHold, let started = container.run?.startedAt else { return false }
        guard (now - started).microseconds >= Int64(prober.probe.initialDelaySeconds) * 1_000_000 else { return false }
        switch prober.kind {
        case .startup: return !container.hasStarted
        case .liveness, .readiness: return container.hasStarted
        }
    }

    /// A probe that succeeds is not run again before something in its pod changes: until then it would succeed again.
    private func park(_ index: Int, _ kind: Probe.Kind, _ worker: inout PodWorker) {
        guard kind == .startup || isSteady(worker.containers[index].probe(kind)?.probe.action) else { return }
        worker.timers.cancel(.probe(index, kind))
    }

    private func probeChanged(_ kind: Probe.Kind, _ worker: inout PodWorker, api: inout APIServer) {
        if kind == .startup { worker.armProbes(now: api.now) }
        worker.timers.setNoLater(.sync, at: api.now)
    }

    /// What a probe finds wrong; `nil` when all is well.
    private func answer(to probe: Probe, _ index: Int, _ worker: PodWorker, api: borrowing APIServer) -> String? { nil }

    /// The answer can only change when something in the pod does.
    private func isSteady(_ action: Probe.Action?) -> Bool { true }

    /// Something in the pod may have changed what its probes find.
    func worldChanged(_ worker: inout PodWorker, now: Instant) {
        worker.worldVersion += 1
        guard profile != .hollow else { return }
        worker.armProbes(now: now)
    }
}

extension PodWorker {
    /// Makes the probes of all containers; their periods count from here.
    mutating func startProbes(now: Instant) {
        for index in containers.indices {
            let spec = containers[index].spec
            guard spec.role == .main || spec.role == .sidecar else { continue }
            for kind in Probe.Kind.allCases {
                guard let probe = spec.probe(kind) else { continue }
                containers[index].probes.append(ProbeWorker(kind: kind, probe: probe, now: now))
            }
        }
    }

    /// Lets every probe that has something to watch run in its next period.
    mutating func armProbes(now: Instant) {
        for index in containers.indices where containers[index].isRunning {
            for prober in containers[index].probes where !prober.isOnHold {
                if prober.kind == .startup, prober.verdict == true { continue }
                if prober.kind != .startup, !containers[index].hasStarted { continue }
                timers.setNoLater(.probe(index, prober.kind), at: prober.tick(after: now))
            }
        }
    }
}
