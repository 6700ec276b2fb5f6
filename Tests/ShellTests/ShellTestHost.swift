import Shell
import Testing

/// A host with files in memory, a clock that only sleeping moves, and no commands of its own but `greet`.
struct ShellTestHost: ShellHost {
    var files = MemoryFileSystem(now: 1_700_000_000)
    var secondsSinceEpoch = 1_700_000_000.0
    /// Both streams as they would look on a terminal.
    var transcript = ""
    var output = ""
    var errors = ""

    mutating func write(_ bytes: [UInt8], to stream: OutputStream) {
        let text = String(decoding: bytes, as: UTF8.self)
        transcript += text
        switch stream {
        case .standardOutput: output += text
        case .standardError: errors += text
        }
    }

    /// `greet NAME` says hello; `greet --slowly NAME` needs five seconds for it; `greet -` reads the name.
    mutating func run(_ call: CommandCall, output: inout CommandOutput) -> CommandResult? {
        guard call.name == "greet" else { return nil }
        if call.arguments.first == "--slowly", call.attempt == 0 {
            output.write("wait...\n")
            return .sleeping(seconds: 5)
        }
        let name =
            call.arguments == ["-"] ? String(decoding: call.standardInput ?? [], as: UTF8.self) : call.arguments.last
        output.write("hello \(name ?? "nobody")\n")
        return .exited(call.arguments.isEmpty ? 3 : 0)
    }

    var commandNames: [String] { ["greet"] }
}

/// What a script left behind.
struct ShellRun {
    var host: ShellTestHost
    var shell: Shell
    var state: ShellState

    var status: Int32? {
        if case .finished(let status) = state { status } else { nil }
    }
}

/// Runs a script to its end, moving the clock when it sleeps.
func run(
    _ script: String, files: [String: String] = [:], folders: [String] = [],
    configuration: ShellConfiguration = ShellConfiguration(),
    limits: ShellLimits = ShellLimits(), interactive: Bool = false
) -> ShellRun {
    var configuration = configuration
    configuration.isInteractive = interactive
    var host = ShellTestHost()
    for (path, text) in files {
        host.files.mount(.file(text, modified: 1_700_000_000), at: path)
    }
    for path in folders {
        host.files.mount(.folder(modified: 1_700_000_000), at: path)
    }
    var shell = Shell(configuration: configuration, limits: limits)
    shell.start(script: script)
    let state = shell.runToEnd(host: &host) { seconds, host in host.secondsSinceEpoch += seconds }
    return ShellRun(host: host, shell: shell, state: state)
}

/// Expects everything that the script prints, on both streams together, and its status.
func expect(
    _ script: String, prints expected: String, status: Int32 = 0, files: [String: String] = [:],
    flavor: ShellFlavor = .bash, sourceLocation: SourceLocation = #_sourceLocation
) {
    let name = flavor == .bash ? "bash" : "sh"
    let result = run(script, files: files, configuration: ShellConfiguration(name: name, flavor: flavor))
    #expect(result.host.transcript == expected, "\(script)", sourceLocation: sourceLocation)
    #expect(result.state == .finished(status), "\(script)", sourceLocation: sourceLocation)
}

/// Expects what bash and the GNU tools have printed for the same script, in an empty folder `/w`.
func expectTranscript(
    of script: String, is expected: String, flavor: ShellFlavor = .bash,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let configuration = ShellConfiguration(
        name: flavor == .bash ? "bash" : "sh", flavor: flavor,
        environment: [("HOME", "/root"), ("LANG", "C.UTF-8"), ("PATH", "/usr/bin:/bin")], workingDirectory: "/w")
    let result = run(script + "\n", folders: ["/w", "/root", "/tmp"], configuration: configuration)
    #expect(result.host.transcript == expected, "\(script)", sourceLocation: sourceLocation)
}
