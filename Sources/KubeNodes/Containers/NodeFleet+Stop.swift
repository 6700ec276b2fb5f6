import Documents
import KubeAPI
import KubeModel

/// Stopping a container: its hook, the signal that asks it to end, the one that makes it.
///
/// Source: `killContainer` of `pkg/kubelet/kuberuntime/kuberuntime_container.go`.
extension NodeFleet {
    mutating func stop(
        _ index: Int, grace: Duration, _ text: String, _ worker: inout PodWorker, api: inout APIServer
    ) {
        guard worker.containers[index].isRunning, worker.containers[index].stop == nil else { return }
        let name = worker.containers[index].spec.name
        let message = text.hasPrefix("Stopping") ? "\(text) \(name)" : text
        record(.normal, "Killing", message, worker, container: index, api: &api)
        let killAt = api.now + grace
        worker.containers[index].stop = ContainerStop(killAt: killAt, isInHook: false)
        worker.timers.set(.kill(index), at: killAt)
        if !runPreStop(index, &worker, api: &api) { askToEnd(index, &worker, api: &api) }
    }

    /// Sends the image's stop signal, after the hook.
    mutating func askToEnd(_ index: Int, _ worker: inout PodWorker, api: inout APIServer) {
        guard worker.containers[index].isRunning, var stop = worker.containers[index].stop else { return }
        if stop.isInHook {
            stop.isInHook = false
            // However long the hook took, the container gets a little time of its own.
            stop.killAt = max(stop.killAt, api.now + KubeletTimings.gracePeriodMin)
            worker.containers[index].stop = stop
            worker.timers.set(.kill(index), at: stop.killAt)
        }
        deliver(stopSignal(index, worker), to: index, &worker, api: &api)
    }

    private func stopSignal(_ index: Int, _ worker: PodWorker) -> String {
        let asked = worker.containers[index].spec.value["lifecycle"]?["stopSignal"]?.string
        if let asked { return asked.hasPrefix("SIG") ? String(asked.dropFirst(3)) : asked }
        let reference = try? ImageReference(parsing: worker.containers[index].spec.image)
        return reference.flatMap(catalog.find)?.stopSignal ?? "TERM"
    }

    /// The grace period is over: the process is made to end.
    mutating func killNow(_ index: Int, _ worker: inout PodWorker, api: inout APIServer) {
        guard worker.containers[index].isRunning else { return }
        if worker.containers[index].stop?.isInHook == true {
            askToEnd(index, &worker, api: &api)
            return
        }
        exited(index, ProcessExit(code: 137), &worker, api: &api)
    }

    /// Ends a running container whose probe has failed or whose image was changed, to start it anew in the same sync.
    mutating func kill(_ index: Int, _ worker: inout PodWorker, api: inout APIServer) {
        let container = worker.containers[index]
        let name = container.spec.name
        let failed = container.failedProbe
        let cause = failed.map { "failed \($0.kind.rawValue.lowercased()) probe" } ?? "definition changed"
        let restarts = failed == nil || worker.restarts(index, exitCode: 137)
        let message = "Container \(name) \(cause)" + (restarts ? ", will be restarted" : "")
        let own = worker.pod["spec"]?["terminationGracePeriodSeconds"]?.int ?? 30
        worker.stage = .killing(index)
        worker.containers[index].isKilledBySync = true
        stop(
            index, grace: .seconds(failed?.probe.terminationGracePeriodSeconds ?? own), message, &worker, api: &api)
    }

    /// Notes the end of a container's process.
    mutating func exited(_ index: Int, _ exit: ProcessExit, _ worker: inout PodWorker, api: inout APIServer) {
        guard var run = worker.containers[index].run, run.state == .running else { return }
        run.state = .exited
        run.finishedAt = api.now
        run.exitCode = exit.code
        run.reason = exit.reason.isEmpty ? (exit.code == 0 ? "Completed" : "Error") : exit.reason
        run.log?.finish(at: api.now)
        run.message = terminationMessage(of: run, worker.containers[index].spec)
        run.process = .endless
        worker.containers[index].run = run
        worker.containers[index].stop = nil
        worker.timers.cancel(.process(index))
        worker.timers.cancel(.kill(index))
        worker.timers.cancel(.hookDone(index))
        endSessions(of: index, &worker, api: &api)
        worldChanged(&worker, now: api.now)
        switch worker.life {
        case .terminating: stopNextSidecar(&worker, api: &api)
        case .active: continueAfterExit(index, &worker, api: &api)
        case .ended: break
        }
    }

    private mutating func continueAfterExit(_ index: Int, _ worker: inout PodWorker, api: inout APIServer) {
        worker.timers.setNoLater(.relist, at: worker.relist(after: api.now))
        if worker.stage == .killingAfterHook(index) {
            worker.stage = .idle
            startNext(&worker, api: &api)
            return
        }
        guard worker.stage == .killing(index) else { return }
        worker.stage = .idle
        worker.toStart = worker.restarts(index, exitCode: 137) ? [index] : []
        startNext(&worker, api: &api)
    }
}

extension ContainerStop {
    mutating func shorten(to end: Instant) {
        killAt = min(killAt, end)
    }
}
