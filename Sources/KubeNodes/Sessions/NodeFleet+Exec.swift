import Documents
package import KubeAPI
package import KubeModel
import Shell

/// What `kubectl exec` asks for.
extension NodeFleet {
    /// Begins a command in a container; `execResult` has its end.
    package mutating func startExec(_ request: ExecRequest, api: inout APIServer) throws(APIError) -> ExecID {
        let key = ObjectKey(namespace: request.namespace, name: request.pod)
        guard let pod = api.get(.pods, key) else {
            throw .notFound(ResourceType.pods.groupResource, name: request.pod)
        }
        guard let slot = slotByUID[pod.uid], let seen = workers[slot] else {
            throw .badRequest("pod \(request.pod) does not have a host assigned")
        }
        try checkReachable(seen, path: "exec/\(request.namespace)/\(request.pod)/\(request.container)")
        guard let index = seen.containers.firstIndex(where: { $0.spec.name == request.container }),
            seen.containers[index].isRunning
        else {
            throw .badRequest("unable to upgrade connection: container not found (\"\(request.container)\")")
        }
        return try begin(request, index, slot, api: &api)
    }

    private mutating func begin(_ request: ExecRequest, _ index: Int, _ slot: Int, api: inout APIServer)
        throws(APIError) -> ExecID
    {
        guard var worker = take(slot) else { throw .internalError("container is busy") }
        execCount += 1
        let id = ExecID(number: execCount)
        execSlots[id] = slot
        do throws(CommandNotFound) {
            try beginSession(
                request.command, .exec(id), index, &worker, input: request.standardInput,
                typedTo: request.isTypedTo ? (request.isTerminal ? .terminal : .pipe) : .no, api: &api)
        } catch {
            execSlots[id] = nil
            put(worker)
            let session = api.random.hexadecimal(count: 64)
            throw .internalError(
                "Internal error occurred: error executing command in container: failed to exec in container: failed to start exec \"\(session)\": OCI runtime exec failed: exec failed: unable to start container process: \(error.reason): unknown"
            )
        }
        put(worker)
        return id
    }

    /// What the command has printed and how it ended, once; `nil` while it runs.
    package mutating func takeExecResult(_ id: ExecID) -> ExecResult? {
        endedCommands.removeValue(forKey: id)?.result
    }

    /// What the command has printed since the last step, when it has ended or waits for a line; `nil` while it works.
    package mutating func takeExecStep(_ id: ExecID) -> ExecStep? {
        if let end = endedCommands.removeValue(forKey: id) {
            return ExecStep(output: end.unshown, state: .ended(exitCode: end.result.exitCode))
        }
        guard let slot = execSlots[id],
            let place = workers[slot]?.sessions.firstIndex(where: { $0.purpose == .exec(id) }),
            let session = workers[slot]?.sessions[place], session.run.waitsForInput
        else { return nil }
        workers[slot]?.sessions[place].shownBytes = session.combined.count
        return ExecStep(
            output: Array(session.combined[session.shownBytes...]),
            state: .waiting(id, prompt: session.run.shell.inputPrompt))
    }

    /// Hands over what was typed to a command; nothing happens when it is gone.
    package mutating func type(_ input: ExecInput, to id: ExecID, api: inout APIServer) {
        guard let slot = execSlots[id], var worker = take(slot) else { return }
        defer { put(worker) }
        guard let place = worker.sessions.firstIndex(where: { $0.purpose == .exec(id) }) else { return }
        worker.sessions[place].run.take(input)
        advanceSession(worker.sessions[place].id, &worker, api: &api)
    }
}

/// Whether someone types while a command runs.
enum ExecTyping: Hashable, Sendable {
    case no
    /// `kubectl exec -i`
    case pipe
    /// `kubectl exec -it`: with a prompt, and Ctrl-C does not end the shell.
    case terminal
}
