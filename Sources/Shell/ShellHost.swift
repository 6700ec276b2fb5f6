/// The world around a shell: its files, its clock, its terminal, and the commands that the shell does not bring itself.
package protocol ShellHost {
    associatedtype Files: FileSystem
    var files: Files { get set }

    /// Seconds since 1970 on the clock of the host (simulated time in a cluster).
    var secondsSinceEpoch: Double { get }

    /// Takes what reaches the shell's own standard output or error.
    mutating func write(_ bytes: [UInt8], to stream: OutputStream)

    /// Runs a command that is neither built in nor a small tool; `nil` when there is no such command.
    ///
    /// What it prints goes to `output`. When `output.isCaptured` is false it may also be handed on at once by
    /// `output.flush(to: &self)`, for commands that print over time.
    mutating func run(_ call: CommandCall, output: inout CommandOutput) -> CommandResult?

    /// The names of the commands that `run` knows, for completion and `type`.
    var commandNames: [String] { get }

    /// Whether the host's command of this name goes before the shell's own: `kill` of a process outside the shell.
    func overrides(_ name: String, arguments: [String]) -> Bool

    /// Whether the command takes what a pipe or a file gives it; otherwise that is left for the next command.
    func readsStandardInput(_ name: String, arguments: [String]) -> Bool
}

extension ShellHost {
    package func overrides(_ name: String, arguments: [String]) -> Bool { false }

    /// Commands that read standard input are told so: `-`, `--filename=-`, `-i`.
    package func readsStandardInput(_ name: String, arguments: [String]) -> Bool {
        let signs: Set<String> = ["-", "-f-", "-i", "-it", "-ti", "--stdin", "--stdin=true", "@-", "-d@-"]
        return arguments.contains { signs.contains($0) || $0.hasSuffix("=-") || $0.hasSuffix("/dev/stdin") }
    }
}

package enum OutputStream: Sendable { case standardOutput, standardError }

/// A command with everything that was expanded for it.
package struct CommandCall: Sendable {
    package var name: String
    package var arguments: [String]
    /// What a pipe, a file or a here-document gives; `nil` when standard input is the shell's own.
    ///
    /// Empty when the host has said that the command does not read it.
    package var standardInput: [UInt8]?
    /// What open descriptors hold, by number, for paths such as the `/dev/fd/63` of `<( )`.
    package var descriptorContents: [Int: [UInt8]] = [:]
    /// Exported variables, in the order of their names.
    package var environment: [(name: String, value: String)]
    package var workingDirectory: String
    /// 0 for the first call; one more each time that the command went to sleep and is called again.
    package var attempt = 0
    /// The host's clock at the first call.
    package var startedAt: Double
    /// When somebody ends the command on the host's clock, as `timeout` does; `nil` when nobody has said so.
    package var deadline: Double?
    /// It runs beside the shell, as after `&`.
    package var isInBackground = false
    /// The tool that runs the command, such as `xargs`; it says itself when there is no such command.
    var runner: String?

    package init(
        name: String, arguments: [String], standardInput: [UInt8]? = nil,
        environment: [(name: String, value: String)] = [], workingDirectory: String = "/", startedAt: Double = 0
    ) {
        self.name = name
        self.arguments = arguments
        self.standardInput = standardInput
        self.environment = environment
        self.workingDirectory = workingDirectory
        self.startedAt = startedAt
    }
}

/// What a command has printed, in order.
package struct CommandOutput: Sendable {
    /// A pipe, a redirection or `$( )` waits for all of it.
    package var isCaptured: Bool
    /// Where errors go on the terminal: `2>&1` sends them to the output.
    package let errorTarget: OutputStream
    package private(set) var chunks: [(stream: OutputStream, bytes: [UInt8])] = []

    package init(isCaptured: Bool, errorTarget: OutputStream = .standardError) {
        self.isCaptured = isCaptured
        self.errorTarget = errorTarget
    }

    package mutating func write(_ text: String, to stream: OutputStream = .standardOutput) {
        write(Array(text.utf8), to: stream)
    }

    package mutating func write(_ bytes: [UInt8], to stream: OutputStream = .standardOutput) {
        chunks.append((stream, bytes))
    }

    /// Hands what was printed so far to the host's terminal, unless someone waits for all of it.
    package mutating func flush(to host: inout some ShellHost) {
        guard !isCaptured else { return }
        for chunk in chunks {
            host.write(chunk.bytes, to: chunk.stream == .standardError ? errorTarget : .standardOutput)
        }
        chunks = []
    }
}

package enum CommandResult: Hashable, Sendable {
    case exited(Int32)
    /// The command goes on after this many seconds of the host's clock: the shell stops there and can be resumed.
    /// It is then run again with the next `attempt`; what it printed so far has gone out.
    case sleeping(seconds: Double)
}
