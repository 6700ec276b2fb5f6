extension Shell {
    /// What is left in the descriptors above the standard ones that hold read files or the output of `<( )`.
    var descriptorContents: [Int: [UInt8]] {
        var contents: [Int: [UInt8]] = [:]
        for (number, descriptor) in process.descriptors {
            if number > 2, case .contents(let id) = descriptor {
                contents[number] = openContents[id].map { Array($0.rest) }
            }
        }
        return contents
    }

    mutating func advance(_ running: RunningTool, host: inout some ShellHost) {
        switch running.tool.kind {
        case .batch(let run): runBatch(running, run, host: &host)
        case .streaming(let make): runStep(running, make, host: &host)
        }
    }

    private func context(
        for running: RunningTool, input: ArraySlice<UInt8>, isComplete: Bool, host: some ShellHost
    ) -> ToolContext {
        ToolContext(
            name: running.name, arguments: running.arguments, flavor: configuration.flavor,
            environment: process.environment, hostName: configuration.hostName, userName: configuration.userName,
            seconds: host.secondsSinceEpoch, files: host.files, input: input, isInputComplete: isComplete,
            descriptorContents: descriptorContents, childStatus: process.environment.status,
            hostCommands: running.name == "which" ? host.commandNames : [], outputLeft: outputLeft)
    }

    private mutating func runBatch(
        _ running: RunningTool, _ run: (inout ToolContext) throws(ToolExit) -> Int32, host: inout some ShellHost
    ) {
        var input: ArraySlice<UInt8> = []
        var isComplete = false
        if running.awaitsInput {
            guard case .rest(let bytes) = peekInput() else {
                process.frames.append(.tool(running))
                process.wait = waitForAllInput()
                return
            }
            (input, isComplete) = (bytes, true)
        }
        var context = context(for: running, input: input, isComplete: isComplete, host: host)
        do throws(ToolExit) {
            let status = try run(&context)
            process.environment.randomState = context.randomState
            settle(&context, host: &host)
            if process.exitStatus == nil { process.environment.status = status }
        } catch {
            if case .needsInput = error {
                var again = running
                again.awaitsInput = true
                process.frames.append(.tool(again))
            } else {
                stop(running, error, &context, host: &host)
            }
        }
    }

    private mutating func runStep(
        _ running: RunningTool, _ make: (inout ToolContext) throws(ToolExit) -> any StreamingTool,
        host: inout some ShellHost
    ) {
        let (input, isComplete): (ArraySlice<UInt8>, Bool)
        switch peekInput() {
        case .rest(let bytes): (input, isComplete) = (bytes, true)
        case .some(let bytes): (input, isComplete) = (bytes, false)
        }
        var running = running
        var context = context(for: running, input: input, isComplete: isComplete, host: host)
        do throws(ToolExit) {
            var state: any StreamingTool
            if let old = running.state { state = old } else { state = try make(&context) }
            running.state = nil
            let progress = try state.advance(&context)
            running.state = state
            process.frames.append(.tool(running))
            settle(&context, host: &host)
            if process.exitStatus == nil, breach == nil {
                follow(running, progress, unread: input.count - context.inputUsed, host: &host)
            }
        } catch {
            stop(running, error, &context, host: &host)
        }
    }

    /// Takes over what a tool has printed, changed and read.
    private mutating func settle(_ context: inout ToolContext, host: inout some ShellHost) {
        if context.hasChangedFiles { adopt(context.files, host: &host) }
        consume(context.inputUsed)
        stepsLeft -= context.inputUsed / 256
        for chunk in context.takeOutput() {
            write(chunk.bytes, to: chunk.stream == .standardOutput ? 1 : 2, host: &host)
            if process.exitStatus != nil || breach != nil { return }
        }
    }

    private func adopt<Host: ShellHost>(_ files: any FileSystem, host: inout Host) {
        if let files = files as? Host.Files { host.files = files }
    }

    private mutating func follow(
        _ running: RunningTool, _ progress: ToolProgress, unread: Int, host: inout some ShellHost
    ) {
        switch progress {
        case .finished(let status):
            process.frames.removeLast()
            process.environment.status = status
        case .needsInput: if process.wait == .none { process.wait = waitForInput(beyond: unread) }
        case .yielding: return
        case .sleeping(let seconds): process.wait = .sleeping(until: host.secondsSinceEpoch + max(0, seconds))
        case .running(let arguments, let input):
            if let input {
                let covered: [Int: Descriptor?] = [0: process.descriptors[0]]
                process.coveredDescriptors.append(covered)
                process.descriptors[0] = open(contents: input)
                process.frames.append(.uncoverDescriptors)
            }
            process.frames.append(.execute(arguments: arguments, scope: .external(by: running.name)))
        }
    }

    private mutating func stop(
        _ running: RunningTool, _ exit: ToolExit, _ context: inout ToolContext, host: inout some ShellHost
    ) {
        var status: Int32 = 1
        switch exit {
        case .status(let own): status = own
        case .usage(let text):
            if !text.isEmpty { context.complain(text) }
            if let usage = running.tool.usage, configuration.flavor == .bash { context.complainPlainly(usage) }
            let hint = "Try '\(running.name) --help' for more information."
            let isDiff = running.name == "diff" || running.name == "cmp"
            if configuration.flavor == .bash { context.complainPlainly(isDiff ? "\(running.name): \(hint)" : hint) }
            status = running.tool.usageStatus
        case .needsInput: break
        }
        settle(&context, host: &host)
        if process.exitStatus == nil { process.environment.status = status }
    }
}

// MARK: - timeout

extension Shell {
    mutating func advance(_ timeout: TimeoutProgress, host: inout some ShellHost) {
        if hasEnded(timeout.child) {
            let status = reap(timeout.child)
            process.environment.status = timeout.sentStatus != 0 ? timeout.sentStatus : status
            return
        }
        var timeout = timeout
        if host.secondsSinceEpoch + 0.000_01 >= timeout.until, timeout.sentStatus == 0,
            let index = processes.firstIndex(where: { $0.id == timeout.child })
        {
            timeout.sentStatus = timeout.signal == .kill ? 137 : 124
            send(timeout.signal, toProcessAt: index)
        }
        process.frames.append(.timeout(timeout))
        process.wait = .children([timeout.child], until: timeout.sentStatus == 0 ? timeout.until : nil)
    }
}
