/// A command of the step has printed something: the learner has looked at it.
package struct PrintedCheck: Hashable, Sendable {
    /// What the command line must contain; `nil` for any command.
    package let by: TextPattern?
    package let text: TextPattern

    package init(by: TextPattern? = nil, text: TextPattern) {
        self.by = by
        self.text = text
    }
}

/// A command that was run, with what it printed on both streams.
package struct CommandRecord: Hashable, Sendable {
    package let text: String
    package let output: String
    package let exitCode: Int32

    package init(text: String, output: String, exitCode: Int32) {
        self.text = text
        self.output = output
        self.exitCode = exitCode
    }
}

extension PrintedCheck {
    /// Output beyond this many characters is not searched.
    private static let outputLimit = 200_000

    func isSatisfied(by command: CommandRecord) -> Bool {
        (by?.matches(command.text) ?? true) && text.matches(String(command.output.prefix(Self.outputLimit)))
    }

    var findings: [Finding] {
        let subject = ObjectName(kind: "", namespace: "", name: "")
        return [Finding(subject: subject, problem: .neverPrinted(self))]
    }
}
