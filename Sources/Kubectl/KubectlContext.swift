package import KubeAPI
import KubeModel
package import Shell

/// The world in which kubectl runs: its cluster, its files, what it reads and what it prints.
package struct KubectlContext {
    package var connection: any ClusterConnection
    package var files: any FileSystem
    package var configuration: Kubeconfig
    /// What a pipe or a here-document gives; `nil` when standard input is the shell's own.
    package var standardInput: [UInt8]?
    /// What descriptors of the shell hold, by number, for paths such as `/dev/fd/63`.
    package var descriptorContents: [Int: [UInt8]] = [:]
    package var environment: [(name: String, value: String)]
    package var workingDirectory: String
    package var output: CommandOutput
    package var isInteractive: Bool
    /// Hands on what was printed so far, for commands that print over time.
    package var flush: (inout CommandOutput) -> Void
    /// Lets the user change a text; `nil` when there is no editor.
    package var edit: (([UInt8]) -> [UInt8]?)?
    /// Asks for a line at the terminal, behind a prompt; `nil` when nobody types.
    package var type: ((_ prompt: String) -> Typing)?
    /// What was wrong with the last manifest that did not parse or decode.
    package var lastProblem: ManifestProblem?
    /// The manifests that the last command has read, for help about what is wrong with them.
    package internal(set) var manifestsRead: [ManifestText] = []
    /// The ports that `port-forward` has opened.
    package var portForwards: [PortForward] = []
    /// The command line that runs now.
    var call = Call()

    package init(
        connection: any ClusterConnection, files: any FileSystem, configuration: Kubeconfig,
        standardInput: [UInt8]? = nil, environment: [(name: String, value: String)] = [],
        workingDirectory: String = "/", output: CommandOutput, isInteractive: Bool = false,
        flush: @escaping (inout CommandOutput) -> Void = { _ in }, edit: (([UInt8]) -> [UInt8]?)? = nil,
        type: ((_ prompt: String) -> Typing)? = nil
    ) {
        self.connection = connection
        self.files = files
        self.configuration = configuration
        self.standardInput = standardInput
        self.environment = environment
        self.workingDirectory = workingDirectory
        self.output = output
        self.isInteractive = isInteractive
        self.flush = flush
        self.edit = edit
        self.type = type
    }
}

/// One command line, taken apart.
struct Call: Sendable {
    var command: Command = Command.root
    /// `kubectl create deployment`
    var path = "kubectl"
    var flags = ParsedFlags()
    var arguments: [String] = []
    /// How many arguments came before `--`.
    var dashIndex: Int?
    /// All words after `kubectl`, as they were typed.
    var words: [String] = []
    var namespace = "default"
    /// The namespace was named on the command line, so manifests must agree with it.
    var isNamespaceExplicit = false
    var user = UserInfo.admin
    /// Warnings of the server that were shown, each once.
    var warnings: Set<String> = []
}

extension KubectlContext {
    var flags: ParsedFlags { call.flags }
    var arguments: [String] { call.arguments }
    var namespace: String { call.namespace }
    var now: Instant { connection.now }

    mutating func writeLine(_ line: String) {
        output.write(line + "\n")
    }

    mutating func write(_ text: String) {
        output.write(text)
    }

    mutating func printError(_ line: String) {
        output.write(line + "\n", to: .standardError)
    }

    mutating func warn(_ sentence: String) {
        printError("Warning: \(sentence)")
    }

    /// Hands on what was printed so far, unless someone waits for all of it.
    package mutating func flushOutput() {
        flush(&output)
    }

    func variable(_ name: String) -> String? {
        environment.last { $0.name == name }?.value
    }
}

extension KubectlContext {
    /// Sends a request as the current user and shows the warnings that come back.
    mutating func send(_ request: APIRequest) throws(KubectlError) -> APIResponse {
        var request = request
        request.user = call.user
        try checkName(of: request)
        if request.resource.version.isEmpty { throw .server(.unknownResource) }
        do {
            let response = try connection.send(request)
            show(response.warnings)
            return response
        } catch {
            show(request.resource.deprecationWarnings)
            throw .server(error)
        }
    }

    private mutating func show(_ warnings: [String]) {
        for warning in warnings where call.warnings.insert(warning).inserted { warn(warning) }
    }

    /// The client's own rules for names in addresses.
    ///
    /// Source: `k8s.io/client-go/rest` `Request.Name`, `k8s.io/apimachinery/pkg/api/validation/path`.
    private func checkName(of request: APIRequest) throws(KubectlError) {
        switch request.verb {
        case .list, .watch, .create, .deletecollection: return
        case .get, .update, .patch, .delete: break
        }
        let name = request.name
        if name.isEmpty { throw .message("resource name may not be empty") }
        if name == "." || name == ".." {
            throw .message("invalid resource name \(name.goQuoted): [may not be '\(name)']")
        }
        let bad = ["/", "%"].filter(name.contains).map { "may not contain '\($0)'" }
        if !bad.isEmpty { throw .message("invalid resource name \(name.goQuoted): [\(bad.joined(separator: ", "))]") }
    }
}
