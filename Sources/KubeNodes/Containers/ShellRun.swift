import KubeAPI
import KubeModel
import Shell

/// A shell at work in a container: its main process, a command of `kubectl exec`, a probe or a hook.
struct ShellRun: Sendable {
    var shell: Shell
    let command: [String]
    /// When it goes on by itself; `nil` when it waits for something else.
    private(set) var wakeAt: Instant?
    /// It reads what nobody has typed yet.
    private(set) var waitsForInput = false
    /// Turns in a row that used up all their steps; a shell that only computes is looked at ever more rarely.
    private var busyTurns = 0

    /// Steps between two moves of the clock.
    static let stepsMax = 50_000
    static let outputBytesMax = 16 << 20

    init(
        command: [String], environment: [(name: String, value: String)], workingDirectory: String, processID: Int,
        hasInput: Bool, memoryLimit: Int?, withheld: Set<String>, hostName: String, isInteractive: Bool = false,
        prompt: String? = nil
    ) {
        self.command = command
        var limits = ShellLimits(steps: Self.stepsMax, outputBytes: Self.outputBytesMax)
        if let memoryLimit { limits.memoryBytes = min(limits.memoryBytes, memoryLimit) }
        shell = Shell(
            configuration: ShellConfiguration(
                name: command.first ?? "sh", flavor: .busybox, environment: environment,
                workingDirectory: workingDirectory, processID: processID, isInteractive: isInteractive,
                hasInput: hasInput, withheldTools: withheld, hostName: hostName, prompt: prompt),
            limits: limits)
        shell.start(arguments: command)
    }
}

extension ShellRun {
    mutating func take(_ input: ExecInput) {
        switch input {
        case .bytes(let bytes): shell.type(String(decoding: bytes, as: UTF8.self))
        case .end: shell.take(.endOfInput)
        case .interrupt: shell.take(.interrupted)
        }
    }

    /// It computes without pause.
    var isBusy: Bool { busyTurns > 0 }

    /// Lets the shell go on; returns its end when it has come.
    mutating func advance(_ host: inout ContainerHost) -> ProcessExit? {
        wakeAt = nil
        waitsForInput = false
        switch shell.resume(host: &host) {
        case .finished(let status):
            return ProcessExit(code: status)
        case .sleeping(let seconds):
            busyTurns = 0
            wakeAt = host.now + Self.duration(seconds)
        case .needsInput:
            busyTurns = 0
            waitsForInput = true
        case .limitExceeded(.steps):
            busyTurns = min(busyTurns + 1, 20)
            wakeAt = host.now + .milliseconds(100 << Int64(busyTurns))
        case .limitExceeded(.memoryBytes):
            return ProcessExit(code: 137, reason: "OOMKilled")
        case .limitExceeded(.turns), .limitExceeded(.outputBytes), .limitExceeded(.depth), .limitExceeded(.processes):
            return ProcessExit(code: 137)
        }
        return nil
    }

    /// A sleep, at least a microsecond and at most a century.
    private static func duration(_ seconds: Double) -> Duration {
        let bounded = min(max(seconds, 0.000_001), 3.2e9)
        return .microseconds(Int64((bounded * 1_000_000).rounded(.up)))
    }
}
