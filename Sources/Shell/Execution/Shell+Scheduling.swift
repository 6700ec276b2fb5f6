extension Shell {
    /// Runs until everything has ended or has to wait.
    package mutating func resume(host: inout some ShellHost) -> ShellState {
        stepsLeft = limits.steps
        breach = nil
        turnsLeft -= 1
        guard turnsLeft >= 0 else { return end(with: .turns) }
        wakeSignalled()
        var backgroundTurns = 20
        while true {
            removeReaped()
            if processes[0].exitStatus != nil || isIdle {
                backgroundTurns -= 1
                if hasExited || backgroundTurns < 0 || !canRun(at: host.secondsSinceEpoch) { return .finished(status) }
            }
            guard let next = nextRunnable(at: host.secondsSinceEpoch) else { return waitingState(host: host) }
            current = next
            runTurn(host: &host)
            if let breach { return end(with: breach) }
        }
    }

    /// Runs to the end, moving the clock of the host with `sleep` whenever everything waits.
    package mutating func runToEnd<Host: ShellHost>(
        host: inout Host, sleep: (Double, inout Host) -> Void
    ) -> ShellState {
        while true {
            switch resume(host: &host) {
            case .sleeping(let seconds): sleep(seconds, &host)
            case .needsInput: endTyping()
            case .finished(let status): return .finished(status)
            case .limitExceeded(let limit): return .limitExceeded(limit)
            }
        }
    }

    /// The shell itself has nothing to do.
    private var isIdle: Bool {
        processes[0].frames.isEmpty && processes[0].pendingSignals.isEmpty
    }

    private mutating func end(with limit: ShellLimit) -> ShellState {
        if limit == .steps {
            turnsLeft += 1  // the turn goes on when the shell is resumed
        } else {
            hasExited = !configuration.isInteractive
            processes[0].environment.status = 137
            processes.removeSubrange(1...)
            processes[0].frames = []
        }
        return .limitExceeded(limit)
    }

    private func waitingState(host: some ShellHost) -> ShellState {
        if waitingForKeyboard != nil { return .needsInput }
        if let wake = nextWake { return .sleeping(seconds: max(0, wake - host.secondsSinceEpoch)) }
        return .finished(status)
    }

    private mutating func removeReaped() {
        guard processes.contains(where: \.isReaped) else { return }
        processes.removeAll { $0.isReaped }
        current = 0
        if pipes.count + openContents.count > 32 { dropUnheld() }
    }

    private func canRun(at now: Double) -> Bool {
        processes.indices.dropFirst().contains { isRunnable(processes[$0], at: now) }
    }

    /// Processes take turns in the order of their birth.
    private func nextRunnable(at now: Double) -> Int? {
        let order =
            Array((current + 1)..<max(processes.count, current + 1)) + Array(0...min(current, processes.count - 1))
        return order.first { isRunnable(processes[$0], at: now) }
    }

    private func isRunnable(_ process: Process, at now: Double) -> Bool {
        guard process.exitStatus == nil else { return false }
        if process.parent == nil, process.frames.isEmpty, process.pendingSignals.isEmpty { return false }
        // Seconds as floating point lose the last digits when an owner counts in nanoseconds.
        let tolerance = 0.000_01
        switch process.wait {
        case .none: return true
        case .sleeping(let until): return now + tolerance >= until
        case .readable(let pipe, let count): return (pipes[pipe]?.available.count ?? 0) > count || !hasWriter(pipe)
        case .pipeEnd(let pipe): return !hasWriter(pipe)
        case .typed(let count): return typed.count > count || isTypingOver
        case .typingEnd: return isTypingOver
        case .writable(let pipe): return pipes[pipe]?.isFull != true || !hasReader(pipe) || isDrained(pipe)
        case .children(let ids, let until):
            return ids.allSatisfy(hasEnded) || until.map { now + tolerance >= $0 } ?? false
        case .anyChild(let ids): return ids.contains(where: hasEnded)
        }
    }

    /// A command that needs all of its input lets the writer go on above the size of a pipe.
    private func isDrained(_ pipe: Int) -> Bool {
        processes.contains { process in
            guard process.exitStatus == nil else { return false }
            switch process.wait {
            case .pipeEnd(pipe): return true
            case .readable(pipe, let count): return (pipes[pipe]?.available.count ?? 0) <= count
            default: return false
            }
        }
    }

    func hasEnded(_ id: Int) -> Bool {
        processes.first { $0.id == id }.map { $0.exitStatus != nil } ?? true
    }

    private mutating func runTurn(host: inout some ShellHost) {
        process.wait = .none
        var turn = 2000
        while turn > 0, process.exitStatus == nil, process.wait == .none, breach == nil {
            if process.frames.isEmpty, process.parent == nil, process.pendingSignals.isEmpty { return }
            turn -= 1
            stepsLeft -= 1
            if stepsLeft <= 0 {
                breach = .steps
                return
            }
            step(host: &host)
            reopenKeyboard()
        }
    }
}

// MARK: - Who holds what

extension Shell {
    func hasWriter(_ pipe: Int) -> Bool { isHeld(.pipeWriter(pipe)) }

    func hasReader(_ pipe: Int) -> Bool {
        isHeld(.pipeReader(pipe)) || processes.contains { $0.capture?.pipe == pipe }
    }

    private func isHeld(_ descriptor: Descriptor) -> Bool {
        processes.contains { process in
            process.exitStatus == nil
                && (process.descriptors.values.contains(descriptor)
                    || process.coveredDescriptors.contains { $0.values.contains(descriptor) })
        }
    }

    /// Forgets pipes and opened files that no process can reach any more.
    private mutating func dropUnheld() {
        var held: Set<Descriptor> = []
        var captured: Set<Int> = []
        for process in processes where process.exitStatus == nil {
            held.formUnion(process.descriptors.values)
            for covered in process.coveredDescriptors { held.formUnion(covered.values.compactMap { $0 }) }
            if let capture = process.capture { captured.insert(capture.pipe) }
        }
        pipes = pipes.filter {
            captured.contains($0.key) || held.contains(.pipeReader($0.key)) || held.contains(.pipeWriter($0.key))
        }
        openContents = openContents.filter { held.contains(.contents($0.key)) }
    }
}

// MARK: - Children

extension Shell {
    /// Makes a child that begins with a copy of what the running process knows; `nil` when there are too many.
    mutating func spawn(frames: [Frame], descriptors: [Int: Descriptor], jobText: String? = nil) -> Int? {
        guard processes.count < limits.processes else {
            breach = .processes
            return nil
        }
        var environment = process.environment
        environment.traps = environment.traps.filter { $0.value.isEmpty }
        var child = Process(
            id: nextProcessID, parent: process.id, shellID: process.shellID, environment: environment,
            descriptors: descriptors, frames: frames)
        child.isGuarded = isGuarded
        child.jobText = jobText
        nextProcessID += 1
        processes.append(child)
        return child.id
    }

    /// Takes the status of a child that has ended, and forgets the child.
    mutating func reap(_ id: Int) -> Int32 {
        if let index = processes.firstIndex(where: { $0.id == id }) {
            guard let status = processes[index].exitStatus else { return 0 }
            processes[index].isReaped = true
            return status
        }
        return endedJobs.removeValue(forKey: id) ?? 127
    }

    /// Ends the running process.
    mutating func finishProcess() {
        process.exitStatus = process.environment.status
        process.descriptors = [:]
        process.coveredDescriptors = []
        if process.jobText != nil {
            endedJobs[process.id] = process.environment.status
            process.isReaped = true
        }
    }
}
