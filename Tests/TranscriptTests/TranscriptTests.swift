import Foundation
import KubeModel
import KubeNodes
import Shell
import Simulation
import Synchronization
import Testing
import Workbook

/// Every recording is typed into a new cluster; what is printed must be what the real one printed.
struct TranscriptTests {
    struct Recording: Sendable, CustomStringConvertible {
        let folder: String
        let file: String

        var description: String { "\(folder)/\(file)" }
    }

    static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let recordings: [Recording] = {
        let folders = ["apply", "cli", "lifecycle", "platform", "workloads"]
        return folders.flatMap { folder -> [Recording] in
            let names =
                (try? FileManager.default.contentsOfDirectory(atPath: fixtures.appending(path: folder).path)) ?? []
            return names.filter { $0.hasSuffix(".t") }.sorted().map {
                Recording(folder: folder, file: String($0.dropLast(2)))
            }
        }
    }()

    @Test func `there are recordings of every folder`() {
        #expect(Set(Self.recordings.map(\.folder)).count == 5)
        #expect(Self.recordings.count > 80)
    }

    @Test(arguments: recordings)
    func `answers as the real cluster did`(recording: Recording) throws {
        let url = Self.fixtures.appending(path: recording.folder).appending(path: "\(recording.file).t")
        let transcript = try Transcript(contentsOf: url)
        let known = try KnownDifferences(
            contentsOf: Self.fixtures.deletingLastPathComponent().appending(path: "known-differences.txt")
        )
        .numbers(in: recording.description)
        let answers = try TranscriptRun(profile: recording.folder == "lifecycle" ? .bare : .hollow).run(transcript)
        let normaliser = try Normaliser()
        for (index, step) in transcript.steps.enumerated() {
            let wanted = normaliser.normalise(step.output)
            let found = normaliser.normalise(answers[index].output)
            let isSame = wanted == found && step.code == answers[index].code
            let isKnown = known.contains(index + 1)
            #expect(
                isSame || isKnown,
                "\(recording) command \(index + 1): $ \(step.command)\n\(Self.difference(wanted, step.code, found, answers[index].code))"
            )
            #expect(
                !(isSame && isKnown),
                "\(recording) command \(index + 1) no longer differs: take it out of known-differences.txt")
        }
    }

    private static func difference(_ wanted: [String], _ wantedCode: Int32, _ found: [String], _ foundCode: Int32)
        -> String
    {
        let changes = found.difference(from: wanted)
        let lines = changes.map { change -> String in
            switch change {
            case .insert(_, let line, _): "+ \(line)"
            case .remove(_, let line, _): "- \(line)"
            }
        }
        return (lines + ["exit code \(foundCode), recorded \(wantedCode)"]).joined(separator: "\n")
    }
}
