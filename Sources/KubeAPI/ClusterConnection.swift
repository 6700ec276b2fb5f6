package import KubeModel

/// What a client such as kubectl can ask of a cluster, simulated or real.
package protocol ClusterConnection {
    var now: Instant { get }
    /// What the API serves, built in and by custom resource definitions.
    var resources: ResourceRegistry { get }

    mutating func send(_ request: APIRequest) throws(APIError) -> APIResponse

    /// What was written to a resource since a revision, oldest first; `.gone` when the history no longer reaches back.
    func changes(to resource: ResourceType, since revision: Int64) throws(APIError) -> [ObjectChange]

    /// Lets time pass until something is written or printed anywhere, and until `deadline` at the latest.
    mutating func waitForChange(until deadline: Instant?) -> WaitOutcome

    /// The text that a container has written since `offset`; and whether more can come.
    mutating func log(_ request: LogRequest) throws(APIError) -> LogChunk

    /// Runs a command in a container to its end, and lets the time pass that it takes.
    mutating func execute(_ request: ExecRequest) throws(APIError) -> ExecResult

    /// Lets time pass, as while someone types.
    mutating func pass(_ duration: Duration)

    /// Begins a command that someone types to, and lets time pass until it has ended or waits for a line.
    mutating func begin(_ request: ExecRequest) throws(APIError) -> ExecStep

    /// Hands over what was typed to a command that waits, and goes on as `begin` does.
    mutating func type(_ input: ExecInput, to session: ExecID) throws(APIError) -> ExecStep
}

package enum WaitOutcome: Sendable {
    case changed
    case deadlineReached
    /// The user pressed Ctrl-C.
    case interrupted
    /// The budget of simulated time or steps is used up.
    case budgetExceeded
}

package struct LogRequest: Sendable {
    package var namespace: String
    package var pod: String
    package var container: String
    package var previous = false
    /// Lines to skip, for a reader that follows.
    package var lineOffset = 0

    package init(namespace: String, pod: String, container: String) {
        self.namespace = namespace
        self.pod = pod
        self.container = container
    }
}

package struct LogChunk: Sendable {
    package struct Line: Sendable {
        package var time: Instant
        package var text: String

        package init(time: Instant, text: String) {
            self.time = time
            self.text = text
        }
    }

    package var lines: [Line]
    /// The container still runs, so that more may come.
    package var canContinue: Bool

    package init(lines: [Line], canContinue: Bool) {
        self.lines = lines
        self.canContinue = canContinue
    }
}

package struct ExecRequest: Sendable {
    package var namespace: String
    package var pod: String
    package var container: String
    package var command: [String]
    package var standardInput: [UInt8] = []
    package var isTerminal = false
    /// Someone types while it runs; otherwise `standardInput` is all there is.
    package var isTypedTo = false

    package init(namespace: String, pod: String, container: String, command: [String]) {
        self.namespace = namespace
        self.pod = pod
        self.container = container
        self.command = command
    }
}

package struct ExecResult: Sendable {
    package var standardOutput: [UInt8]
    package var standardError: [UInt8]
    package var exitCode: Int32

    package init(standardOutput: [UInt8], standardError: [UInt8], exitCode: Int32) {
        self.standardOutput = standardOutput
        self.standardError = standardError
        self.exitCode = exitCode
    }
}

/// A command that was begun in a container.
package struct ExecID: Hashable, Sendable {
    package let number: Int

    package init(number: Int) {
        self.number = number
    }
}

/// What someone types to a command in a container.
package enum ExecInput: Hashable, Sendable {
    case bytes([UInt8])
    /// Ctrl-D
    case end
    /// Ctrl-C
    case interrupt
}

/// How far a command has come that someone types to.
package struct ExecStep: Sendable {
    /// What it has printed since the step before, both streams in the order of printing.
    package var output: [UInt8]
    package var state: State

    package enum State: Hashable, Sendable {
        case ended(exitCode: Int32)
        /// It waits for a line; the prompt is its own and empty for most commands.
        case waiting(ExecID, prompt: String)
    }

    package init(output: [UInt8], state: State) {
        self.output = output
        self.state = state
    }
}
