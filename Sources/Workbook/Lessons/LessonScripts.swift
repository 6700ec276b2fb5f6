/// The shell scripts of a lesson, by which it is proved.
package struct LessonScripts: Hashable, Sendable {
    package var solution = SolutionScript()
    /// Other ways that must pass as well.
    package var alternatives: [NamedScript] = []
    package var wrong: [WrongScript] = []
    /// Manifests that are applied before the learner begins.
    package var start: [NamedScript] = []

    package init() {}
}

package struct NamedScript: Hashable, Sendable {
    /// The path within the lesson's folder: `alternatives/imperative.sh`.
    package let name: String
    package let text: String

    package init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}

/// A script that must fail, with the check that finds it out.
///
///     # fails: replicas
///     # mistake: wrong-namespace
package struct WrongScript: Hashable, Sendable {
    package let name: String
    package let text: String
    package let failingCheck: String
    /// The section that must explain it.
    package let mistake: String?

    package init(name: String, text: String, failingCheck: String, mistake: String? = nil) {
        self.name = name
        self.text = text
        self.failingCheck = failingCheck
        self.mistake = mistake
    }
}

/// The solution in parts, one for each step, each begun by a line `# step: ID`.
package struct SolutionScript: Hashable, Sendable {
    package struct Part: Hashable, Sendable {
        package let step: String
        package let text: String
        package let line: Int
    }

    /// What comes before the first part.
    package let preamble: String
    package let parts: [Part]

    package init() {
        preamble = ""
        parts = []
    }

    package init(_ text: String) {
        var preamble = ""
        var parts: [(step: String, text: String, line: Int)] = []
        let whole = text.hasSuffix("\n") ? text.dropLast() : text[...]
        for (index, line) in whole.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if let step = scriptNote("step", in: line) {
                parts.append((step, "", index + 1))
            } else if parts.isEmpty {
                preamble += line + "\n"
            } else {
                parts[parts.count - 1].text += line + "\n"
            }
        }
        self.preamble = preamble
        self.parts = parts.map { Part(step: $0.step, text: $0.text, line: $0.line) }
    }
}

extension SolutionScript {
    package var text: String { preamble + parts.map(\.text).joined() }

    package func part(_ step: String) -> Part? { parts.first { $0.step == step } }

    /// The whole without one step.
    package func text(without step: String) -> String {
        preamble + parts.filter { $0.step != step }.map(\.text).joined()
    }

    /// Everything before a step, and with `including` that step as well.
    package func text(before step: String, including: Bool = false) -> String {
        let before = parts.prefix { $0.step != step }
        return preamble + before.map(\.text).joined() + (including ? part(step)?.text ?? "" : "")
    }
}

/// The value of a comment line such as `# step: scale`.
func scriptNote(_ name: String, in line: some StringProtocol) -> String? {
    let mark = "# \(name):"
    guard line.hasPrefix(mark) else { return nil }
    let value = line.dropFirst(mark.count).filter { !$0.isWhitespace }
    return value.isEmpty ? nil : String(value)
}
