import ArgumentParser
import Foundation

/// From the process's arguments to its exit code.
package enum CommandLineTool {
    package static func main() {
        var arguments = Array(CommandLine.arguments.dropFirst())
        if CommandLine.arguments.first?.split(separator: "/").last == "kubectl" { arguments.insert("kubectl", at: 0) }
        do {
            var command = try Kubebook.parseAsRoot(arguments)
            try command.run()
            Terminal.standard.flush()
        } catch {
            Kubebook.leave(with: error)
        }
    }
}

extension Kubebook {
    /// Prints what went wrong and ends the process with the exit code of the design.
    static func leave(with error: any Error) -> Never {
        if let failure = error as? CommandFailure {
            Terminal.standard.writeError("kubebook: \(failure.message)\n")
            Terminal.standard.flush()
            Foundation.exit(failure.code.rawValue)
        }
        Terminal.standard.flush()
        let code = exitCode(for: error)
        guard code == .validationFailure else { Self.exit(withError: error) }
        Terminal.standard.writeError(fullMessage(for: error) + "\n")
        Terminal.standard.flush()
        Foundation.exit(ExitStatus.usage.rawValue)
    }
}

/// The exit codes of every command.
enum ExitStatus: Int32 {
    case passed = 0
    case checkFailed = 1
    case usage = 2
    case invalidLesson = 3
    case unreadableSubmission = 4
    case budgetExceeded = 5
}

/// A failure of the command line itself: one sentence and an exit code.
struct CommandFailure: Error {
    var code: ExitStatus
    var message: String
}
