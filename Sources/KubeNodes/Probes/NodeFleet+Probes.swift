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
        begin(prober.probe, kind, index, &worker, api: &api)
    }

    /// Asks the container; what takes time is answered later.
    private mutating func begin(
        _ probe: Probe, _ kind: Probe.Kind, _ index: Int, _ worker: inout PodWorker, api: inout APIServer
    ) {
        switch probe.action {
        case .exec(let command):
            guard !worker.sessions.contains(where: { $0.container == index && $0.purpose == .probe(kind) }) else {
                return
            }
            do throws(CommandNotFound) {
                worker.timers.set(.probeTimeout(index, kind), at: api.now + .seconds(probe.timeoutSeconds))
                try beginSession(command, .probe(kind), index, &worker, api: &api)
            } catch {
                let id = api.random.hexadecimal(count: 64)
                let text =
                    "rpc error: code = Unknown desc = failed to exec in container: failed to start exec \"\(id)\": OCI runtime exec failed: exec failed: unable to start container process: \(error.reason): unknown"
                probeEnded(index, kind, .unknown(text), &worker, api: &api)
            }
        case .http(let get): probeEnded(index, kind, httpOutcome(get, index, &worker, api: api), &worker, api: &api)
        case .tcp(let host, let port):
            probeEnded(index, kind, tcpOutcome(host, port, index, &worker, api: api), &worker, api: &api)
        case .grpc(let port, let service):
            probeEnded(
                index, kind, grpcOutcome(port, service, probe.timeoutSeconds, index, &worker, api: api), &worker,
                api: &api)
        }
    }

    /// A command that takes longer than its probe allows has failed.
    mutating func probeTimedOut(_ index: Int, _ kind: Probe.Kind, _ worker: inout PodWorker, api: inout APIServer) {
        guard let place = worker.sessions.firstIndex(where: { $0.container == index && $0.purpose == .probe(kind) })
        else { return }
        let session = worker.sessions.remove(at: place)
        worker.timers.cancel(.session(session.id))
        probeEnded(
            index, kind, .bad("command \(GoQuote.text(session.command.joined(separator: " "))) timed out"), &worker,
            api: &api)
    }

    /// Counts the answer of a container, and acts when what counts has changed.
    mutating func probeEnded(
        _ index: Int, _ kind: Probe.Kind, _ outcome: ProbeOutcome, _ worker: inout PodWorker, api: inout APIServer
    ) {
        worker.timers.cancel(.probeTimeout(index, kind))
        let outcome = worker.containers[index].isMadeToFail(now: api.now) ? .bad("probe made to fail") : outcome
        guard worker.containers[index].isRunning,
            let place = worker.containers[index].probes.firstIndex(where: { $0.kind == kind })
        else { return }
        let name = kind.rawValue
        switch outcome {
        case .good: break
        case .bad(let text):
            record(.warning, "Unhealthy", "\(name) probe failed: \(text)", worker, container: index, api: &api)
        case .unknown(let text):
            record(
                .warning, "Unhealthy", "\(name) probe errored and resulted in unknown state: \(text)", worker,
                container: index, api: &api)
            return
        }
        let changed = worker.containers[index].probes[place].take(outcome == .good)
        if outcome == .good, worker.containers[index].probes[place].verdict == true { park(index, kind, &worker) }
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
        guard kind == .startup || worker.containers[index].probe(kind)?.probe.action.isSteady == true else { return }
        worker.timers.cancel(.probe(index, kind))
    }

    private func probeChanged(_ kind: Probe.Kind, _ worker: inout PodWorker, api: inout APIServer) {
        if kind == .startup { worker.armProbes(now: api.now) }
        worker.timers.setNoLater(.sync, at: api.now)
    }

    /// Something in the pod may have changed what its probes find.
    func worldChanged(_ worker: inout PodWorker, now: Instant) {
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
