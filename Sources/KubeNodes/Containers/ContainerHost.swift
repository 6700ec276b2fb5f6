import KubeAPI
import KubeModel
import Shell

/// The world around a shell in a container: its files, the simulated clock, the network, the image's own programs.
struct ContainerHost: ShellHost {
    var files: MemoryFileSystem
    let now: Instant
    /// The cluster as it stands while the shell runs.
    let fleet: NodeFleet
    let api: APIServer
    let origin: NodeFleet.Origin
    let image: ContainerImage?
    let tag: String
    /// What runs in the container already, for `ps`: the main process.
    let mainCommands: [String]
    /// The command line of this shell.
    let ownCommand: String
    /// The process number of this shell.
    let processID: Int
    let user: ContainerUser

    /// What was printed, in order.
    private(set) var output: [(stream: OutputStream, bytes: [UInt8])] = []
    /// What is to happen to others when the shell pauses.
    var effects: [Effect] = []
    /// How many connections were made, to spread them.
    var connections = 0

    enum Effect: Hashable, Sendable {
        /// A signal to the container's first process.
        case signal(String)
        case listen(ShellListener)
        /// A request that another container has answered.
        case request(slot: Int, container: Int)
        /// A program asks for ever more memory, or for so many bytes.
        case memory(bytes: Int)
    }

    init(
        files: MemoryFileSystem, now: Instant, fleet: NodeFleet, api: borrowing APIServer, origin: NodeFleet.Origin,
        image: ContainerImage?, tag: String, mainCommands: [String], ownCommand: String, processID: Int,
        user: ContainerUser
    ) {
        self.files = files
        self.now = now
        self.fleet = fleet
        self.api = copy api
        self.origin = origin
        self.image = image
        self.tag = tag
        self.mainCommands = mainCommands
        self.ownCommand = ownCommand
        self.processID = processID
        self.user = user
    }
}

extension ContainerHost {
    var secondsSinceEpoch: Double { Double(now.microseconds) / 1_000_000 }

    mutating func write(_ bytes: [UInt8], to stream: OutputStream) {
        output.append((stream, bytes))
    }

    var commandNames: [String] {
        (ContainerTools.names(for: image) + (image?.programs.keys.map { $0 } ?? [])).sorted()
    }

    /// Processes that the shell has not started itself are the container's.
    func overrides(_ name: String, arguments: [String]) -> Bool {
        if Self.isInsatiable(name, arguments) { return true }
        guard name == "kill", processID != 1 else { return false }
        return arguments.contains { Int($0).map { $0 > 0 && $0 < processID } ?? false }
    }

    /// `tail /dev/zero` keeps the last line in memory, and that line never ends.
    private static func isInsatiable(_ name: String, _ arguments: [String]) -> Bool {
        name == "tail" && arguments.contains { $0 == "/dev/zero" || $0 == "/dev/urandom" }
    }

    func readsStandardInput(_ name: String, arguments: [String]) -> Bool {
        name == "nc" || arguments.contains("-") || arguments.contains("@-")
    }

    mutating func run(_ call: CommandCall, output: inout CommandOutput) -> CommandResult? {
        let name = ProgramName.last(of: call.name)
        if Self.isInsatiable(name, call.arguments) {
            effects.append(.memory(bytes: .max))
            return .exited(137)
        }
        if let tool = ContainerTools.find(name, image) { return tool(&self, call, &output) }
        guard case .own(let answers, let service)? = image?.programs[name] else { return nil }
        if let answer = answers.first(where: { $0.arguments == call.arguments }) {
            output.write(fill(answer.standardOutput))
            output.write(fill(answer.standardError), to: .standardError)
            if answer.stopsMain { effects.append(.signal("QUIT")) }
            return .exited(answer.exitCode)
        }
        // A second copy of the container's own service waits for ever, as it would beside the first.
        return service == nil ? .exited(1) : .sleeping(seconds: 86_400)
    }

    private func fill(_ text: String) -> String { image?.text(text, tag: tag) ?? text }

    /// A connection that nobody has answered stays with the endpoint that it was sent to first, as the proxies do it.
    static func waitsInVain(_ call: CommandCall) -> Bool { call.attempt > 1 }

    /// Asks for a page, and counts the request where it is answered.
    mutating func fetch(_ address: WebAddress, _ request: HTTPRequestMessage, for call: CommandCall) -> HTTPAnswer {
        if Self.waitsInVain(call) {
            return .failure(.timedOut(address: self.address(of: address.host), port: address.port))
        }
        let origin = nextOrigin()
        let (answer, destination) = fleet.fetch(from: origin, address, request, api: api)
        if let destination { effects.append(.request(slot: destination.slot, container: destination.container)) }
        return answer
    }

    /// The address of a host whose name is known to resolve.
    func address(of name: String) -> String {
        do throws(NetworkFailure) {
            return try fleet.resolve(name, from: origin, api: api)
        } catch {
            return name
        }
    }

    /// The one who makes the next connection.
    mutating func nextOrigin() -> NodeFleet.Origin {
        connections += 1
        var origin = origin
        origin.attempt = connections
        return origin
    }
}
