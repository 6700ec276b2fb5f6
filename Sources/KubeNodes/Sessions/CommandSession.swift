import KubeAPI
import KubeModel

/// A command that was begun in a container beside its main process.
struct CommandSession: Sendable {
    enum Purpose: Hashable, Sendable {
        case exec(ExecID)
        case probe(Probe.Kind)
        case postStart
        case preStop
    }

    let id: Int
    let container: Int
    let purpose: Purpose
    let command: [String]
    var run: ShellRun
    var standardOutput: [UInt8] = []
    var standardError: [UInt8] = []
    /// Both together, in the order in which they were printed.
    var combined: [UInt8] = []
    /// How much of `combined` whoever types has seen.
    var shownBytes = 0

    /// What a command has left behind.
    struct End: Sendable {
        var result: ExecResult
        /// The rest of `combined`.
        var unshown: [UInt8]
    }
}
