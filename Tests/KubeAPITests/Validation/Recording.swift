import Foundation

/// One command of a recorded session with its here-document and what came back.
struct RecordedStep {
    var note = ""
    var command: String
    var hereDocument: [String] = []
    var output: [String] = []

    var expected: String { output.joined(separator: "\n") }
}

/// A recorded session from the fixtures: `$ ` begins a command, `> ` continues it, the rest is its output.
struct Recording {
    let name: String
    let steps: [RecordedStep]

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures")

    static func names(in area: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: area).path)
            .filter { $0.hasSuffix(".t") }.sorted()
    }

    init(_ area: String, _ name: String) throws {
        self.name = name
        let text = try String(contentsOf: Self.folder.appending(path: "\(area)/\(name)"), encoding: .utf8)
        var steps: [RecordedStep] = []
        var note = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("$ ") {
                steps.append(RecordedStep(note: note, command: String(line.dropFirst(2))))
                note = ""
            } else if line.hasPrefix("# ") {
                note = String(line.dropFirst(2))
            } else if !steps.isEmpty {
                steps[steps.count - 1].add(line)
            }
        }
        self.steps = steps
    }
}

extension RecordedStep {
    fileprivate mutating func add(_ line: String) {
        if output.isEmpty, line.hasPrefix("> ") || line == ">" {
            hereDocument.append(String(line.dropFirst(2)))
        } else if !line.isEmpty,
            !(line.hasPrefix("[") && line.hasSuffix("]") && Int(line.dropFirst().dropLast()) != nil)
        {
            output.append(line)
        }
    }

    /// The document without the word that ends it.
    var document: String { hereDocument.dropLast().joined(separator: "\n") }
}
