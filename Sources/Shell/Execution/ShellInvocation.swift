/// `sh -c 'text' name args`, `bash script args`, `sh`
struct ShellInvocation {
    static let names: Set<String> = ["sh", "bash", "ash", "dash"]

    var commandText: String?
    var scriptPath: String?
    var name: String
    var arguments: [String] = []
    var options = ShellOptions()

    var commandSource: Environment.CommandSource {
        if commandText != nil { return .commandString }
        return scriptPath == nil ? .standardInput : .file
    }

    /// Throws the option that is not known.
    init(_ words: [String]) throws(ShellMessage.Failure) {
        name = words[0]
        var index = 1
        var isCommand = false
        while index < words.count, words[index].hasPrefix("-") || words[index].hasPrefix("+"), words[index].count > 1 {
            let word = words[index]
            index += 1
            if word == "--" { break }
            if word == "-o" || word == "+o" {
                guard index < words.count else { break }
                if let path = ShellOptions.names.first(where: { $0.name == words[index] })?.path {
                    options[keyPath: path] = word == "-o"
                }
                index += 1
                continue
            }
            if word.hasPrefix("--") { continue }
            for letter in word.dropFirst() { try take(letter, isOn: word.hasPrefix("-"), isCommand: &isCommand) }
        }
        let rest = Array(words[min(index, words.count)...])
        if isCommand {
            guard let text = rest.first else {
                throw .init(.builtin(command: "-c", "option requires an argument"))
            }
            commandText = text
            if rest.count > 1 { name = rest[1] }
            arguments = Array(rest.dropFirst(2))
        } else if let path = rest.first {
            scriptPath = path
            name = path
            arguments = Array(rest.dropFirst())
        }
    }

    private mutating func take(_ letter: Character, isOn: Bool, isCommand: inout Bool) throws(ShellMessage.Failure) {
        if letter == "c" {
            isCommand = true
        } else if let path = ShellOptions.letters.first(where: { $0.letter == letter })?.path {
            options[keyPath: path] = isOn
        } else if !"ilsrhmpE".contains(letter) {
            throw .init(.builtin(command: "-\(letter)", "invalid option"))
        }
    }
}

extension Shell {
    /// A shell within the shell: a child that knows only exported variables.
    mutating func startShell(_ words: [String], host: inout some ShellHost) {
        let invocation: ShellInvocation
        do throws(ShellMessage.Failure) {
            invocation = try ShellInvocation(words)
        } catch {
            return fail(error.message, status: 2, host: &host)
        }
        guard let reader = reader(for: invocation, host: &host) else { return }
        // The command that a container runs is the shell itself, so that it gets the signals.
        let replaces = process.frames.count == 1 && process.frames.first?.isExit == true
        if replaces {
            become(invocation)
            process.frames.append(.text(reader))
            return
        }
        guard let id = spawn(frames: [.exit, .text(reader)], descriptors: process.descriptors),
            let index = processes.firstIndex(where: { $0.id == id })
        else { return }
        let parent = current
        current = index
        become(invocation)
        current = parent
        process.frames.append(.child(id))
        process.wait = .children([id], until: nil)
    }

    private mutating func become(_ invocation: ShellInvocation) {
        let old = process.environment
        var fresh = Environment(name: invocation.name, workingDirectory: old.workingDirectory)
        for (name, value) in old.exported { fresh[name] = Variable(.scalar(value), isExported: true) }
        fresh.traps = old.traps.filter { $0.value.isEmpty }
        fresh.positional = invocation.arguments
        fresh.options = invocation.options
        fresh.commandSource = invocation.commandSource
        process.environment = fresh
        process.shellID = process.id
        process.isGuarded = false
    }

    /// The text to run; `nil` while it is not there yet or cannot be read.
    private mutating func reader(for invocation: ShellInvocation, host: inout some ShellHost) -> ScriptReader? {
        if let text = invocation.commandText { return ScriptReader(bytes: Array(text.utf8), origin: .commandString) }
        if let path = invocation.scriptPath {
            do {
                return ScriptReader(bytes: try host.files.read(absolute(path)), origin: .file)
            } catch {
                sayUnreadable(path, error, host: &host)
                return nil
            }
        }
        return ScriptReader(bytes: [], origin: .input)
    }

    /// The message comes from the new shell, which has read no line yet.
    private mutating func sayUnreadable(_ path: String, _ error: FileError, host: inout some ShellHost) {
        let isBash = configuration.flavor == .bash
        let what = isBash ? "bash: \(path)" : "sh: can't open '\(path)'"
        write("\(what): \(error.reason)\n", to: 2, host: &host)
        process.environment.status = error.reason == FileError.notFound("").reason || !isBash ? 127 : 126
    }
}

extension Frame {
    /// A shell that takes its commands from the keyboard.
    var readsCommands: Bool {
        if case .text(let reader) = self { reader.origin == .input } else { false }
    }

    var isExit: Bool {
        if case .exit = self { true } else { false }
    }
}
