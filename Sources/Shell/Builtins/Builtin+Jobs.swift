extension Builtin {
    /// `wait [id...]`, `wait -n`
    static let wait = Builtin { shell, call throws(ShellMessage.Failure) in
        let children = shell.processes.filter { $0.parent == shell.process.id && $0.jobText != nil }.map(\.id)
        if call.arguments.first == "-n" {
            guard !children.isEmpty else { return .status(shell.endedJobs.isEmpty ? 127 : 0) }
            let ended = shell.endedJobs.keys.sorted()
            if call.attempt.count > 0, let id = ended.first { return .status(shell.reap(id)) }
            return .blocked(.anyChild(children))
        }
        guard !call.arguments.isEmpty else {
            if !children.isEmpty { return .blocked(.children(children, until: nil)) }
            shell.endedJobs = [:]
            return .status(0)
        }
        var status: Int32 = 0
        for word in call.arguments {
            guard let id = shell.jobID(word) else {
                call.print("\(shell.messagePrefix)wait: `\(word)': not a pid or valid job spec\n", to: .standardError)
                return .status(1)
            }
            if children.contains(id) { return .blocked(.children([id], until: nil)) }
            guard let ended = shell.endedJobs[id] else {
                call.print("\(shell.messagePrefix)wait: pid \(id) is not a child of this shell\n", to: .standardError)
                status = 127
                continue
            }
            status = ended
        }
        return .status(status)
    }

    static let jobs = Builtin { shell, call throws(ShellMessage.Failure) in
        let running = shell.processes.filter {
            $0.parent == shell.process.id && $0.jobText != nil && $0.exitStatus == nil
        }
        for (index, job) in running.enumerated() {
            if call.arguments.contains("-p") {
                call.print("\(job.id)\n")
                continue
            }
            let mark = index == running.count - 1 ? "+" : index == running.count - 2 ? "-" : " "
            call.print("[\(index + 1)]\(mark)  Running                 \(job.jobText ?? "") &\n")
        }
        return .status(0)
    }

    /// `kill [-SIGNAL] id...`, `kill -l`
    static let kill = Builtin { shell, call throws(ShellMessage.Failure) in
        var signal = Signal.terminate
        var onlyAsks = false
        var words = call.arguments[...]
        if words.first == "-l", words.count > 1 {
            for word in words.dropFirst() {
                if let number = Int(word) {
                    let signal = Signal.allCases.first { $0.number == number || $0.number + 128 == number }
                    call.print("\(signal?.rawValue ?? word)\n")
                } else if let signal = Signal(name: word.uppercased()) {
                    call.print("\(signal.number)\n")
                } else {
                    throw .init(.builtin(command: "kill", "\(word): invalid signal specification"))
                }
            }
            return .status(0)
        }
        if words.first == "-l" {
            call.print(Signal.allCases.map { "\($0.number)) SIG\($0.rawValue)" }.joined(separator: "\n") + "\n")
            return .status(0)
        }
        if let option = words.first, option.hasPrefix("-"), option.count > 1 {
            words = words.dropFirst()
            var name = String(option.dropFirst())
            if name == "s" || name == "n" { name = words.popFirst() ?? "" }
            if name == "0" {
                onlyAsks = true
            } else if name != "-" {
                guard let found = Signal(name: name.uppercased()) else {
                    throw .init(.builtin(command: "kill", "\(name): invalid signal specification"))
                }
                signal = found
            }
        }
        if words.isEmpty {
            throw .init(
                .usage(
                    command: "kill", "kill [-s sigspec | -n signum | -sigspec] pid | jobspec ... or kill -l [sigspec]"))
        }
        var status: Int32 = 0
        for word in words {
            guard let id = shell.jobID(word) else {
                call.print(
                    "\(shell.messagePrefix)kill: \(word): arguments must be process or job IDs\n", to: .standardError)
                status = 1
                continue
            }
            guard let index = shell.processes.firstIndex(where: { $0.id == id && $0.exitStatus == nil }) else {
                call.print("\(shell.messagePrefix)kill: (\(word)) - No such process\n", to: .standardError)
                status = 1
                continue
            }
            if !onlyAsks { shell.send(signal, toProcessAt: index) }
        }
        return .status(status)
    }
}

extension Shell {
    /// `42` or `%1`
    fileprivate func jobID(_ word: String) -> Int? {
        guard word.hasPrefix("%") else { return Int(word) }
        let jobs = processes.filter { $0.jobText != nil && $0.exitStatus == nil }.map(\.id)
        if word == "%" || word == "%%" || word == "%+" { return jobs.last }
        guard let number = Int(word.dropFirst()), jobs.indices.contains(number - 1) else { return nil }
        return jobs[number - 1]
    }
}
