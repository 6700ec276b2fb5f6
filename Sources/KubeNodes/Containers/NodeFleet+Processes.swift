import Documents
import KubeAPI
import KubeModel
import Shell

extension NodeFleet {
    /// What a container's command line turns into.
    func makeProcess(
        _ configuration: ContainerConfiguration, _ image: PresentImage, _ worker: PodWorker, _ index: Int, now: Instant
    ) -> ContainerProcess {
        guard profile != .hollow, let content = image.image else { return .endless }
        var words = configuration.command
        while let name = words.first {
            let program = content.programs[name] ?? content.programs[ProgramName.last(of: name)]
            switch program {
            case .wrapper: words.removeFirst()
            case .own(let answers, let service):
                let arguments = Array(words.dropFirst())
                if let answer = answers.first(where: { $0.arguments == arguments }) { return .answer(answer) }
                guard let service else { return .missing(message: ProgramName.notFound(name)) }
                let limit = worker.containers[index].spec.limit("memory").map { Int($0.units) }
                return .service(
                    ServiceRun(service, environment: configuration.environment, memoryLimit: limit, now: now))
            case nil: return shellProcess(words, configuration, content, worker, index)
            }
        }
        return .missing(message: "no command specified")
    }

    private func shellProcess(
        _ words: [String], _ configuration: ContainerConfiguration, _ image: ContainerImage, _ worker: PodWorker,
        _ index: Int
    ) -> ContainerProcess {
        let spec = worker.containers[index].spec
        let run = ShellRun(
            command: words, environment: configuration.environment, workingDirectory: configuration.workingDirectory,
            processID: worker.sharesProcesses ? 7 : 1, hasInput: spec.isInteractive,
            memoryLimit: spec.limit("memory").map { Int($0.units) },
            withheld: ContainerTools.withheld, hostName: worker.hostName)
        guard image.hasShell, knows(words[0], run.shell, image) else {
            return .missing(message: ProgramName.notFound(words[0]))
        }
        return .shell(run)
    }

    /// Whether a container of this image can run a command of this name.
    func knows(_ name: String, _ shell: Shell, _ image: ContainerImage) -> Bool {
        let last = ProgramName.last(of: name)
        if last == ContainerTools.bash { return image.tools.contains(last) }
        return ["sh", "ash"].contains(last) || ContainerTools.find(last, image) != nil || image.programs[last] != nil
            || shell.knows(command: name, files: MemoryFileSystem(root: .folder()))
    }

    /// Lets a container's process do what is due, and notes what it printed and whether it has ended.
    mutating func advanceProcess(_ index: Int, _ worker: inout PodWorker, api: inout APIServer) {
        guard worker.containers[index].isRunning, let process = worker.containers[index].run?.process else { return }
        switch process {
        case .endless, .missing: return
        case .answer(let answer):
            let now = api.now
            worker.containers[index].run?.log?.append(Array(answer.standardOutput.utf8), at: now)
            worker.containers[index].run?.log?.append(Array(answer.standardError.utf8), at: now)
            exited(index, ProcessExit(code: answer.exitCode), &worker, api: &api)
        case .shell(let run): advanceShell(run, index, &worker, api: &api)
        case .service(var service):
            let step = service.advance(now: api.now)
            worker.containers[index].run?.process = .service(service)
            for line in step.output { worker.containers[index].run?.log?.appendLine(line.text, at: line.time) }
            if let exit = step.exit {
                exited(index, exit, &worker, api: &api)
            } else if let due = service.nextDue {
                worker.timers.set(.process(index), at: due)
            }
        }
    }

    /// Sends a signal to a container's first process.
    mutating func deliver(_ signal: String, to index: Int, _ worker: inout PodWorker, api: inout APIServer) {
        guard worker.containers[index].isRunning, let process = worker.containers[index].run?.process else { return }
        switch process {
        case .endless, .missing, .answer: exited(index, ProcessExit(code: 0), &worker, api: &api)
        case .shell(var run):
            guard let signal = Signal(name: signal) else { return }
            run.shell.deliver(signal)
            advanceShell(run, index, &worker, api: &api)
        case .service(var service):
            service.terminate(now: api.now)
            worker.containers[index].run?.process = .service(service)
            advanceProcess(index, &worker, api: &api)
        }
    }

    /// What a container leaves as the reason of its end.
    ///
    /// Source: `getTerminationMessage` of `pkg/kubelet/kuberuntime/kuberuntime_container.go`.
    func terminationMessage(of run: ContainerRun, _ spec: Container) -> String {
        if let file = run.world?.files, let bytes = try? file.read(spec.terminationMessagePath), !bytes.isEmpty {
            return String(decoding: bytes.prefix(KubeletTimings.terminationMessageBytesMax), as: UTF8.self)
        }
        guard spec.fallsBackToLogs, run.exitCode != 0, let log = run.log else { return "" }
        let lines = log.lines.suffix(KubeletTimings.terminationLogLinesMax).map(\.text)
        let text = lines.joined(separator: "\n") + (lines.isEmpty ? "" : "\n")
        return String(decoding: Array(text.utf8).suffix(KubeletTimings.terminationLogBytesMax), as: UTF8.self)
    }
}

/// Names of programs as container runtimes look them up and complain about them.
enum ProgramName {
    /// `/usr/sbin/nginx` is `nginx`.
    static func last(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// What the runtime says when it cannot start a process.
    static func notFound(_ name: String) -> String {
        "failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: \(reason(name)): unknown"
    }

    static func reason(_ name: String) -> String {
        name.contains("/")
            ? "exec: \"\(name)\": stat \(name): no such file or directory"
            : "exec: \"\(name)\": executable file not found in $PATH"
    }
}
