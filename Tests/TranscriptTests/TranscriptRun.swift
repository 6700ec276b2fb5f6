import Foundation
import KubeModel
import KubeNodes
import Shell
import Simulation
import Synchronization
import Workbook

/// Types the commands of a recording into a new cluster and keeps what each printed.
struct TranscriptRun {
    private let screen = Screen()
    private var lab: Lab

    init(_ recording: Recording) throws {
        let (profile, nodeCount) = recording.cluster
        try self.init(profile: profile, nodeCount: nodeCount)
    }

    init(profile: ClusterProfile, nodeCount: Int) throws {
        let cluster = try Cluster(
            ClusterConfiguration(
                profile: profile, nodeCount: nodeCount, start: Instant(seconds: 1_767_603_600),
                images: Self.images.get()
            ))
        let screen = screen
        var files = MemoryFileSystem(root: .folder())
        files.mount(.folder(), at: "/work")
        files.mount(.folder(), at: "/tmp")
        let host = LabHost(
            cluster: cluster, files: .memory(files),
            settings: LabSettings(write: { bytes, _ in screen.add(bytes) }))
        lab = Lab(host: host, shell: Shell(configuration: .lab(workingDirectory: "/work")))
    }

    /// What the terminal received since it was last asked.
    private final class Screen: Sendable {
        private let bytes = Mutex<[UInt8]>([])

        func add(_ piece: some Sequence<UInt8>) { bytes.withLock { $0 += piece } }

        func take() -> String {
            bytes.withLock { bytes in
                defer { bytes = [] }
                return String(decoding: bytes, as: UTF8.self)
            }
        }
    }

    private static let images = Result {
        let folder = Recording.repository.appending(path: "Manifests/images")
        return try ImageCatalog(
            files: Recording.names(in: folder, suffix: ".yaml").map { name in
                let url = folder.appending(path: name + ".yaml")
                return (name: name + ".yaml", text: try String(contentsOf: url, encoding: .utf8))
            })
    }
}

extension TranscriptRun {
    /// What one shell printed for each command; a command that the shell did not come to has no code.
    mutating func answers(to commands: [Transcript.Command]) -> [Transcript.Command] {
        let script = commands.map { $0.text + "\necho \"\(Self.mark)$?\"\n" }.joined()
        let result = lab.run(script)
        var pieces = screen.take().components(separatedBy: Self.mark)
        var output = pieces.removeFirst()
        return commands.map { command in
            guard !pieces.isEmpty else {
                return Transcript.Command(text: command.text, output: ["<\(result)>"], exitCode: -1)
            }
            let piece = pieces.removeFirst()
            let code = Int32(piece.prefix { $0.isNumber }) ?? -1
            defer { output = String(piece.drop { $0.isNumber }.dropFirst()) }
            return Transcript.Command(text: command.text, output: Transcript.lines(of: output), exitCode: code)
        }
    }

    /// Printed after each command, with its exit code.
    private static let mark = "<<<answered>>>"
}
