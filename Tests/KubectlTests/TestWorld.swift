import Documents
import KubeAPI
import KubeModel
import Shell
import Testing

@testable import Kubectl

/// An API server alone: objects are kept and checked, but nothing acts on them, and time only passes in waits.
struct BareCluster: ClusterConnection {
    var api = APIServer(now: Instant(seconds: 1_700_000_000), seed: 1)

    init() {
        for name in ["default", "kube-system"] {
            var request = APIRequest(.create, .namespaces)
            request.body = ["apiVersion": "v1", "kind": "Namespace", "metadata": ["name": .string(name)]]
            do { _ = try api.handle(request) } catch { Issue.record("namespace \(name): \(error)") }
        }
    }

    var now: Instant { api.now }
    var resources: ResourceRegistry { api.resources }

    mutating func send(_ request: APIRequest) throws(APIError) -> APIResponse { try api.handle(request) }

    func changes(to resource: ResourceType, since revision: Int64) throws(APIError) -> [ObjectChange] { [] }

    mutating func waitForChange(until deadline: Instant?) -> WaitOutcome {
        guard let deadline else { return .budgetExceeded }
        api.now = max(api.now, deadline)
        return .deadlineReached
    }

    mutating func log(_ request: LogRequest) throws(APIError) -> LogChunk { throw .unknownResource }
    mutating func execute(_ request: ExecRequest) throws(APIError) -> ExecResult { throw .unknownResource }
    mutating func begin(_ request: ExecRequest) throws(APIError) -> ExecStep { throw .unknownResource }
    mutating func type(_ input: ExecInput, to session: ExecID) throws(APIError) -> ExecStep { throw .unknownResource }
    mutating func pass(_ duration: Duration) { api.now = api.now + duration }
}

/// kubectl over a bare cluster and a few files.
struct TestWorld {
    var context: KubectlContext

    init(files: [String: String] = [:]) {
        var system = MemoryFileSystem(root: .folder())
        system.mount(.folder(), at: "/work")
        for (path, text) in files.sorted(by: { $0.key < $1.key }) {
            system.mount(.file(Array(text.utf8)), at: "/work/\(path)")
        }
        context = KubectlContext(
            connection: BareCluster(), files: system, configuration: .eks, workingDirectory: "/work",
            output: CommandOutput(isCaptured: true))
    }

    /// Runs a command line whose words are split at spaces; quotes keep words together.
    mutating func run(_ line: String, input: String? = nil) -> (text: String, code: Int32) {
        run(Self.words(line), input: input)
    }

    mutating func run(_ words: [String], input: String? = nil) -> (text: String, code: Int32) {
        context.output = CommandOutput(isCaptured: true)
        context.standardInput = input.map { Array($0.utf8) }
        let code = Kubectl.run(words, in: &context)
        return (context.output.chunks.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(), code)
    }

    static func words(_ line: String) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in line {
            switch (character, quote) {
            case (let mark, let open?) where mark == open: quote = nil
            case ("'", nil), ("\"", nil):
                quote = character
                word = word ?? ""
            case (" ", nil):
                if let done = word { words.append(done) }
                word = nil
            default: word = (word ?? "") + String(character)
            }
        }
        return words + (word.map { [$0] } ?? [])
    }
}

/// Checks what a command prints and how it ends.
func expectOutput(
    _ line: String, _ expected: String, code: Int32 = 0, files: [String: String] = [:], input: String? = nil,
    after setup: [String] = [], sourceLocation: SourceLocation = #_sourceLocation
) {
    var world = TestWorld(files: files)
    for command in setup {
        let (text, code) = world.run(command)
        #expect(code == 0, "\(command): \(text)", sourceLocation: sourceLocation)
    }
    let result = world.run(line, input: input)
    #expect(result.text == expected, sourceLocation: sourceLocation)
    #expect(result.code == code, sourceLocation: sourceLocation)
}
