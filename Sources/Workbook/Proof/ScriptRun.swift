/// What came of running a script in a fresh cluster of a lesson.
package struct ScriptRun: Hashable, Sendable {
    /// The commands at the top of the script, in order.
    package var commands: [CommandRecord]
    /// The results of all checks of the lesson at the end.
    package var results: [CheckResult]
    /// The sections of all mistakes that were recognised on the way or at the end.
    package var mistakes: [String]
    /// Why the run did not come to its end, such as an exceeded budget.
    package var problem: String?
    /// What the commands have printed on standard error.
    package var complaints = Complaints()

    package init(commands: [CommandRecord], results: [CheckResult], mistakes: [String] = [], problem: String? = nil) {
        self.commands = commands
        self.results = results
        self.mistakes = mistakes
        self.problem = problem
    }
}

extension ScriptRun {
    package var hasPassed: Bool { problem == nil && results.allSatisfy(\.hasPassed) && !results.isEmpty }

    /// The first check that has not passed.
    var firstMiss: CheckResult? { results.first { !$0.hasPassed } }
}
