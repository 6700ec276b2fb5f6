import Documents
import Foundation
import KubeAPI
import Testing

/// Manifests with one thing spoilt, and what a real server says to each.
struct RecordedValidationTests {
    /// Files with the number of answers that are the recorded ones; the numbers only rise.
    static let reached: [(file: String, count: Int)] = {
        let url = Recording.folder.appending(path: "validation/reached.txt")
        let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map { line in
            let words = line.split(separator: " ")
            return (String(words[0]), Int(words[1]) ?? 0)
        }
    }()

    @Test func `every recording has its number`() throws {
        #expect(try Recording.names(in: "validation") == Self.reached.map(\.file))
    }

    @Test(arguments: reached) func `answers as recorded`(file: String, count: Int) throws {
        let recording = try Recording("validation", file)
        var same = 0
        var differences: [String] = []
        let command = CreateCommand()
        for step in recording.steps where !step.isAnsweredByKubectl {
            let manifest = try JSON.parse(step.document)
            let actual = command.output(of: manifest).masked
            if actual == step.expected.masked {
                same += 1
            } else {
                differences.append("\(file): \(step.note)\n  want \(step.expected)\n  have \(actual)")
            }
        }
        if let path = ProcessInfo.processInfo.environment["VALIDATION_REPORT"] {
            try differences.joined(separator: "\n").appending("\n")
                .write(toFile: "\(path)/\(file).diff", atomically: true, encoding: .utf8)
            try "\(same) \(same + differences.count)\n"
                .write(toFile: "\(path)/\(file).count", atomically: true, encoding: .utf8)
        }
        #expect(same >= count, "\(differences.prefix(5).joined(separator: "\n"))")
    }
}

extension RecordedStep {
    /// kubectl finds no kind in the manifest and asks no server about the object.
    fileprivate var isAnsweredByKubectl: Bool {
        ["resource mapping not found", "Object 'Kind' is missing", "error validating", "(NotFound)"]
            .contains { expected.contains($0) }
    }
}

extension String {
    /// The same text with a uid in place of every name that is one.
    var masked: String {
        replacing(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/, with: "UID")
    }
}
