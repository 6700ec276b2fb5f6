package import KubeModel
package import Shell
import Simulation

/// A cluster and the shell in front of it, as one value: a copy is an undo.
package struct Lab: Sendable {
    package var host: LabHost
    package var shell: Shell
    /// Steps of the shell between two moves of the clock.
    package var stepsMax = 2_000_000
    /// How often the shell was given its turn in the last run: the same number for the same script and cluster.
    package private(set) var turns = 0

    package init(host: LabHost, shell: Shell) {
        self.host = host
        self.shell = shell
    }
}

extension Lab {
    /// Steps of the shell between two looks at Ctrl-C; the same everywhere, because journals count turns.
    private static let stepsPerTurn = 200

    package var now: Instant { host.cluster.now }

    /// Runs a script to its end; simulated time passes where it sleeps.
    ///
    /// Returns the exit code of the last command.
    package mutating func run(_ script: String) -> LabResult {
        shell.start(script: script)
        host.wasInterrupted = false
        shell.setKeyboard(isThere: host.settings.type != nil)
        shell.limits.steps = Self.stepsPerTurn
        let end = now + host.cluster.budget.time
        turns = 0
        var stepsLeft = stepsMax
        while true {
            turns += 1
            if isInterrupted { shell.deliver(.interrupt) }
            switch shell.resume(host: &host) {
            case .finished(let code): return host.exceeded.map { .exceeded(moving: $0) } ?? .finished(code)
            case .limitExceeded(.steps):
                stepsLeft -= Self.stepsPerTurn
                guard stepsLeft > 0 else { return .limitExceeded(.steps) }
            case .limitExceeded(let limit): return .limitExceeded(ScriptLimit(limit))
            case .needsInput:
                guard let type = host.settings.type else { return .needsInput }
                let typing = type(shell.inputPrompt)
                if let moving = pass(typing.duration) { return .exceeded(moving: moving) }
                shell.take(typing.input)
                stepsLeft = stepsMax
            case .sleeping(let seconds):
                guard now < end else { return .limitExceeded(.time) }
                stepsLeft = stepsMax
                guard follow(seconds) else { continue }
                if let moving = pause(seconds) { return .exceeded(moving: moving) }
            }
        }
    }

    private var isInterrupted: Bool {
        host.settings.pacing.isInterrupted(turn: turns, now: now)
            || host.settings.stopsFollowing && host.wasInterrupted
    }

    /// Lets the clock on the wall go on as well, for a person who looks on at `watch`; false when that was interrupted.
    private func follow(_ seconds: Double) -> Bool {
        guard shell.isWatched, case .follow(let sleep) = host.settings.pacing else { return true }
        return sleep(.microseconds(Int64(min(max(seconds, 0), 86_400) * 1_000_000)))
    }

    /// Moves the clock; returns what kept moving when the cluster did not come to the end of the pause.
    private mutating func pause(_ seconds: Double) -> [String]? {
        // Never nothing: a pause that is rounded away would come again for ever.
        var end = now + .microseconds(max(1, Int64((min(max(seconds, 0), 4e8) * 1_000_000).rounded(.up))))
        if case .replay(let interruption) = host.settings.pacing { end = min(end, max(now, interruption.time)) }
        return pass(end - now)
    }

    /// Lets time pass; returns what kept moving when the cluster did not come to its end.
    private mutating func pass(_ duration: Duration) -> [String]? {
        let end = now + duration
        guard case .exceeded(let moving) = host.cluster.run(until: end) else { return nil }
        return moving
    }
}

/// How a script ended.
package enum LabResult: Hashable, Sendable {
    case finished(Int32)
    /// The shell reads from a terminal that is not there.
    case needsInput
    /// The cluster did not come to rest within its budget.
    case exceeded(moving: [String])
    /// The script used up a limit.
    case limitExceeded(ScriptLimit)
}

/// What a script used up.
package enum ScriptLimit: String, Hashable, Sendable, CaseIterable {
    case steps, turns, time, output, depth, processes, memory

    init(_ limit: ShellLimit) {
        switch limit {
        case .steps: self = .steps
        case .turns: self = .turns
        case .outputBytes: self = .output
        case .depth: self = .depth
        case .processes: self = .processes
        case .memoryBytes: self = .memory
        }
    }
}
