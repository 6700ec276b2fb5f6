import Documents
import KubeAPI
import KubeModel
import Shell

/// Commands in containers: those of `kubectl exec`, of probes and of hooks.
extension NodeFleet {
    /// Why a command could not be started: the runtime's words.
    struct CommandNotFound: Error {
        var reason: String
    }

    /// Begins a command; it may be over when this returns.
    mutating func beginSession(
        _ command: [String], _ purpose: CommandSession.Purpose, _ index: Int, _ worker: inout PodWorker,
        input: [UInt8] = [], typedTo: ExecTyping = .no, api: inout APIServer
    ) throws(CommandNotFound) {
        let reference = try? ImageReference(parsing: worker.containers[index].run?.requestedImage ?? "")
        var run = newShell(command, index, worker, hasInput: !input.isEmpty, typedTo: typedTo)
        guard let name = command.first, let image = reference.flatMap(catalog.find),
            image.hasShell || image.programs[ProgramName.last(of: name)] != nil,
            knows(name, run.shell, image, worker, index, api: api)
        else { throw CommandNotFound(reason: ProgramName.reason(command.first ?? "")) }
        if !input.isEmpty {
            run.shell.type(String(decoding: input, as: UTF8.self))
            run.shell.endTyping()
        }
        worker.sessionCount += 1
        worker.sessions.append(
            CommandSession(id: worker.sessionCount, container: index, purpose: purpose, command: command, run: run))
        advanceSession(worker.sessionCount, &worker, api: &api)
    }

    /// A name with a path is looked for among the files of the container.
    private func knows(
        _ name: String, _ shell: Shell, _ image: ContainerImage, _ worker: PodWorker, _ index: Int,
        api: borrowing APIServer
    ) -> Bool {
        if knows(name, shell, image) { return true }
        guard name.contains("/") else { return false }
        return world(index, worker, api: api).files.status(of: name)?.isDirectory == false
    }

    /// Lets a command go on that has slept.
    mutating func advanceSession(_ id: Int, _ worker: inout PodWorker, api: inout APIServer) {
        guard let place = worker.sessions.firstIndex(where: { $0.id == id }) else { return }
        var session = worker.sessions.remove(at: place)
        guard worker.containers[session.container].isRunning else {
            ended(session, ProcessExit(code: 137), &worker, api: &api)
            return
        }
        let step = step(&session.run, session.container, &worker, api: api)
        for chunk in step.output {
            session.combined += chunk.bytes
            if chunk.stream == .standardOutput {
                session.standardOutput += chunk.bytes
            } else {
                session.standardError += chunk.bytes
            }
        }
        finish(step, session.container, &worker, api: &api)
        if let exit = step.exit {
            ended(session, exit, &worker, api: &api)
            return
        }
        if let wake = session.run.wakeAt { worker.timers.set(.session(id), at: wake) }
        worker.sessions.insert(session, at: min(place, worker.sessions.count))
    }

    /// The main process is gone, and with it everything that ran beside it.
    mutating func endSessions(of index: Int, _ worker: inout PodWorker, api: inout APIServer) {
        for session in worker.sessions where session.container == index {
            worker.timers.cancel(.session(session.id))
            worker.sessions.removeAll { $0.id == session.id }
            ended(session, ProcessExit(code: 137), &worker, api: &api)
        }
    }

    private mutating func ended(
        _ session: CommandSession, _ exit: ProcessExit, _ worker: inout PodWorker, api: inout APIServer
    ) {
        switch session.purpose {
        case .exec(let id):
            execSlots[id] = nil
            endedCommands[id] = CommandSession.End(
                result: ExecResult(
                    standardOutput: session.standardOutput, standardError: session.standardError, exitCode: exit.code),
                unshown: Array(session.combined[session.shownBytes...]))
        case .probe(let kind):
            let text = String(decoding: session.combined.prefix(10 * 1024), as: UTF8.self)
            probeEnded(session.container, kind, exit.code == 0 ? .good : .bad(text), &worker, api: &api)
        case .postStart: postStartEnded(session, exit, &worker, api: &api)
        case .preStop:
            if exit.code != 0 { reportFailedPreStop(session.container, worker, api: &api) }
            askToEnd(session.container, &worker, api: &api)
        }
    }
}
