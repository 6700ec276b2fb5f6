import KubeModel
package import Kubectl
package import Shell
package import Simulation

/// What the shell of a lab stands in: the cluster behind kubectl, the files, and the terminal.
package struct LabHost: ShellHost, Sendable {
    /// Lent to kubectl while a command runs, so that there is never a second copy to keep apart.
    private var ownCluster: Cluster?
    package var files: LabFiles
    package var configuration: Kubeconfig
    package var settings: LabSettings
    /// What was wrong with the last manifest, for the line of help below kubectl's own words.
    package var lastProblem: ManifestProblem?
    /// The manifests that the last kubectl command has read.
    package var lastManifests: [ManifestText] = []
    /// The last command was ended by Ctrl-C.
    package var wasInterrupted = false
    /// A command watched or followed something until that ended.
    package var hasFollowed = false
    /// A wait that ran out of its budget, with what was still moving.
    package var exceeded: [String]?

    package init(cluster: Cluster, files: LabFiles, configuration: Kubeconfig = .eks, settings: LabSettings) {
        ownCluster = cluster
        self.files = files
        self.configuration = configuration
        self.settings = settings
    }
}

/// What a lab takes from whoever runs it.
package struct LabSettings: Sendable {
    /// Takes what reaches the terminal.
    package var write: @Sendable ([UInt8], OutputStream) -> Void
    package var pacing: Pacing
    /// `get pods` works as `kubectl get pods`.
    package var allowsBareVerbs: Bool
    package var isInteractive: Bool
    /// What one command costs on the simulated clock.
    package var commandDuration: Duration
    /// The journal does not say how its last command ended: what it watched is not watched again, as that may never end.
    package var stopsFollowing = false
    /// Opens the user's editor on a text; `nil` where there is none.
    package var edit: (@Sendable ([UInt8]) -> [UInt8]?)?
    /// Asks for a line at the keyboard while a command runs; `nil` where nobody types.
    package var type: (@Sendable (_ prompt: String) -> Typing)?

    package init(
        write: @escaping @Sendable ([UInt8], OutputStream) -> Void, pacing: Pacing = .unattended,
        allowsBareVerbs: Bool = false, isInteractive: Bool = false, commandDuration: Duration = .milliseconds(100),
        edit: (@Sendable ([UInt8]) -> [UInt8]?)? = nil, type: (@Sendable (_ prompt: String) -> Typing)? = nil
    ) {
        self.write = write
        self.pacing = pacing
        self.allowsBareVerbs = allowsBareVerbs
        self.isInteractive = isInteractive
        self.commandDuration = commandDuration
        self.edit = edit
        self.type = type
    }
}

extension LabHost {
    package var cluster: Cluster {
        get {
            guard let ownCluster else { preconditionFailure("the cluster is lent to a running command") }
            return ownCluster
        }
        _modify {
            guard var cluster = ownCluster.take() else {
                preconditionFailure("the cluster is lent to a running command")
            }
            defer { ownCluster = cluster }
            yield &cluster
        }
    }

    package var secondsSinceEpoch: Double {
        Double(cluster.now.microseconds) / 1_000_000
    }

    package mutating func write(_ bytes: [UInt8], to stream: OutputStream) {
        settings.write(bytes, stream)
    }

    package var commandNames: [String] { [FaultCommand.name, "k", "kubectl"] }

    package mutating func run(_ call: CommandCall, output: inout CommandOutput) -> CommandResult? {
        if call.name == FaultCommand.name {
            let namespace = configuration.namespace
            return .exited(FaultCommand.run(call, cluster: &cluster, namespace: namespace, output: &output))
        }
        guard let arguments = kubectlArguments(of: call) else { return nil }
        // A watch in the background has shown what there was; it stays until somebody ends it.
        if call.isInBackground, call.attempt > 0, Self.follows(arguments) { return .sleeping(seconds: 3600) }
        let code = runKubectl(arguments, call, output: &output)
        // A command that Ctrl-C has ended never comes back, so that nothing behind it runs before the shell hears of it.
        return wasInterrupted ? .sleeping(seconds: 0.001) : .exited(code)
    }

    /// The words after `kubectl`, when the call is one.
    private func kubectlArguments(of call: CommandCall) -> [String]? {
        if call.name == "kubectl" || call.name == "k" { return call.arguments }
        guard settings.allowsBareVerbs, Kubectl.verbs.contains(call.name) else { return nil }
        return [call.name] + call.arguments
    }

    private mutating func runKubectl(_ arguments: [String], _ call: CommandCall, output: inout CommandOutput) -> Int32 {
        let pacing = pacing(for: arguments)
        guard let cluster = ownCluster.take() else { preconditionFailure("kubectl runs already") }
        hasFollowed = hasFollowed || Self.follows(arguments)
        var connection = SimulatedConnection(cluster: cluster, pacing: pacing)
        connection.end = end(of: call, arguments, now: cluster.now)
        let terminal = settings.isInteractive ? safeTerminal : settings.write
        var context = KubectlContext(
            connection: connection, files: files, configuration: configuration, standardInput: call.standardInput,
            environment: call.environment, workingDirectory: call.workingDirectory, output: output,
            isInteractive: settings.isInteractive,
            flush: { output in
                guard !output.isCaptured else { return }
                for chunk in output.chunks {
                    terminal(chunk.bytes, chunk.stream == .standardError ? output.errorTarget : .standardOutput)
                }
                output = CommandOutput(isCaptured: false, errorTarget: output.errorTarget)
            },
            edit: settings.edit, type: settings.type)
        context.descriptorContents = call.descriptorContents
        let code = Kubectl.run(arguments, in: &context)
        context.flushOutput()
        output = context.output
        configuration = context.configuration
        lastProblem = context.lastProblem
        lastManifests = context.manifestsRead
        takeBack(&context)
        self.cluster.run(until: self.cluster.now + settings.commandDuration)
        return code
    }

    /// The terminal for texts of objects: what they hold moves no cursor and changes no colour.
    private var safeTerminal: @Sendable ([UInt8], OutputStream) -> Void {
        let write = settings.write
        return { bytes, stream in write(Array(String(decoding: bytes, as: UTF8.self).withoutControls.utf8), stream) }
    }

    private mutating func takeBack(_ context: inout KubectlContext) {
        if let files = context.files as? LabFiles { self.files = files }
        guard let connection = context.connection as? SimulatedConnection else {
            preconditionFailure("kubectl returned another connection than it was given")
        }
        exceeded = connection.exceeded ?? exceeded
        wasInterrupted = connection.wasInterrupted
        ownCluster = connection.cluster
    }

    /// Watching and following go with the clock on the wall when a person looks on; every other wait jumps.
    private func pacing(for arguments: [String]) -> Pacing {
        if settings.stopsFollowing, Self.follows(arguments) { return .replay(Interruption(time: cluster.now)) }
        guard settings.isInteractive, case .follow(let sleep) = settings.pacing else { return settings.pacing }
        return Self.follows(arguments) ? settings.pacing : .jump(isInterrupted: { !sleep(.zero) })
    }

    /// When a command is ended from outside: at once what watches in the background, else when `timeout` says so.
    private func end(of call: CommandCall, _ arguments: [String], now: Instant) -> Instant? {
        if call.isInBackground, Self.follows(arguments) { return now }
        guard let deadline = call.deadline, deadline.isFinite else { return nil }
        let seconds = Double(now.microseconds) / 1_000_000
        return now + .microseconds(Int64((min(max(deadline - seconds, 0), 4e8) * 1_000_000).rounded(.up)))
    }

    private static func follows(_ arguments: [String]) -> Bool {
        let isFile = arguments.first.map { ["apply", "create", "delete", "replace", "diff"].contains($0) } ?? false
        return !isFile
            && arguments.contains { ["-w", "--watch", "--watch-only", "-f", "--follow", "--watch=true"].contains($0) }
    }
}
