extension Shell {
    /// Advances the innermost frame of the running process.
    mutating func step(host: inout some ShellHost) {
        if !process.pendingSignals.isEmpty, takeSignal() { return }
        guard let frame = process.frames.popLast() else { return endOfProcess() }
        if process.frames.count > limits.depth * 6 {
            breach = .depth
            return
        }
        switch frame {
        case .text(let reader): advance(reader, host: &host)
        case .list(let script, let next): advance(script, next)
        case .chain(let chain, let next): advance(chain, next)
        case .pipeline(let pipeline): begin(pipeline, host: &host)
        case .afterPipeline(let isNegated, let checksError): endPipeline(isNegated: isNegated, checksError: checksError)
        case .stages(let ids, let isNegated): endStages(ids, isNegated: isNegated)
        case .command(let command): begin(command, host: &host)
        case .compound(let command): beginCompound(command, host: &host)
        case .simple(let progress): advance(progress, host: &host)
        case .execute(let arguments, let scope): execute(arguments, scope: scope, host: &host)
        case .builtin(let name, let arguments, let attempt): run(builtin: name, arguments, attempt, host: &host)
        case .tool(let running): advance(running, host: &host)
        case .host(let call): advance(call, host: &host)
        case .condition(let branches, let otherwise, let index, let isTesting):
            advanceCondition(branches, otherwise, index, isTesting)
        case .loop(let loop): advance(loop)
        case .forWords(let name, let words, let next, let values, let body):
            advanceWords(name, words, next, values, body, host: &host)
        case .forEach(let name, let values, let next, let body): advanceForEach(name, values, next, body, host: &host)
        case .forArithmetic(let loop): advance(loop, host: &host)
        case .match(let match): advance(match, host: &host)
        case .timeout(let timeout): advance(timeout, host: &host)
        case .child(let id): process.environment.status = reap(id)
        case .exit: exit(with: process.environment.status)
        case .timing(let startedAt): reportTime(since: startedAt, host: &host)
        case .uncoverDescriptors, .restoreVariables, .functionEnd, .sourceEnd, .trapEnd: leave(frame)
        }
    }

    /// What has to be put back when a frame ends, in whatever way.
    func isScope(_ frame: Frame) -> Bool {
        switch frame {
        case .functionEnd, .sourceEnd: true
        default: false
        }
    }

    mutating func leave(_ frame: Frame) {
        switch frame {
        case .uncoverDescriptors: uncoverDescriptors()
        case .restoreVariables(let saved):
            for variable in saved { process.environment[variable.name] = variable.variable }
        case .functionEnd(let positional):
            process.environment.positional = positional
            process.environment.leaveScope()
            if !process.environment.functionNames.isEmpty { process.environment.functionNames.removeFirst() }
        case .sourceEnd(let positional):
            if let positional { process.environment.positional = positional }
        case .trapEnd(let status): process.environment.status = status
        default: break
        }
    }

    private mutating func uncoverDescriptors() {
        guard let covered = process.coveredDescriptors.popLast() else { return }
        for (number, descriptor) in covered { process.descriptors[number] = descriptor }
    }

    private mutating func endOfProcess() {
        if process.parent == nil, !hasExited { return }
        finishProcess()
    }
}

// MARK: - Text and lists

extension Shell {
    private mutating func advance(_ reader: ScriptReader, host: inout some ShellHost) {
        if reader.origin == .input { return advanceInput(reader, host: &host) }
        var reader = reader
        var parser = Parser(
            reader.bytes, position: reader.position, line: reader.line,
            aliases: usesAliases ? process.environment.aliases : [:], flavor: configuration.flavor)
        do {
            guard let script = try parser.nextCompleteCommand() else { return endOfText(reader) }
            // An alias changes the parser's copy of the text: what is left of it counts from the end.
            reader.position = reader.bytes.count - (parser.source.count - parser.position)
            reader.line = parser.line
            warn(of: parser.openHereDocuments, host: &host)
            process.frames.append(.text(reader))
            if !process.environment.options.onlyParses || configuration.isInteractive {
                process.frames.append(.list(script, next: 0))
            }
        } catch {
            report(error, parser: parser, reader: reader, host: &host)
        }
    }

    /// Takes one complete command from standard input and leaves the rest to whatever reads next.
    private mutating func advanceInput(_ reader: ScriptReader, host: inout some ShellHost) {
        let (bytes, isOver): (ArraySlice<UInt8>, Bool)
        switch peekInput() {
        case .rest(let rest): (bytes, isOver) = (rest, true)
        case .some(let part): (bytes, isOver) = (part, false)
        }
        var reader = reader
        var parser = Parser(
            Array(bytes), line: reader.line, aliases: usesAliases ? process.environment.aliases : [:],
            acceptsOpenEnd: isOver, flavor: configuration.flavor)
        do {
            let script = try parser.nextCompleteCommand()
            if script == nil, isOver { return endOfText(reader) }
            // A line without its end may still grow.
            let isWholeLine = isOver || bytes.last == .newline
            guard let script, isWholeLine else { return waitForMore(reader, count: bytes.count) }
            consume(bytes.count - (parser.source.count - parser.position))
            reader.line = parser.line
            process.frames.append(.text(reader))
            process.frames.append(.list(script, next: 0))
        } catch {
            if case .incomplete = error, !isOver { return waitForMore(reader, count: bytes.count) }
            reader.bytes = Array(bytes)
            consume(bytes.count)
            report(error, parser: parser, reader: reader, host: &host)
        }
    }

    /// busybox says nothing.
    private mutating func warn(of documents: [Parser.OpenHereDocument], host: inout some ShellHost) {
        guard configuration.flavor == .bash else { return }
        for document in documents {
            let name = process.environment.name
            let text =
                "\(name): line \(document.lastLine): warning: here-document at line \(document.firstLine) "
                + "delimited by end-of-file (wanted `\(document.delimiter)')\n"
            write(text, to: 2, host: &host)
        }
    }

    private mutating func waitForMore(_ reader: ScriptReader, count: Int) {
        process.frames.append(.text(reader))
        process.wait = waitForInput(beyond: count)
    }

    private var usesAliases: Bool {
        configuration.isInteractive || configuration.flavor == .busybox
    }

    private mutating func endOfText(_ reader: ScriptReader) {
        let isWhole = reader.origin.isWhole
        if isWhole, process.frames.isEmpty, !configuration.isInteractive { exit(with: process.environment.status) }
    }

    private mutating func report(
        _ failure: ParseFailure, parser: Parser, reader: ScriptReader, host: inout some ShellHost
    ) {
        let error: SyntaxError
        switch failure {
        case .error(let found): error = found
        case .incomplete(let reason):
            error = SyntaxError(problem: reason.problem, line: parser.line(ofEndIn: reason), column: 1)
        }
        let line =
            parser.source[..<min(parser.position, parser.source.count)].lastIndex(of: .newline).map { $0 + 1 } ?? 0
        let end = parser.source[line...].firstIndex(of: .newline) ?? parser.source.count
        let source = String(decoding: parser.source[line..<end], as: UTF8.self)
        say(.syntax(error, source: source), origin: reader.origin, host: &host)
        process.environment.status = 2
        switch reader.origin {
        case .script, .input, .file, .commandString:
            if !configuration.isInteractive || process.parent != nil { exit(with: 2) }
        case .eval, .source, .trap: break
        }
    }

    private mutating func advance(_ script: Script, _ next: Int) {
        guard next < script.items.count else { return }
        let item = script.items[next]
        if next + 1 < script.items.count { process.frames.append(.list(script, next: next + 1)) }
        if item.isBackground {
            startJob(item)
        } else if item.chain.rest.isEmpty {
            process.frames.append(.pipeline(item.chain.first))
        } else {
            process.frames.append(.chain(item.chain, next: 0))
        }
    }

    private mutating func advance(_ chain: AndOrChain, _ next: Int) {
        guard next <= chain.rest.count else { return }
        if next == 0 {
            process.frames.append(.chain(chain, next: 1))
            process.frames.append(.pipeline(chain.first))
            return
        }
        var next = next
        while next <= chain.rest.count {
            let link = chain.rest[next - 1]
            next += 1
            let succeeded = process.environment.status == 0
            guard succeeded == (link.connector == .and) else { continue }
            // The last member is no condition: `set -e` looks at it.
            if next <= chain.rest.count { process.frames.append(.chain(chain, next: next)) }
            process.frames.append(.pipeline(link.pipeline))
            return
        }
    }

    private mutating func startJob(_ item: ListItem) {
        var descriptors = process.descriptors
        if descriptors[0] == .terminalInput { descriptors[0] = .null }
        let frames: [Frame] = [.exit, .chain(item.chain, next: 0)]
        guard let id = spawn(frames: frames, descriptors: descriptors, jobText: item.text) else { return }
        process.environment.lastBackground = id
        process.environment.status = 0
    }
}

// MARK: - Pipelines

extension Shell {
    private mutating func begin(_ pipeline: Pipeline, host: inout some ShellHost) {
        if pipeline.isTimed { process.frames.append(.timing(startedAt: host.secondsSinceEpoch)) }
        if pipeline.commands.count == 1 {
            let command = pipeline.commands[0]
            process.frames.append(.afterPipeline(isNegated: pipeline.isNegated, checksError: command.kind.checksError))
            if command.kind.setsPipeStatus { process.frames.append(.stages([], isNegated: pipeline.isNegated)) }
            process.frames.append(.command(command))
            return
        }
        var ids: [Int] = []
        var input = process.descriptors[0]
        for (index, command) in pipeline.commands.enumerated() {
            var descriptors = process.descriptors
            descriptors[0] = input
            if index < pipeline.commands.count - 1 {
                let pipe = makePipe(isCapture: false)
                descriptors[1] = .pipeWriter(pipe)
                input = .pipeReader(pipe)
            }
            guard let id = spawn(frames: [.exit, .command(command)], descriptors: descriptors) else { return }
            ids.append(id)
        }
        process.frames.append(.afterPipeline(isNegated: pipeline.isNegated, checksError: true))
        process.frames.append(.stages(ids, isNegated: pipeline.isNegated))
        process.wait = .children(ids, until: nil)
    }

    mutating func makePipe(isCapture: Bool) -> Int {
        nextDescription += 1
        pipes[nextDescription] = Pipe(isCapture: isCapture)
        return nextDescription
    }

    private mutating func endStages(_ ids: [Int], isNegated: Bool) {
        let statuses = ids.isEmpty ? [process.environment.status] : ids.map { reap($0) }
        process.environment["PIPESTATUS"] = Variable(
            .array(Dictionary(uniqueKeysWithValues: statuses.enumerated().map { ($0.offset, String($0.element)) })))
        let last = statuses.last ?? 0
        process.environment.status =
            process.environment.options.failsWithPipe ? statuses.last { $0 != 0 } ?? 0 : last
    }

    private mutating func endPipeline(isNegated: Bool, checksError: Bool) {
        if isNegated {
            process.environment.status = process.environment.status == 0 ? 1 : 0
        } else if checksError, process.environment.status != 0, !isGuarded {
            failedCommand()
        }
    }

    private mutating func failedCommand() {
        let status = process.environment.status
        let exits = process.environment.options.exitsOnError
        if let text = process.environment.traps["ERR"], !text.isEmpty, !isInTrap {
            if exits { process.frames.append(.exit) }
            process.frames.append(.trapEnd(status: status))
            process.frames.append(.text(ScriptReader(bytes: Array(text.utf8), origin: .trap)))
        } else if exits {
            exit(with: status)
        }
    }

    private var isInTrap: Bool {
        process.frames.contains { if case .trapEnd = $0 { true } else { false } }
    }

    /// A condition is being tested somewhere outside, so failures do not end the shell.
    var isGuarded: Bool {
        process.isGuarded
            || process.frames.contains { frame in
                switch frame {
                case .condition(_, _, _, let isTesting): isTesting
                case .loop(let loop): loop.isTesting
                case .chain: true
                case .afterPipeline(let isNegated, _), .stages(_, let isNegated): isNegated
                default: false
                }
            }
    }

    private mutating func reportTime(since start: Double, host: inout some ShellHost) {
        let seconds = max(0, host.secondsSinceEpoch - start)
        let minutes = Int(seconds / 60)
        let rest = FixedPoint.text(seconds - Double(minutes) * 60, decimals: 3)
        write("\nreal\t\(minutes)m\(rest)s\nuser\t0m0.000s\nsys\t0m0.000s\n", to: 2, host: &host)
    }
}

extension CommandKind {
    /// Only bash scripts that ask for `PIPESTATUS` can tell; blocks leave what their last command has set.
    var setsPipeStatus: Bool {
        switch self {
        case .simple, .subshell, .arithmetic, .test: true
        case .group, .condition, .loop, .forEach, .forArithmetic, .match, .function: false
        }
    }

    /// `set -e` looks at the status of these; in other blocks it has looked at the commands inside.
    var checksError: Bool {
        switch self {
        case .simple, .subshell, .arithmetic, .test: true
        case .group, .condition, .loop, .forEach, .forArithmetic, .match, .function: false
        }
    }
}
