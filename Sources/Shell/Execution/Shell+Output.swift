extension Shell {
    mutating func write(_ text: String, to number: Int, host: inout some ShellHost) {
        write(Array(text.utf8), to: number, host: &host)
    }

    /// Writes to a descriptor of the running process; a pipe that nobody reads ends the process.
    mutating func write(_ bytes: [UInt8], to number: Int, host: inout some ShellHost) {
        guard !bytes.isEmpty else { return }
        outputLeft -= bytes.count
        if outputLeft < 0 {
            breach = .outputBytes
            return
        }
        switch process.descriptors[number] {
        case .terminal(let stream): host.write(bytes, to: stream)
        case .pipeWriter(let pipe): write(bytes, toPipe: pipe)
        case .file(let path):
            do {
                try host.files.write(bytes, to: path, append: true)
            } catch {
                complainAboutWriting(error.reason, to: number, host: &host)
            }
        case nil: complainAboutWriting("Bad file descriptor", to: number, host: &host)
        case .terminalInput, .pipeReader, .contents:
            complainAboutWriting("Bad file descriptor", to: number, host: &host)
        case .null, .endless: return
        }
    }

    private mutating func write(_ bytes: [UInt8], toPipe pipe: Int) {
        guard hasReader(pipe) else {
            if process.environment.traps["PIPE"] != "" { die(of: .pipe) }
            return
        }
        pipes[pipe]?.append(bytes)
        if pipes[pipe]?.isFull == true, process.wait == .none { process.wait = .writable(pipe: pipe) }
    }

    private mutating func complainAboutWriting(_ reason: String, to number: Int, host: inout some ShellHost) {
        process.environment.status = 1
        if number != 2 { say(.builtin(command: "write error", reason), host: &host) }
    }
}

// MARK: - Messages

extension Shell {
    /// Prints what the shell complains about, with its name and the line.
    mutating func say(
        _ message: ShellMessage, origin: ScriptReader.Origin? = nil, host: inout some ShellHost
    ) {
        if case .syntax(let error, let source) = message, configuration.flavor == .bash {
            return saySyntax(error, source: source, origin: origin ?? .script, host: &host)
        }
        write(prefix(of: message) + message.text(for: configuration.flavor) + "\n", to: 2, host: &host)
    }

    func prefix(of message: ShellMessage) -> String {
        switch message {
        case .program: ""
        case .usage: configuration.flavor == .bash ? "" : messagePrefix
        default: messagePrefix
        }
    }

    private mutating func saySyntax(
        _ error: SyntaxError, source: String?, origin: ScriptReader.Origin, host: inout some ShellHost
    ) {
        let line = configuration.isInteractive ? "" : "line \(error.line): "
        var prefix = process.environment.name + ": "
        switch origin {
        case .commandString: prefix += "-c: "
        case .eval: prefix += "eval: "
        case .source(let path): prefix = path + ": "
        case .script, .input, .file, .trap: break
        }
        var text = prefix + line + error.problem.text(for: .bash) + "\n"
        if case .unexpectedToken(let token) = error.problem, token != "newline", let source {
            text += prefix + line + "`\(source)'\n"
        }
        write(text, to: 2, host: &host)
    }
}

// MARK: - Reading

extension Shell {
    /// What standard input can give at this moment.
    enum Input {
        /// Everything there is, with nothing more to come.
        case rest(ArraySlice<UInt8>)
        /// What has arrived so far.
        case some(ArraySlice<UInt8>)
    }

    /// Looks at standard input without taking anything.
    func peekInput(_ number: Int = 0) -> Input {
        switch process.descriptors[number] {
        case .terminalInput: return isTypingOver ? .rest(typed[...]) : .some(typed[...])
        case .pipeReader(let pipe):
            let bytes = pipes[pipe]?.available ?? []
            return hasWriter(pipe) ? .some(bytes) : .rest(bytes)
        case .contents(let id): return .rest(openContents[id]?.rest ?? [])
        case .endless: return .some([UInt8](repeating: 0, count: 65_536)[...])
        case .null, .terminal, .pipeWriter, .file, nil: return .rest([])
        }
    }

    /// Takes bytes that were looked at.
    mutating func consume(_ count: Int, _ number: Int = 0) {
        switch process.descriptors[number] {
        case .terminalInput: typed.removeFirst(min(count, typed.count))
        case .pipeReader(let pipe): pipes[pipe]?.consume(count)
        case .contents(let id): openContents[id]?.consume(count)
        case .endless, .null, .terminal, .pipeWriter, .file, nil: return
        }
    }

    /// Waits for more input than the given number of bytes.
    func waitForInput(beyond count: Int, _ number: Int = 0) -> Process.Wait {
        switch process.descriptors[number] {
        case .terminalInput: .typed(beyond: count)
        case .pipeReader(let pipe): .readable(pipe: pipe, beyond: count)
        case .contents, .endless, .null, .terminal, .pipeWriter, .file, nil: .none
        }
    }

    func waitForAllInput() -> Process.Wait {
        switch process.descriptors[0] {
        case .terminalInput: .typingEnd
        case .pipeReader(let pipe): .pipeEnd(pipe)
        case .contents, .endless, .null, .terminal, .pipeWriter, .file, nil: .none
        }
    }
}
