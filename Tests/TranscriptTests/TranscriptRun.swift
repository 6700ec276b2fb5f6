import Foundation
import KubeModel
import KubeNodes
import Shell
import Simulation
import Synchronization
import Workbook

/// Types the commands of a recording into a new cluster and keeps what each printed.
struct TranscriptRun {
    let profile: ClusterProfile

    struct Answer {
        var output: [String]
        var code: Int32
    }

    /// What the terminal received so far.
    private final class Screen: Sendable {
        let bytes = Mutex<[UInt8]>([])

        func take() -> String {
            bytes.withLock { bytes in
                defer { bytes = [] }
                return String(decoding: bytes, as: UTF8.self)
            }
        }
    }

    func run(_ transcript: Transcript) throws -> [Answer] {
        let screen = Screen()
        var lab = try newLab(screen)
        return transcript.steps.map { step in
            let result = lab.run(step.command + "\n")
            var lines = screen.take().components(separatedBy: "\n")
            lines.removeTrailingEmptyLines()
            guard case .finished(let code) = result else {
                return Answer(output: lines + ["<\(result)>"], code: -1)
            }
            return Answer(output: lines, code: code)
        }
    }

    private func newLab(_ screen: Screen) throws -> Lab {
        let cluster = try Cluster(
            ClusterConfiguration(
                profile: profile, nodeCount: profile == .bare ? 1 : 3, start: Instant(seconds: 1_767_603_600),
                images: Self.images()))
        let host = LabHost(
            cluster: cluster, files: .memory(MemoryFileSystem()),
            settings: LabSettings(write: { bytes, _ in screen.bytes.withLock { $0 += bytes } }))
        return Lab(host: host, shell: Shell(configuration: .lab(workingDirectory: "/")))
    }

    private static func images() throws -> ImageCatalog {
        let folder = TranscriptTests.root.appending(path: "Manifests/images")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
            .sorted()
        return try ImageCatalog(
            files: names.map { name in
                (name: name, text: try String(contentsOf: folder.appending(path: name), encoding: .utf8))
            })
    }
}
