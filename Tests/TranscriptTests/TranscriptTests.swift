import Foundation
import Testing
import Workbook

/// Every recording is typed into a new cluster; what is printed must be what the real one printed.
struct TranscriptTests {
    private static let known = Result {
        try KnownDifferences(
            String(contentsOf: Recording.tests.appending(path: "known-differences.txt"), encoding: .utf8))
    }

    @Test func `every folder has its recordings`() {
        let counts = Dictionary(grouping: Recording.all(), by: \.folder).mapValues(\.count)
        #expect(counts == ["apply": 19, "cli": 18, "lifecycle": 20, "platform": 19, "workloads": 19])
    }

    @Test func `known differences are of recordings that there are`() throws {
        let known = try Self.known.get()
        let found = try Recording.all().reduce(0) { sum, recording in
            try sum
                + recording.transcript().commands.indices.count {
                    known.reason(recording.description, $0 + 1) != nil
                }
        }
        #expect(found == known.count)
    }

    @Test(arguments: Recording.all())
    func `answers as the real cluster did`(recording: Recording) throws {
        let known = try Self.known.get()
        let normalizer = TranscriptNormalizer()
        var run = try TranscriptRun(recording)
        let commands = try recording.transcript().commands
        for (index, (wanted, found)) in zip(commands, run.answers(to: commands)).enumerated() {
            let difference = difference(wanted, found, normalizer)
            let place = "\(recording) \(index + 1): $ \(wanted.text)"
            if known.reason(recording.description, index + 1) == nil {
                #expect(difference == nil, "\(place)\n\(difference ?? "")")
            } else {
                #expect(difference != nil, "\(place)\nno longer differs: take it out of known-differences.txt")
            }
        }
    }

    private func difference(
        _ wanted: Transcript.Command, _ found: Transcript.Command, _ normalizer: TranscriptNormalizer
    ) -> String? {
        let wantedLines = normalizer.normalized(wanted.output)
        let foundLines = normalizer.normalized(found.output)
        guard wantedLines != foundLines || wanted.exitCode != found.exitCode else { return nil }
        let lines = foundLines.difference(from: wantedLines).map { change in
            switch change {
            case .insert(_, let line, _): "+ \(line)"
            case .remove(_, let line, _): "- \(line)"
            }
        }
        return (lines + ["exit code \(found.exitCode), recorded \(wanted.exitCode)"]).joined(separator: "\n")
    }
}
