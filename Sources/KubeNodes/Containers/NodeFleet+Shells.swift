import Documents
import KubeAPI
import KubeModel
import Shell

/// Running shells inside containers.
extension NodeFleet {
    /// What a shell has done when it pauses.
    struct ShellStep {
        var exit: ProcessExit?
        var output: [(stream: OutputStream, bytes: [UInt8])]
        var effects: [ContainerHost.Effect]
        var world: ContainerWorld
    }

    /// Lets the main shell of a container go on.
    mutating func advanceShell(_ run: ShellRun, _ index: Int, _ worker: inout PodWorker, api: inout APIServer) {
        var run = run
        worker.containers[index].run?.process = .endless  // the shell is in our hands alone meanwhile
        let step = step(&run, index, &worker, api: api)
        worker.containers[index].run?.process = .shell(run)
        for chunk in step.output { worker.containers[index].run?.log?.append(chunk.bytes, at: api.now) }
        finish(step, index, &worker, api: &api)
        if let exit = step.exit {
            exited(index, exit, &worker, api: &api)
        } else if let wake = run.wakeAt {
            worker.timers.set(.process(index), at: wake)
        }
    }

    /// Runs a shell in the world of a container, which everyone else sees as it was before.
    mutating func step(_ run: inout ShellRun, _ index: Int, _ worker: inout PodWorker, api: borrowing APIServer)
        -> ShellStep
    {
        workers[worker.slot] = worker  // the shell may talk to its own pod
        defer { workers[worker.slot] = nil }
        return perform(&run, index, worker, api: api)
    }

    private func perform(_ run: inout ShellRun, _ index: Int, _ worker: PodWorker, api: borrowing APIServer)
        -> ShellStep
    {
        var world = world(index, worker, api: api)
        let reference = try? ImageReference(parsing: worker.containers[index].run?.requestedImage ?? "")
        let image = reference.flatMap(catalog.find)
        var host = ContainerHost(
            files: world.files, now: api.now, fleet: self, api: api,
            origin: Origin(slot: worker.slot, address: worker.address ?? "", namespace: worker.key.namespace),
            image: image, tag: reference?.tag ?? "",
            mainCommands: worker.containers[index].run?.titles ?? [], ownCommand: run.command.joined(separator: " "),
            processID: run.shell.configuration.processID,
            user: ContainerUser(worker.containers[index].spec, of: worker.pod, image: image))
        let exit = run.advance(&host)
        world.files = host.files
        return ShellStep(exit: exit, output: host.output, effects: host.effects, world: world)
    }

    /// Keeps what a shell has written, and does what it asked for.
    mutating func finish(_ step: ShellStep, _ index: Int, _ worker: inout PodWorker, api: inout APIServer) {
        keep(step.world, index, &worker, api: api)
        for effect in step.effects {
            switch effect {
            case .signal(let name): deliver(name, to: index, &worker, api: &api)
            case .request(let slot, let container) where slot == worker.slot:
                worker.containers[container].requests.add(now: api.now)
            case .request(let slot, let container): workers[slot]?.containers[container].requests.add(now: api.now)
            case .memory(let bytes):
                guard let limit = worker.containers[index].spec.limit("memory")?.units, bytes > limit else { continue }
                exited(index, ProcessExit(code: 137, reason: "OOMKilled"), &worker, api: &api)
            case .listen(let listener):
                worker.containers[index].run?.listeners.removeAll { $0.port == listener.port }
                worker.containers[index].run?.listeners.append(listener)
            }
        }
        worldChanged(&worker, now: api.now)
    }

    /// What a command that waits for connections says to one.
    func respond(
        _ listener: ShellListener, _ destination: Destination, _ request: HTTPRequestMessage, api: borrowing APIServer
    ) -> HTTPResponse? {
        switch listener.content {
        case .bytes(let bytes): return HTTPResponse(wireBytes: bytes)
        case .files(let root):
            return serveFile(root, String(request.path.prefix { $0 != "?" }), destination, server: "", api: api)
        case .program(let command):
            guard let worker = workers[destination.slot] else { return nil }
            var run = newShell(command, destination.container, worker)
            let step = perform(&run, destination.container, worker, api: api)
            return HTTPResponse(wireBytes: step.output.filter { $0.stream == .standardOutput }.flatMap(\.bytes))
        }
    }

    /// A shell beside the main process of a running container.
    func newShell(
        _ command: [String], _ index: Int, _ worker: PodWorker, hasInput: Bool = false, typedTo: ExecTyping = .no
    ) -> ShellRun {
        let run = worker.containers[index].run
        let reference = try? ImageReference(parsing: run?.requestedImage ?? "")
        let prompt = ContainerTools.prompt(of: command.first ?? "", reference.flatMap(catalog.find))
        return ShellRun(
            command: command, environment: run?.environment ?? [], workingDirectory: run?.workingDirectory ?? "/",
            processID: 7 + worker.sessionCount, hasInput: hasInput || typedTo != .no, memoryLimit: nil,
            withheld: ContainerTools.withheld, hostName: worker.hostName, isInteractive: typedTo == .terminal,
            prompt: typedTo == .terminal ? prompt : "")
    }
}

extension HTTPResponse {
    /// Reads an answer as it came over the wire; `nil` when it is none.
    init?(wireBytes bytes: [UInt8]) {
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map { line in
            line.last == 13 ? line.dropLast() : line
        }
        let words = String(decoding: lines.first ?? [], as: UTF8.self).split(separator: " ")
        guard words.count >= 2, words[0].hasPrefix("HTTP/"), let status = Int(words[1]) else { return nil }
        self.init(status: status)
        guard let blank = lines.firstIndex(where: \.isEmpty) else { return }
        for line in lines[1..<blank] {
            let parts = String(decoding: line, as: UTF8.self).split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { continue }
            headers.append(HTTPHeader(parts[0], String(parts[1].drop { $0 == " " })))
        }
        body = Array(bytes[lines[blank].endIndex...].drop { $0 == 13 }.dropFirst())
    }
}
