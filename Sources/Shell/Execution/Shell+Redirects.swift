extension Expander {
    /// The words that a redirection's target becomes; a here-document is one text.
    mutating func target(of redirect: Redirect) throws(ExpansionFailure) -> [String] {
        switch redirect.operation {
        case .hereDocument: return [try text(of: redirect.target)]
        case .hereString: return [try text(of: redirect.target) + "\n"]
        case .input, .output, .overwrite, .append, .readWrite, .duplicateInput, .duplicateOutput, .outputAndError:
            return try fields(of: redirect.target)
        }
    }
}

extension Shell {
    /// Carries the redirections out and remembers what they cover; false when one failed and all were taken back.
    mutating func cover(_ redirects: [Redirect], targets: [[String]], host: inout some ShellHost) -> Bool {
        process.coveredDescriptors.append([:])
        for (redirect, target) in zip(redirects, targets) {
            do throws(ShellMessage.Failure) {
                try apply(redirect, target: target, host: &host)
            } catch {
                say(error.message, host: &host)
                leave(.uncoverDescriptors)
                return false
            }
        }
        return true
    }

    private mutating func set(_ number: Int, to descriptor: Descriptor?) {
        let last = process.coveredDescriptors.count - 1
        if process.coveredDescriptors[last][number] == nil {
            process.coveredDescriptors[last][number] = .some(process.descriptors[number])
        }
        process.descriptors[number] = descriptor
    }

    private mutating func apply(
        _ redirect: Redirect, target: [String], host: inout some ShellHost
    ) throws(ShellMessage.Failure) {
        guard target.count == 1 else {
            throw .init(.ambiguousRedirect(redirect.source))
        }
        let text = target[0]
        switch redirect.operation {
        case .hereDocument, .hereString: set(redirect.descriptor ?? 0, to: open(contents: Array(text.utf8)))
        case .input: set(redirect.descriptor ?? 0, to: try reader(of: text, host: &host))
        case .readWrite:
            let path = absolute(text)
            if Self.device(path) == nil, host.files.status(of: path) == nil {
                try create(path, shown: text, truncates: true, host: &host)
            }
            set(redirect.descriptor ?? 0, to: try reader(of: text, host: &host))
        case .output: set(redirect.descriptor ?? 1, to: try writer(of: text, .truncate, host: &host))
        case .overwrite: set(redirect.descriptor ?? 1, to: try writer(of: text, .overwrite, host: &host))
        case .append: set(redirect.descriptor ?? 1, to: try writer(of: text, .append, host: &host))
        case .outputAndError(let append):
            set(1, to: try writer(of: text, append ? .append : .truncate, host: &host))
            set(2, to: process.descriptors[1])
        case .duplicateInput: try duplicate(text, of: redirect, onto: redirect.descriptor ?? 0, host: &host)
        case .duplicateOutput:
            if redirect.descriptor == nil, text != "-", Int(text) == nil {
                set(1, to: try writer(of: text, .truncate, host: &host))
                set(2, to: process.descriptors[1])
            } else {
                try duplicate(text, of: redirect, onto: redirect.descriptor ?? 1, host: &host)
            }
        }
    }

    private mutating func duplicate(
        _ text: String, of redirect: Redirect, onto number: Int, host: inout some ShellHost
    ) throws(ShellMessage.Failure) {
        if text == "-" { return set(number, to: nil) }
        guard let source = Int(text) else { throw .init(.ambiguousRedirect(redirect.source)) }
        guard let descriptor = process.descriptors[source] else { throw .init(.badDescriptor(text)) }
        set(number, to: descriptor)
    }
}

// MARK: - Opening files

extension Shell {
    enum WriteMode { case truncate, overwrite, append }

    func absolute(_ path: String) -> String {
        PathName.absolute(path, from: process.environment.workingDirectory)
    }

    /// Places that are no files: the descriptor they stand for, or a device.
    enum Device: Hashable {
        case null, zeros, random
        case descriptor(Int)
        case terminal
    }

    /// What is left in the open descriptor that a path such as `/dev/fd/63` or `/dev/stdin` stands for.
    func openBytes(at path: String) -> [UInt8]? {
        guard case .descriptor(let number)? = Self.device(path),
            case .contents(let id)? = process.descriptors[number]
        else { return nil }
        return openContents[id].map { Array($0.rest) }
    }

    static func device(_ path: String) -> Device? {
        switch path {
        case "/dev/null": return .null
        case "/dev/zero": return .zeros
        case "/dev/urandom", "/dev/random": return .random
        case "/dev/stdin": return .descriptor(0)
        case "/dev/stdout": return .descriptor(1)
        case "/dev/stderr": return .descriptor(2)
        case "/dev/tty": return .terminal
        default:
            for prefix in ["/dev/fd/", "/proc/self/fd/", "/proc/1/fd/"] where path.hasPrefix(prefix) {
                return Int(path.dropFirst(prefix.count)).map { .descriptor($0) }
            }
            return nil
        }
    }

    private mutating func reader(of text: String, host: inout some ShellHost) throws(ShellMessage.Failure)
        -> Descriptor?
    {
        let path = absolute(text)
        switch Self.device(path) {
        case .null: return .null
        case .zeros: return .endless(.zeros)
        case .random: return .endless(.random)
        case .terminal: return .terminalInput
        case .descriptor(let number): return process.descriptors[number]
        case nil: break
        }
        do {
            return open(contents: try host.files.read(path))
        } catch {
            throw .init(.cannotOpen(error, path: text))
        }
    }

    private mutating func writer(
        of text: String, _ mode: WriteMode, host: inout some ShellHost
    ) throws(ShellMessage.Failure) -> Descriptor? {
        let path = absolute(text)
        switch Self.device(path) {
        case .null, .zeros, .random: return .null
        case .terminal: return .terminal(.standardOutput)
        case .descriptor(let number):
            // The first process of a container is the shell itself, even for its children.
            if path.hasPrefix("/proc/1/") { return processes[0].descriptors[number] }
            return process.descriptors[number]
        case nil: break
        }
        if mode == .truncate, process.environment.options.keepsFiles, host.files.status(of: path)?.isDirectory == false
        {
            throw .init(.cannotOverwrite(text))
        }
        try create(path, shown: text, truncates: mode != .append, host: &host)
        return .file(path)
    }

    private mutating func create(
        _ path: String, shown: String, truncates: Bool, host: inout some ShellHost
    ) throws(ShellMessage.Failure) {
        do {
            try host.files.write([], to: path, append: !truncates)
        } catch {
            throw .init(.cannotCreate(error, path: shown))
        }
    }
}

extension ShellMessage {
    /// A message on its way out.
    struct Failure: Error {
        var message: ShellMessage

        init(_ message: ShellMessage) {
            self.message = message
        }
    }
}
