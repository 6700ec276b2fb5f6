import Documents
import KubeAPI
import KubeModel

/// Starting a container: its image, its configuration, its process, its hook.
///
/// Source: `startContainer` of `pkg/kubelet/kuberuntime/kuberuntime_container.go`.
extension NodeFleet {
    mutating func start(_ index: Int, _ worker: inout PodWorker, api: inout APIServer) {
        if let end = restartWait(index, &worker, api: &api) {
            worker.outcome.add(.backingOff(until: end))
            return
        }
        switch findImage(index, &worker, api: &api) {
        case .present(let image): create(index, image, &worker, api: &api)
        case .pulling: worker.stage = .pulling(index)
        case .failed(let failure):
            fail(index, failure, event: failure.reason, &worker, api: &api)
            worker.outcome.add(.failed)
        }
    }

    /// When a container that keeps ending may be started again; `nil` when that is now.
    private func restartWait(_ index: Int, _ worker: inout PodWorker, api: inout APIServer) -> Instant? {
        let container = worker.containers[index]
        // A sync that ended the container itself goes by the end before that.
        let ended = container.run?.state == .exited && !container.isKilledBySync ? container.run : container.previous
        guard let finished = ended?.finishedAt else { return nil }
        guard let end = container.restartBackOff.end(since: finished, now: api.now) else {
            worker.containers[index].restartBackOff.next(since: finished, now: api.now)
            return nil
        }
        let name = container.spec.name
        record(
            .warning, "BackOff", "Back-off restarting failed container \(name) in pod \(worker.description)", worker,
            container: index, api: &api)
        let wait = GoDuration.text(container.restartBackOff.current ?? .zero)
        worker.containers[index].startFailure = StartFailure(
            reason: "CrashLoopBackOff",
            message: "back-off \(wait) restarting failed container=\(name) pod=\(worker.description)")
        return end
    }

    /// Remembers why a container could not be started, and says so in an event.
    func fail(
        _ index: Int, _ failure: StartFailure, event: String, _ worker: inout PodWorker, api: inout APIServer
    ) {
        worker.containers[index].startFailure = failure
        record(.warning, "Failed", "Error: \(event)", worker, container: index, api: &api)
    }

    /// Makes the container and starts its process.
    mutating func create(_ index: Int, _ image: PresentImage, _ worker: inout PodWorker, api: inout APIServer) {
        let configuration: ContainerConfiguration
        do {
            configuration = try makeConfiguration(index, image, worker, api: api)
        } catch {
            let failure = StartFailure(reason: "CreateContainerConfigError", message: error.message)
            fail(index, failure, event: failure.message, &worker, api: &api)
            worker.outcome.add(.failed)
            return
        }
        var container = worker.containers[index]
        if let old = container.run {
            container.previous = old
            container.restartCount = old.restartCount + 1
        }
        let process = makeProcess(configuration, image, worker, index, now: api.now)
        var run = ContainerRun(
            id: api.random.hexadecimal(count: 64), image: image.reference.whole,
            imageID: "\(image.reference.name)@\(image.digest)", requestedImage: container.spec.image, process: process,
            restartCount: container.restartCount)
        run.environment = configuration.environment
        run.titles = process.titles ?? [configuration.command.joined(separator: " ")]
        run.workingDirectory = configuration.workingDirectory
        container.run = run
        container.stop = nil
        container.isKilledBySync = false
        container.leak = nil
        container.startFailure = nil
        container.resetProbes()
        worker.containers[index] = container
        record(.normal, "Created", "Container created", worker, container: index, api: &api)
        begin(index, &worker, api: &api)
    }

    private mutating func begin(_ index: Int, _ worker: inout PodWorker, api: inout APIServer) {
        worker.timers.setNoLater(.relist, at: worker.relist(after: api.now))
        if case .missing(let message)? = worker.containers[index].run?.process {
            worker.containers[index].run?.failToStart(message, now: api.now)
            fail(
                index, StartFailure(reason: "RunContainerError", message: message), event: message, &worker, api: &api)
            worker.outcome.add(.failed)
            return
        }
        worker.containers[index].run?.state = .running
        worker.containers[index].run?.startedAt = api.now
        if worker.containers[index].spec.role == .main { worker.isInitialized = true }
        record(.normal, "Started", "Container started", worker, container: index, api: &api)
        worldChanged(&worker, now: api.now)
        watchPressure(ofNode: worker.node, now: api.now)
        advanceProcess(index, &worker, api: &api)
        runPostStart(index, &worker, api: &api)
    }
}

extension ContainerRun {
    /// The runtime made the container but could not run its command.
    mutating func failToStart(_ text: String, now: Instant) {
        state = .exited
        startedAt = Instant(seconds: 0)
        finishedAt = now
        exitCode = 128
        reason = "StartError"
        message = text
    }
}
