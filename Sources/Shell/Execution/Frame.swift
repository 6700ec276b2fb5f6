/// One level of what a process is doing; the innermost is advanced step by step.
enum Frame: Sendable {
    /// Text that is read and run command by command.
    case text(ScriptReader)
    case list(Script, next: Int)
    case chain(AndOrChain, next: Int)
    case pipeline(Pipeline)
    case afterPipeline(isNegated: Bool, checksError: Bool)
    case stages([Int], isNegated: Bool)
    case command(Command)
    /// A compound command whose redirections are done.
    case compound(Command)
    case simple(SimpleProgress)
    /// A command with all its words expanded.
    case execute(arguments: [String], scope: LookupScope)
    case builtin(name: String, arguments: [String], attempt: Attempt)
    case tool(RunningTool)
    case host(CommandCall)
    case condition([ConditionBranch], otherwise: Script?, index: Int, isTesting: Bool)
    case loop(LoopProgress)
    case forWords(name: String, words: [Word], next: Int, values: [String], body: Script)
    case forEach(name: String, values: [String], next: Int, body: Script)
    case forArithmetic(ArithmeticLoop)
    case match(MatchProgress)
    case uncoverDescriptors
    case restoreVariables([SavedVariable])
    case functionEnd(positional: [String])
    case sourceEnd(positional: [String]?)
    case trapEnd(status: Int32)
    /// Waits for one child and takes its status.
    case child(Int)
    case timeout(TimeoutProgress)
    /// Ends the process when it is reached, as after `exec command`.
    case exit
    case timing(startedAt: Double)
}

/// Where a command's name is looked for.
enum LookupScope: Hashable, Sendable {
    case everywhere
    /// `command name`
    case withoutFunctions
    /// Commands that another tool runs: no functions, no builtins that change the shell.
    /// The tool's name stands in the message when there is no such command.
    case external(by: String?)

    var isExternal: Bool {
        if case .external = self { true } else { false }
    }
}

/// When a builtin that waits was first called.
struct Attempt: Hashable, Sendable {
    var count = 0
    var startedAt = 0.0
}

struct SavedVariable: Sendable {
    var name: String
    var variable: Variable?
}

/// How far the words of a simple command are expanded.
struct SimpleProgress: Sendable {
    var command: SimpleCommand
    var line: Int
    var nextWord = 0
    var fields: [String] = []
    var nextRedirect = 0
    var targets: [[String]] = []
    var nextAssignment = 0
    var assigned: [SavedVariable] = []
    /// The status of the last command substitution, for a command without a name.
    var status: Int32?
}

struct LoopProgress: Sendable {
    var until: Bool
    var condition: Script
    var body: Script
    var isTesting: Bool
    /// The status of the last turn.
    var status: Int32
}

struct ArithmeticLoop: Sendable {
    var condition: Word
    var step: Word
    var body: Script
    var phase: Phase
    var start: Word
    var status: Int32 = 0

    enum Phase: Sendable { case start, condition, body, step }
}

struct MatchProgress: Sendable {
    var subject: Word
    var text: String?
    var cases: [MatchCase]
    var next: Int
    var fallsThrough = false
    var ran = false
}

struct TimeoutProgress: Sendable {
    var child: Int
    var until: Double
    var signal: Signal
    var sentStatus: Int32
}

/// Shell text with the place up to which it was run.
struct ScriptReader: Sendable {
    var bytes: [UInt8]
    var position = 0
    var line = 1
    var origin: Origin

    enum Origin: Hashable, Sendable {
        /// What the owner of the shell has handed over.
        case script
        /// Standard input, from which the commands read too.
        case input
        case file
        /// `sh -c text`
        case commandString
        case eval
        case source(String)
        case trap

        /// The shell ends with this text.
        var isWhole: Bool {
            switch self {
            case .script, .input, .file, .commandString: true
            case .eval, .source, .trap: false
            }
        }
    }
}
