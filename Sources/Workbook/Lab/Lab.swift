package import KubeModel
package import Shell
import Simulation

/// A cluster and the shell in front of it, as one value: a copy is an undo.
package struct Lab: Sendable {
    package var host: LabHost
    package var shell: Shell

    package init(host: LabHost, shell: Shell) {
        self.host = host
        self.shell = shell
    }
}

extension Lab {
    package var now: Instant { host.cluster.now }

    /// Runs a script to its end; simulated time passes where it sleeps.
    ///
    /// Returns the exit code of the last command.
    package mutating func run(_ script: String) -> LabResult {
        shell.start(script: script)
        let end = now + host.cluster.budget.time
        while true {
            switch shell.resume(host: &host) {
            case .finished(let code):
                return host.exceeded.map { .exceeded(moving: $0) } ?? .finished(code)
            case .sleeping(let seconds):
                if case .jump(let isInterrupted) = host.settings.pacing, isInterrupted() { shell.deliver(.interrupt) }
                guard now < end else { return .limitExceeded("simulated time") }
                let pause = Duration.milliseconds(Int64(min(max(seconds, 0), 4e8) * 1000))
                if case .exceeded(let moving) = host.cluster.run(until: now + pause) {
                    return .exceeded(moving: moving)
                }
            case .needsInput:
                return .needsInput
            case .limitExceeded(let limit):
                return .limitExceeded(limit.words)
            }
        }
    }
}

/// How a script ended.
package enum LabResult: Hashable, Sendable {
    case finished(Int32)
    /// The shell reads from a terminal that is not there.
    case needsInput
    /// The cluster did not come to rest within its budget.
    case exceeded(moving: [String])
    /// The script used up a limit of the shell.
    case limitExceeded(String)
}

extension ShellLimit {
    var words: String {
        switch self {
        case .steps: "steps without a pause"
        case .turns: "kubectl commands and waits"
        case .outputBytes: "printed bytes"
        case .depth: "calls within each other"
        case .processes: "processes at one time"
        case .memoryBytes: "memory for variables"
        }
    }
}
