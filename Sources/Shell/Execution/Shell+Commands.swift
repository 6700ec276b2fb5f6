extension Shell {
    /// Runs a command by its name: function, builtin, tool, command of the host, script file.
    mutating func execute(_ arguments: [String], scope: LookupScope, host: inout some ShellHost) {
        guard let name = arguments.first else { return }
        if scope == .everywhere, let body = process.environment.functions[name] {
            return call(body, arguments: arguments)
        }
        if host.overrides(name, arguments: Array(arguments.dropFirst())) {
            return runOutside(arguments, scope: scope, host: &host)
        }
        if Builtins.table[name] != nil, !scope.isExternal || Builtins.external.contains(name) {
            return run(builtin: name, Array(arguments.dropFirst()), Attempt(), host: &host)
        }
        let short = ToolTable.shortName(name)
        if let tool = ToolTable.tools[short], !configuration.withheldTools.contains(short) {
            return advance(RunningTool(tool: tool, name: name, arguments: Array(arguments.dropFirst())), host: &host)
        }
        if ShellInvocation.names.contains(short), !configuration.withheldTools.contains(short) {
            return startShell(arguments, host: &host)
        }
        runOutside(arguments, scope: scope, host: &host)
    }

    private mutating func call(_ body: Command, arguments: [String]) {
        let calls = process.frames.count { if case .functionEnd = $0 { true } else { false } }
        guard calls < limits.depth else {
            breach = .depth
            return
        }
        process.frames.append(.functionEnd(positional: process.environment.positional))
        process.environment.functionNames.insert(arguments[0], at: 0)
        process.environment.localScopes.append([:])
        process.environment.positional = Array(arguments.dropFirst())
        process.frames.append(.command(body))
    }

    /// Commands of the host, then files.
    private mutating func runOutside(_ arguments: [String], scope: LookupScope, host: inout some ShellHost) {
        var call = CommandCall(
            name: arguments[0], arguments: Array(arguments.dropFirst()), environment: process.environment.exported,
            workingDirectory: process.environment.workingDirectory, startedAt: host.secondsSinceEpoch)
        if case .external(let runner?) = scope { call.runner = runner }
        call.descriptorContents = descriptorContents
        advance(call, host: &host)
    }

    mutating func advance(_ call: CommandCall, host: inout some ShellHost) {
        var call = call
        if call.standardInput == nil, process.descriptors[0] != .terminalInput {
            guard host.readsStandardInput(call.name, arguments: call.arguments) else {
                call.standardInput = []
                return runOnHost(call, host: &host)
            }
            guard case .rest(let bytes) = peekInput() else {
                process.frames.append(.host(call))
                process.wait = waitForAllInput()
                return
            }
            consume(bytes.count)
            call.standardInput = Array(bytes)
        }
        runOnHost(call, host: &host)
    }

    private mutating func runOnHost(_ call: CommandCall, host: inout some ShellHost) {
        turnsLeft -= 1
        guard turnsLeft >= 0 else {
            breach = .turns
            return
        }
        let goesToTerminal =
            process.descriptors[1] == .terminal(.standardOutput) && process.descriptors[2] != nil
            && [.terminal(.standardOutput), .terminal(.standardError)].contains(process.descriptors[2])
        var output = CommandOutput(
            isCaptured: !goesToTerminal,
            errorTarget: process.descriptors[2] == .terminal(.standardOutput)
                ? .standardOutput : .standardError)
        var call = call
        (call.deadline, call.isInBackground) = surroundings
        guard let result = host.run(call, output: &output) else {
            return runFile([call.name] + call.arguments, runner: call.runner, host: &host)
        }
        for chunk in output.chunks { write(chunk.bytes, to: chunk.stream == .standardOutput ? 1 : 2, host: &host) }
        guard process.exitStatus == nil else { return }
        switch result {
        case .exited(let status): process.environment.status = status
        case .sleeping(let seconds):
            var again = call
            again.attempt += 1
            process.frames.append(.host(again))
            process.wait = .sleeping(until: host.secondsSinceEpoch + max(0, seconds))
        }
    }

    /// What the running process and those above it say of its end.
    private var surroundings: (deadline: Double?, isInBackground: Bool) {
        var line: [Process] = [process]
        while let parent = line.last?.parent, let next = processes.first(where: { $0.id == parent }) {
            line.append(next)
        }
        let ids = line.map(\.id)
        let deadlines = line.flatMap(\.frames).compactMap { frame -> Double? in
            guard case .timeout(let timeout) = frame, ids.contains(timeout.child) else { return nil }
            return timeout.until
        }
        return (deadlines.min(), line.contains { $0.jobText != nil })
    }

    private mutating func runFile(_ arguments: [String], runner: String?, host: inout some ShellHost) {
        let name = arguments[0]
        let path = absolute(name)
        if let runner, !name.utf8.contains(.slash) || host.files.status(of: path) == nil {
            write(Self.message(of: runner, missing: name) + "\n", to: 2, host: &host)
            process.environment.status = 127
            return
        }
        guard name.utf8.contains(.slash) else { return fail(.commandNotFound(name), status: 127, host: &host) }
        guard let status = host.files.status(of: path) else {
            return fail(.file(.notFound(path), path: name), status: 127, host: &host)
        }
        if status.isDirectory { return fail(.file(.isDirectory(path), path: name), status: 126, host: &host) }
        if status.mode & 0o111 == 0 {
            return fail(.file(.permissionDenied(path), path: name), status: 126, host: &host)
        }
        startShell(["sh"] + arguments, host: &host)
    }

    private static func message(of runner: String, missing name: String) -> String {
        switch runner {
        case "xargs": "xargs: \(name): No such file or directory"
        case "nohup": "nohup: failed to run command '\(name)': No such file or directory"
        case "timeout": "\(runner): failed to run command \u{2018}\(name)\u{2019}: No such file or directory"
        default: "\(runner): \u{2018}\(name)\u{2019}: No such file or directory"
        }
    }

    mutating func fail(_ message: ShellMessage, status: Int32, host: inout some ShellHost) {
        say(message, host: &host)
        process.environment.status = status
    }
}

// MARK: - Builtins

extension Shell {
    mutating func run(
        builtin name: String, _ arguments: [String], _ attempt: Attempt, host: inout some ShellHost
    ) {
        guard let builtin = Builtins.table[name] else { return }
        var attempt = attempt
        if attempt.count == 0 { attempt.startedAt = host.secondsSinceEpoch }
        var call = BuiltinCall(
            name: name, arguments: arguments, files: host.files, seconds: host.secondsSinceEpoch, attempt: attempt,
            hostCommands: name == "type" || name == "command" ? host.commandNames : [])
        let outcome: BuiltinOutcome
        do throws(ShellMessage.Failure) {
            outcome = try builtin.run(&self, &call)
        } catch {
            say(error.message, host: &host)
            outcome = .status(error.message.status ?? builtin.failureStatus)
        }
        for chunk in call.output { write(chunk.bytes, to: chunk.stream == .standardOutput ? 1 : 2, host: &host) }
        guard process.exitStatus == nil, breach == nil else { return }
        finish(outcome, name: name, arguments: arguments, attempt: attempt, host: &host)
    }

    private mutating func finish(
        _ outcome: BuiltinOutcome, name: String, arguments: [String], attempt: Attempt, host: inout some ShellHost
    ) {
        switch outcome {
        case .status(let status): process.environment.status = status
        case .breaking(let count): breakLoops(count)
        case .continuing(let count): continueLoop(count)
        case .returning(let status):
            if returnFromScope() {
                process.environment.status = status
            } else {
                fail(
                    .builtin(command: "return", "can only `return' from a function or sourced script"), status: 2,
                    host: &host)
            }
        case .exiting(let status): exit(with: status)
        case .running(let frames): process.frames += frames
        case .blocked(let wait):
            process.frames.append(
                .builtin(
                    name: name, arguments: arguments,
                    attempt: Attempt(count: attempt.count + 1, startedAt: attempt.startedAt)))
            process.wait = wait
        }
    }
}
