import Foundation
import Shell
import Testing

@testable import Kubectl

/// Recordings of a real kubectl whose commands need no more than an API server.
struct RecordingTests {
    /// One command of a recording with what it printed.
    struct Step {
        var command: String
        /// The lines of a here-document.
        var document: [String] = []
        var output: [String] = []
        var code: Int32 = 0
    }

    static func steps(of name: String) throws -> [Step] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        var steps: [Step] = []
        for line in text.components(separatedBy: "\n") where !line.hasPrefix("# ") {
            if line.hasPrefix("$ ") {
                steps.append(Step(command: String(line.dropFirst(2))))
            } else if steps.isEmpty {
                continue
            } else if line.hasPrefix("> "), steps[steps.count - 1].output.isEmpty {
                steps[steps.count - 1].document.append(String(line.dropFirst(2)))
            } else if let code = Int32(line.dropFirst().dropLast()), line == "[\(code)]" {
                steps[steps.count - 1].code = code
            } else {
                steps[steps.count - 1].output.append(line)
            }
        }
        return steps
    }

    @Test(arguments: [
        "typos-and-bad-flags.t", "dry-run-policies.t", "dry-run-workloads.t", "client-generators.t",
        "client-arguments.t", "client-local.t", "client-configuration.t",
    ])
    func `answers as recorded`(name: String) throws {
        var world = TestWorld()
        for step in try Self.steps(of: name) {
            let (text, code) = try Self.run(step, in: &world)
            #expect(
                Self.trimmed(text.components(separatedBy: "\n")) == Self.trimmed(step.output),
                "\(name): \(step.command)")
            #expect(code == step.code, "\(name): \(step.command)")
        }
    }

    private static func trimmed(_ lines: [String]) -> [String] {
        Array(lines.reversed().drop { $0.isEmpty }.reversed())
    }

    /// Runs what these recordings use of a shell: kubectl, `cat FILE`, `cat > FILE <<'X'` and `> FILE`.
    private static func run(_ step: Step, in world: inout TestWorld) throws -> (text: String, code: Int32) {
        var words = TestWorld.words(step.command)
        if words.first == "cat" {
            if let target = words.firstIndex(of: ">") {
                let text = step.document.dropLast().map { $0 + "\n" }.joined()
                try world.context.files.write(Array(text.utf8), to: "/work/\(words[target + 1])", append: false)
                return ("", 0)
            }
            return (String(decoding: try world.context.files.read("/work/\(words[1])"), as: UTF8.self), 0)
        }
        words.removeFirst()
        guard let target = words.firstIndex(of: ">") else { return world.run(words) }
        let (text, code) = world.run(Array(words[..<target]))
        try world.context.files.write(Array(text.utf8), to: "/work/\(words[target + 1])", append: false)
        return ("", code)
    }
}
