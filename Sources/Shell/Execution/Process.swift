/// One line of execution: the shell itself, a subshell, a stage of a pipeline or a background job.
struct Process: Sendable {
    let id: Int
    let parent: Int?
    /// `$$`: subshells keep the number of their shell.
    var shellID: Int
    var environment: Environment
    var descriptors: [Int: Descriptor]
    /// What redirections have covered, innermost last.
    var coveredDescriptors: [[Int: Descriptor?]] = []
    /// What is being run, outermost first.
    var frames: [Frame]
    var wait = Wait.none
    /// Outputs of command substitutions of the expansion in hand.
    var substitutions: [Substitution] = []
    /// The command substitution that runs.
    var capture: Capture?
    /// Descriptors of `<( )` that last until the command ends.
    var processDescriptors: [Int] = []
    var pendingSignals: [Signal] = []
    /// `set -e` is off because a condition is being tested outside.
    var isGuarded = false
    /// Set once it has ended.
    var exitStatus: Int32?
    var isReaped = false
    /// For `jobs`; `nil` in the foreground.
    var jobText: String?
    var runsExitTrap = true

    struct Capture: Sendable {
        var child: Int
        var pipe: Int
        var kind: SubstitutionKind
    }

    /// What has to happen before the next step.
    enum Wait: Hashable, Sendable {
        case none
        case sleeping(until: Double)
        /// More than this many bytes are in the pipe, or nobody writes to it any more.
        case readable(pipe: Int, beyond: Int)
        case pipeEnd(Int)
        /// More than this many bytes were typed, or no more will come.
        case typed(beyond: Int)
        case typingEnd
        case writable(pipe: Int)
        case children([Int], until: Double?)
        case anyChild([Int])
    }
}

/// The signals that a shell can be sent.
package enum Signal: String, Hashable, Sendable, CaseIterable {
    case hangUp = "HUP"
    case interrupt = "INT"
    case quit = "QUIT"
    case kill = "KILL"
    case user1 = "USR1"
    case user2 = "USR2"
    case pipe = "PIPE"
    case alarm = "ALRM"
    case terminate = "TERM"
    case child = "CHLD"
    case windowChange = "WINCH"

    package var number: Int32 {
        switch self {
        case .hangUp: 1
        case .interrupt: 2
        case .quit: 3
        case .kill: 9
        case .user1: 10
        case .user2: 12
        case .pipe: 13
        case .alarm: 14
        case .terminate: 15
        case .child: 17
        case .windowChange: 28
        }
    }

    /// Ends a process that has no trap for it.
    package var isFatal: Bool { self != .child && self != .windowChange }

    /// `TERM`, `SIGTERM`, `15`
    package init?(name: String) {
        let short = name.hasPrefix("SIG") ? String(name.dropFirst(3)) : name
        let found = Signal.allCases.first { $0.rawValue == short || String($0.number) == short }
        guard let found else { return nil }
        self = found
    }
}
