/// A shell as a value: everything it knows and everything it is in the middle of.
///
/// A copy is a snapshot. Nothing waits in real time: `resume` runs until the script has ended, sleeps, or needs
/// something from outside, and says so; the owner moves its clock and calls `resume` again.
package struct Shell: Sendable {
    package let configuration: ShellConfiguration
    package var limits: ShellLimits

    /// The shell itself first, then its children in the order of their birth.
    var processes: [Process]
    /// The place of the process that runs.
    var current = 0
    var pipes: [Int: Pipe] = [:]
    var openContents: [Int: OpenContents] = [:]
    var nextProcessID: Int
    var nextDescription = 1
    /// How children that nobody waited for have ended.
    var endedJobs: [Int: Int32] = [:]

    /// What was typed and not yet read.
    var typed: [UInt8] = []
    var isTypingOver: Bool
    /// Who is to see the Ctrl-D that was typed.
    var endReader: EndReader?

    var stepsLeft = 0
    var outputLeft: Int
    var turnsLeft: Int
    var breach: ShellLimit?

    /// `exit` was run, or a signal ended the shell: nothing more can be started.
    package internal(set) var hasExited = false

    package init(configuration: ShellConfiguration = ShellConfiguration(), limits: ShellLimits = ShellLimits()) {
        self.configuration = configuration
        self.limits = limits
        var environment = Environment(
            name: configuration.name, workingDirectory: configuration.workingDirectory)
        for (name, value) in configuration.environment {
            environment[name] = Variable(.scalar(value), isExported: true)
        }
        environment.positional = configuration.arguments
        environment["PWD"] = Variable(.scalar(configuration.workingDirectory), isExported: true)
        processes = [
            Process(
                id: configuration.processID, parent: nil, shellID: configuration.processID, environment: environment,
                descriptors: [0: .terminalInput, 1: .terminal(.standardOutput), 2: .terminal(.standardError)],
                frames: [])
        ]
        nextProcessID = configuration.processID + 1
        isTypingOver = !configuration.hasInput
        outputLeft = limits.outputBytes
        turnsLeft = limits.turns
    }
}

/// What a shell is told at its start.
package struct ShellConfiguration: Sendable {
    /// `$0`, and what messages begin with.
    package var name: String
    package var flavor: ShellFlavor
    /// `$1` and on
    package var arguments: [String]
    package var environment: [(name: String, value: String)]
    package var workingDirectory: String
    /// `$$`; process 1 ignores signals that it has no trap for, save KILL.
    package var processID: Int
    /// Messages carry no line numbers, and aliases are on.
    package var isInteractive: Bool
    /// Somebody may type what commands read; otherwise reading finds the end at once.
    package var hasInput: Bool
    /// Names of tools that this shell does not have, because the host brings its own or the image lacks them.
    package var withheldTools: Set<String>
    package var hostName: String
    package var userName: String
    /// `PS1` where the variable is not set.
    package var prompt: String

    package init(
        name: String = "bash", flavor: ShellFlavor = .bash, arguments: [String] = [],
        environment: [(name: String, value: String)] = [], workingDirectory: String = "/", processID: Int = 1000,
        isInteractive: Bool = false, hasInput: Bool = false, withheldTools: Set<String> = [],
        hostName: String = "localhost", userName: String = "root", prompt: String? = nil
    ) {
        self.name = name
        self.flavor = flavor
        self.arguments = arguments
        self.environment = environment
        self.workingDirectory = workingDirectory
        self.processID = processID
        self.isInteractive = isInteractive
        self.hasInput = hasInput
        self.withheldTools = withheldTools
        self.hostName = hostName
        self.userName = userName
        self.prompt = prompt ?? (flavor == .bash ? #"\u@\h:\w\$ "# : #"\w \$ "#)
    }
}

/// Bounds of what a script may use.
package struct ShellLimits: Hashable, Sendable {
    /// Steps between two moves of the clock.
    package var steps: Int
    /// Commands of the host and moves of the clock in one script.
    package var turns: Int
    /// Bytes that may be printed or caught by one script.
    package var outputBytes: Int
    /// Calls and blocks within each other.
    package var depth: Int
    package var processes: Int
    /// Bytes in variables, over all processes.
    package var memoryBytes: Int

    package init(
        steps: Int = 2_000_000, turns: Int = .max, outputBytes: Int = 64 << 20, depth: Int = 1000, processes: Int = 200,
        memoryBytes: Int = 64 << 20
    ) {
        self.steps = steps
        self.turns = turns
        self.outputBytes = outputBytes
        self.depth = depth
        self.processes = processes
        self.memoryBytes = memoryBytes
    }
}

package enum ShellLimit: Hashable, Sendable {
    case steps, turns, outputBytes, depth, processes, memoryBytes
}

/// Where a shell stands after `resume`.
package enum ShellState: Hashable, Sendable {
    /// Everything that was started has ended, with this status; background jobs may go on.
    case finished(Int32)
    /// Nothing can go on for this many seconds of the host's clock.
    case sleeping(seconds: Double)
    /// A command reads what nobody has typed yet.
    case needsInput
    /// A bound was reached. After `.steps` the shell can be resumed; after the others it has ended.
    case limitExceeded(ShellLimit)
}

// MARK: - What the owner may read and change

extension Shell {
    /// The text of a variable of the shell itself.
    package func variable(_ name: String) -> String? {
        processes[0].environment.text(name)
    }

    package mutating func setVariable(_ name: String, to value: String, isExported: Bool = true) {
        processes[0].environment[name] = Variable(.scalar(value), isExported: isExported)
    }

    package var workingDirectory: String {
        get { processes[0].environment.workingDirectory }
        set {
            processes[0].environment.workingDirectory = newValue
            processes[0].environment.set("PWD", to: newValue)
        }
    }

    /// `$?`
    package var status: Int32 { processes[0].environment.status }

    package var options: ShellOptions {
        get { processes[0].environment.options }
        set { processes[0].environment.options = newValue }
    }

    /// Aliases by name, with their text.
    package var aliases: [String: String] {
        get { processes[0].environment.aliases }
        set { processes[0].environment.aliases = newValue }
    }

    /// Names for completion: builtins, tools, functions and aliases, sorted.
    package var commandNames: [String] {
        let own = Builtins.names + ToolTable.names.filter { !configuration.withheldTools.contains($0) }
        let defined = Array(processes[0].environment.functions.keys) + Array(aliases.keys)
        return Set(own + defined).sorted()
    }

    package var variableNames: [String] { processes[0].environment.names }

    /// Seconds of the host's clock at which a background job goes on; `nil` when none sleeps.
    package var nextWake: Double? {
        processes.compactMap { process in
            guard process.exitStatus == nil else { return nil }
            switch process.wait {
            case .sleeping(let until): return until
            case .children(_, let until): return until
            case .none, .readable, .pipeEnd, .typed, .typingEnd, .writable, .anyChild: return nil
            }
        }.min()
    }

    /// The process that runs, in place.
    var process: Process {
        get { processes[current] }
        _modify { yield &processes[current] }
    }
}

// MARK: - Starting

extension Shell {
    /// Takes the text as a script; `resume` runs it command by command.
    package mutating func start(script text: String, isCommandString: Bool = false) {
        processes[0].frames = [
            .text(ScriptReader(bytes: Array(text.utf8), origin: isCommandString ? .commandString : .script))
        ]
        processes[0].environment.commandSource = isCommandString ? .commandString : .standardInput
        processes[0].wait = .none
        outputLeft = limits.outputBytes
        turnsLeft = limits.turns
    }

    /// Runs one command whose words need no shell, as a container's `command` list.
    package mutating func start(arguments: [String]) {
        processes[0].frames = [.exit, .execute(arguments: arguments, scope: .external(by: nil))]
        processes[0].wait = .none
    }

    /// Whether a command of this name exists without the help of the host.
    package func knows(command name: String, files: some FileSystem) -> Bool {
        let short = ToolTable.shortName(name)
        if Builtins.table[name] != nil || processes[0].environment.functions[name] != nil { return true }
        if ToolTable.tools[short] != nil, !configuration.withheldTools.contains(short) { return true }
        let path = PathName.absolute(name, from: workingDirectory)
        return name.utf8.contains(.slash) && files.status(of: path)?.isDirectory == false
    }

    /// Hands over what was typed at the terminal.
    package mutating func type(_ text: String) {
        typed += Array(text.utf8)
    }

    /// No more will be typed, as after Ctrl-D.
    package mutating func endTyping() {
        isTypingOver = true
    }

    /// Reads shell text without running it.
    package static func parse(_ text: String, aliases: [String: String] = [:]) -> ParseResult {
        var parser = Parser(Array(text.utf8), aliases: aliases, acceptsOpenEnd: false)
        var script = Script()
        do {
            while let next = try parser.nextCompleteCommand() { script.items += next.items }
        } catch {
            switch error {
            case .incomplete(let reason): return .incomplete(reason: reason)
            case .error(let error): return .error(error)
            }
        }
        return .complete(script)
    }
}
