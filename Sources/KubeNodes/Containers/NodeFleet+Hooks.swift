import Documents
import KubeAPI
import KubeModel

/// What a pod has its kubelet do right after a container starts and right before it is stopped.
///
/// Source: `pkg/kubelet/lifecycle/handlers.go`.
extension NodeFleet {
    /// Runs the hook of a started container; the sync goes on when it is over.
    mutating func runPostStart(_ index: Int, _ worker: inout PodWorker, api: inout APIServer) {
        guard profile != .hollow, worker.life == .active, worker.containers[index].isRunning,
            let hook = worker.containers[index].spec.value["lifecycle"]?["postStart"]
        else { return }
        worker.stage = .postStart(index)
        if let seconds = hook["sleep"]?["seconds"]?.int {
            worker.timers.set(.hookDone(index), at: api.now + .seconds(seconds))
        } else if let problem = begin(hook, .postStart, index, &worker, api: &api) {
            failPostStart(index, problem, &worker, api: &api)
        }
    }

    /// Runs the hook of a container about to be stopped; false when there is none or it could not begin.
    mutating func runPreStop(_ index: Int, _ worker: inout PodWorker, api: inout APIServer) -> Bool {
        guard profile != .hollow, let hook = worker.containers[index].spec.value["lifecycle"]?["preStop"] else {
            return false
        }
        worker.containers[index].stop?.isInHook = true
        if let seconds = hook["sleep"]?["seconds"]?.int {
            worker.timers.set(.hookDone(index), at: api.now + .seconds(seconds))
            return true
        }
        guard begin(hook, .preStop, index, &worker, api: &api) != nil else { return true }
        worker.containers[index].stop?.isInHook = false
        reportFailedPreStop(index, worker, api: &api)
        return false
    }

    func reportFailedPreStop(_ index: Int, _ worker: PodWorker, api: inout APIServer) {
        record(.warning, "FailedPreStopHook", "PreStopHook failed", worker, container: index, api: &api)
    }

    /// Begins a command or asks for a page; returns what went wrong at once.
    private mutating func begin(
        _ hook: Value, _ purpose: CommandSession.Purpose, _ index: Int, _ worker: inout PodWorker,
        api: inout APIServer
    ) -> String? {
        if let command = hook["exec"]?["command"]?.array?.compactMap(\.string) {
            do throws(CommandNotFound) {
                try beginSession(command, purpose, index, &worker, api: &api)
                return nil
            } catch {
                return execProblem(
                    worker, index, command, "command '\(command.joined(separator: " "))' exited with 126: ", "")
            }
        }
        if let get = hook["httpGet"].map(HTTPGet.init) {
            if let problem = ask(get, index, &worker, api: api) { return problem }
        }
        worker.timers.set(.hookDone(index), at: api.now)
        return nil
    }

    private mutating func ask(_ get: HTTPGet, _ index: Int, _ worker: inout PodWorker, api: borrowing APIServer)
        -> String?
    {
        switch kubeletAnswer(get, index, &worker, api: api) {
        case .response(let response):
            return response.status < 400 ? nil : "HTTP hook failed with statuscode: \(response.status)"
        case .failure(let failure): return failure.dialText
        }
    }

    mutating func hookEnded(_ index: Int, _ worker: inout PodWorker, api: inout APIServer) {
        if worker.containers[index].stop?.isInHook == true {
            askToEnd(index, &worker, api: &api)
        } else if worker.stage == .postStart(index) {
            worker.stage = .idle
            startNext(&worker, api: &api)
        }
    }

    mutating func postStartEnded(
        _ session: CommandSession, _ exit: ProcessExit, _ worker: inout PodWorker, api: inout APIServer
    ) {
        let index = session.container
        guard exit.code != 0 else {
            hookEnded(index, &worker, api: &api)
            return
        }
        let text = String(decoding: session.combined, as: UTF8.self)
        let cause = "command '\(session.command.joined(separator: " "))' exited with \(exit.code): \(text)"
        failPostStart(index, execProblem(worker, index, session.command, cause, text), &worker, api: &api)
    }

    private func execProblem(
        _ worker: PodWorker, _ index: Int, _ command: [String], _ cause: String, _ output: String
    ) -> String {
        let list = command.joined(separator: " ")
        let name = worker.containers[index].spec.name
        return
            "Exec lifecycle hook ([\(list)]) for Container \"\(name)\" in Pod \"\(worker.description)\" failed - error: \(cause), message: \(GoQuote.text(output))"
    }

    /// A container whose hook failed is ended, and waits like one that could not be started.
    private mutating func failPostStart(
        _ index: Int, _ message: String, _ worker: inout PodWorker, api: inout APIServer
    ) {
        record(.warning, "FailedPostStartHook", "PostStartHook failed", worker, container: index, api: &api)
        worker.containers[index].startFailure = StartFailure(reason: "PostStartHookError", message: message)
        worker.outcome.add(.failed)
        guard worker.containers[index].isRunning, worker.life == .active else { return }
        worker.stage = .killingAfterHook(index)
        let grace = worker.pod["spec"]?["terminationGracePeriodSeconds"]?.int ?? 30
        stop(index, grace: .seconds(grace), "FailedPostStartHook", &worker, api: &api)
    }
}
