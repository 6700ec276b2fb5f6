/// A command that works on the shell itself.
struct Builtin: Sendable {
    /// The status when it fails with a message.
    var failureStatus: Int32 = 1
    var run: @Sendable (inout Shell, inout BuiltinCall) throws(ShellMessage.Failure) -> BuiltinOutcome
}

/// What a builtin is given, and what it prints.
struct BuiltinCall {
    var name: String
    var arguments: [String]
    var files: any FileSystem
    var seconds: Double
    var attempt: Attempt
    var hostCommands: [String]
    private(set) var output: [(stream: OutputStream, bytes: [UInt8])] = []

    init(
        name: String, arguments: [String], files: any FileSystem, seconds: Double, attempt: Attempt,
        hostCommands: [String]
    ) {
        self.name = name
        self.arguments = arguments
        self.files = files
        self.seconds = seconds
        self.attempt = attempt
        self.hostCommands = hostCommands
    }

    mutating func print(_ text: String, to stream: OutputStream = .standardOutput) {
        output.append((stream, Array(text.utf8)))
    }

    mutating func print(_ bytes: [UInt8]) {
        output.append((.standardOutput, bytes))
    }
}

/// How a builtin ends.
enum BuiltinOutcome {
    case status(Int32)
    case breaking(Int)
    case continuing(Int)
    case returning(Int32)
    case exiting(Int32)
    /// These frames go on in its place, the last one first.
    case running([Frame])
    /// It is called again when the wait is over.
    case blocked(Process.Wait)
}

enum Builtins {
    static let table: [String: Builtin] = [
        ":": Builtin { _, _ in .status(0) },
        "true": Builtin { _, _ in .status(0) },
        "false": Builtin { _, _ in .status(1) },
        ".": .source, "source": .source,
        "[": .test, "test": .test,
        "alias": .alias, "unalias": .unalias,
        "break": .loopControl, "continue": .loopControl,
        "builtin": .builtin, "command": .command,
        "cd": .changeDirectory, "pwd": .printDirectory,
        "pushd": .pushDirectory, "popd": .popDirectory, "dirs": .listDirectories,
        "declare": .declare, "typeset": .declare, "local": .declare, "export": .declare, "readonly": .declare,
        "echo": .echo, "eval": .eval, "exit": .exit, "return": .return,
        "getopts": .getOptions, "hash": Builtin { _, _ in .status(0) },
        "jobs": .jobs, "kill": .kill, "wait": .wait,
        "let": .let, "printf": .printf, "read": .read, "mapfile": .mapFile, "readarray": .mapFile,
        "set": .set, "shift": .shift, "shopt": Builtin { _, _ in .status(0) },
        "trap": .trap, "type": .type, "umask": .umask, "ulimit": .limit, "unset": .unset,
        "env": .env, "timeout": .timeout, "nohup": .passing, "nice": .passing, "stdbuf": .passing,
    ]

    /// Builtins that `env`, `xargs` and the like find too, because they also exist as programs.
    static let external: Set<String> = [
        "true", "false", "[", "test", "echo", "printf", "pwd", "kill", "env", "timeout", "nohup", "nice", "stdbuf",
    ]

    static var names: [String] { table.keys.sorted() }
}
