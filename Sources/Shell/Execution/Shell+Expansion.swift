extension Shell {
    /// What became of an expansion.
    enum Expanded<Value> {
        case value(Value)
        /// A command substitution was begun; the frame has to come back afterwards.
        case waiting
        /// The message is out, and the line or the shell is being left.
        case failed
    }

    /// Runs an expansion in the running process; its changes of variables count only when it succeeds.
    mutating func expand<Value>(
        host: inout some ShellHost, _ body: (inout Expander) throws(ExpansionFailure) -> Value
    ) -> Expanded<Value> {
        if takeSubstitution(host: &host) == false { return .waiting }
        var expander = Expander(
            environment: process.environment, world: world(host), substitutions: process.substitutions)
        do {
            let value = try body(&expander)
            process.environment = expander.environment
            if let status = expander.lastStatus { process.environment.status = status }
            process.substitutions = []
            stepsLeft -= expander.substitutionsUsed + expander.work / 256
            return .value(value)
        } catch {
            return recover(from: error, host: &host)
        }
    }

    private func world(_ host: some ShellHost) -> Expander.World {
        Expander.World(
            files: host.files, seconds: host.secondsSinceEpoch, shellID: process.shellID, processID: process.id,
            textBytesMax: limits.memoryBytes, flavor: configuration.flavor, isInteractive: configuration.isInteractive)
    }

    private mutating func recover<Value>(from failure: ExpansionFailure, host: inout some ShellHost) -> Expanded<Value>
    {
        switch failure {
        case .needs(let script, let kind):
            begin(substitution: script, kind: kind)
            return .waiting
        case .message(let message):
            process.substitutions = []
            say(message, host: &host)
            abandon(after: message)
            return .failed
        }
    }

    /// Unset parameters end a script; other failures end the line or the function they are in.
    private mutating func abandon(after message: ShellMessage) {
        if message == .tooManyWords || message == .outOfMemory { breach = .memoryBytes }
        let exits =
            switch message {
            case .unbound, .parameter: true
            case .readOnly, .arithmetic: configuration.flavor == .busybox
            default: false
            }
        if exits, !configuration.isInteractive || process.parent != nil {
            exit(with: configuration.flavor == .busybox ? 2 : runsCommandString ? 127 : 1)
        } else {
            process.environment.status = 1
            leaveLine()
        }
    }

    private var runsCommandString: Bool {
        process.frames.contains { if case .text(let reader) = $0 { reader.origin == .commandString } else { false } }
    }

    /// Drops everything up to the text that is being read.
    mutating func leaveLine() {
        while let frame = process.frames.last {
            if case .text = frame { return }
            if case .exit = frame, process.parent != nil { return }
            process.frames.removeLast()
            leave(frame)
        }
    }
}

// MARK: - Command substitution

extension Shell {
    private mutating func begin(substitution script: Script, kind: SubstitutionKind) {
        let pipe = makePipe(isCapture: true)
        var descriptors = process.descriptors
        descriptors[1] = .pipeWriter(pipe)
        let body = configuration.flavor == .bash ? script.readingItsFile : script
        guard let child = spawn(frames: [.exit, .list(body, next: 0)], descriptors: descriptors) else { return }
        processes[processes.count - 1].environment.substitutionDepth += 1
        process.capture = Process.Capture(child: child, pipe: pipe, kind: kind)
        process.wait = .children([child], until: nil)
    }

    /// Takes the output of the substitution that was waited for; false when it has not ended.
    private mutating func takeSubstitution(host: inout some ShellHost) -> Bool {
        guard let capture = process.capture else { return true }
        guard hasEnded(capture.child) else {
            process.wait = .children([capture.child], until: nil)
            return false
        }
        process.capture = nil
        let status = reap(capture.child)
        let output = Array(pipes.removeValue(forKey: capture.pipe)?.available ?? [])
        switch capture.kind {
        case .text: process.substitutions.append(Substitution(output: output, status: status))
        case .file:
            let number = (process.processDescriptors.min() ?? 64) - 1
            process.descriptors[number] = open(contents: output)
            process.processDescriptors.append(number)
            process.substitutions.append(Substitution(output: Array("/dev/fd/\(number)".utf8), status: status))
        }
        return true
    }

    mutating func open(contents: [UInt8]) -> Descriptor {
        nextDescription += 1
        openContents[nextDescription] = OpenContents(bytes: contents)
        return .contents(nextDescription)
    }
}

extension Script {
    /// `$(< file)` is `$(cat < file)`.
    fileprivate var readingItsFile: Script {
        guard items.count == 1, items[0].chain.rest.isEmpty, items[0].chain.first.commands.count == 1,
            case .simple(var command) = items[0].chain.first.commands[0].kind,
            command.words.isEmpty, command.assignments.isEmpty,
            command.redirects.map(\.operation) == [.input]
        else { return self }
        command.words = [Word([.literal("cat")])]
        var result = self
        result.items[0].chain.first.commands[0].kind = .simple(command)
        return result
    }
}
