extension Shell {
    /// Leaves the process with a status, through its EXIT trap.
    mutating func exit(with status: Int32) {
        process.environment.status = status
        while let frame = process.frames.popLast() { leave(frame) }
        // Leaving a trap has put back the status from before it.
        process.environment.status = status
        if let text = process.environment.traps["EXIT"], !text.isEmpty, process.runsExitTrap {
            process.runsExitTrap = false
            process.environment.traps["EXIT"] = nil
            process.frames.append(.exit)
            process.frames.append(.trapEnd(status: status))
            process.frames.append(.text(ScriptReader(bytes: Array(text.utf8), origin: .trap)))
            return
        }
        if process.parent == nil { hasExited = true }
        finishProcess()
    }

    mutating func breakLoops(_ count: Int) {
        for _ in 0..<count {
            while let frame = process.frames.last, !frame.isLoop {
                if isScope(frame) { return }
                process.frames.removeLast()
                leave(frame)
            }
            if process.frames.last?.isLoop == true { process.frames.removeLast() }
        }
    }

    mutating func continueLoop(_ count: Int) {
        breakLoops(count - 1)
        while let frame = process.frames.last, !frame.isLoop {
            if isScope(frame) { return }
            process.frames.removeLast()
            leave(frame)
        }
    }

    var isInLoop: Bool {
        for frame in process.frames.reversed() {
            if frame.isLoop { return true }
            if isScope(frame) { return false }
        }
        return false
    }

    /// Leaves the function or sourced file; false when there is none.
    mutating func returnFromScope() -> Bool {
        guard process.frames.contains(where: isScope) else { return false }
        while let frame = process.frames.popLast() {
            leave(frame)
            if isScope(frame) { return true }
        }
        return true
    }
}

extension Frame {
    var isLoop: Bool {
        switch self {
        case .loop, .forEach, .forArithmetic: true
        default: false
        }
    }
}

// MARK: - Signals

extension Shell {
    /// Sends a signal to the shell: its trap runs at the end of the command in hand, else the shell ends.
    package mutating func deliver(_ signal: Signal) {
        guard !hasExited else { return }
        if signal == .interrupt, configuration.isInteractive { return interrupt() }
        send(signal, toProcessAt: 0)
    }

    /// Ctrl-C at a prompt: everything in the foreground ends, the shell stays and reads its next command.
    private mutating func interrupt() {
        processes.removeAll { $0.parent != nil && $0.jobText == nil }
        current = 0
        while let frame = process.frames.last, !frame.readsCommands {
            process.frames.removeLast()
            leave(frame)
        }
        process.capture = nil
        process.substitutions = []
        process.wait = .none
        process.environment.status = 130
    }

    mutating func send(_ signal: Signal, toProcessAt index: Int) {
        guard processes[index].exitStatus == nil else { return }
        let trap = processes[index].environment.traps[signal.rawValue]
        if signal != .kill {
            if trap == "" { return }
            if trap != nil {
                processes[index].pendingSignals.append(signal)
                return
            }
            if !signal.isFatal || processes[index].id == 1 { return }
            if index == 0, configuration.isInteractive, signal == .terminate || signal == .quit { return }
        }
        let before = current
        current = index
        die(of: signal)
        current = min(before, processes.count - 1)
    }

    /// Ends the running process as the signal does; the shell takes its children along.
    mutating func die(of signal: Signal) {
        process.environment.status = 128 + signal.number
        process.frames = []
        process.pendingSignals = []
        process.capture = nil
        process.wait = .none
        if process.parent == nil {
            hasExited = true
            processes.removeSubrange(1...)
        } else {
            endChildren(of: process.id)
        }
        finishProcess()
    }

    private mutating func endChildren(of id: Int) {
        for index in processes.indices where processes[index].parent == id && processes[index].exitStatus == nil {
            guard processes[index].jobText == nil else { continue }
            processes[index].exitStatus = 143
            processes[index].isReaped = true
            endChildren(of: processes[index].id)
        }
    }

    /// A process in `wait` hears of a signal at once.
    mutating func wakeSignalled() {
        for index in processes.indices where !processes[index].pendingSignals.isEmpty {
            if case .builtin("wait", _, _) = processes[index].frames.last {
                processes[index].frames.removeLast()
                processes[index].wait = .none
                let signal = processes[index].pendingSignals[0]
                processes[index].environment.status = 128 + signal.number
            }
        }
    }

    /// Begins the trap of a signal when the command in hand is over; false when it is not.
    mutating func takeSignal() -> Bool {
        switch process.frames.last {
        case nil, .text, .list, .chain, .pipeline, .condition, .loop, .forEach, .exit: break
        default: return false
        }
        let signal = process.pendingSignals.removeFirst()
        guard let text = process.environment.traps[signal.rawValue], !text.isEmpty else { return true }
        process.frames.append(.trapEnd(status: process.environment.status))
        process.frames.append(.text(ScriptReader(bytes: Array(text.utf8), origin: .trap)))
        return true
    }
}
