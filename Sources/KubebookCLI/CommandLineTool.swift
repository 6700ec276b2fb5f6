import ArgumentParser
import Foundation
import Workbook

/// From the process's arguments to its exit code.
package enum CommandLineTool {
    package static func main() {
        var arguments = Array(CommandLine.arguments.dropFirst())
        if CommandLine.arguments.first?.split(separator: "/").last == "kubectl" { arguments.insert("kubectl", at: 0) }
        do {
            if let failure = UnknownCommand.failure(arguments) { throw failure }
            var command = try Kubebook.parseAsRoot(arguments)
            try command.run()
            Terminal.standard.flush()
        } catch {
            Kubebook.leave(with: error)
        }
    }
}

/// A first word that is no command is named, rather than taken as an argument of the command that no help lists.
enum UnknownCommand {
    static func failure(_ arguments: [String]) -> CommandFailure? {
        var words = arguments[...]
        var language: String?
        while let word = words.first, word == "--lang" || word.hasPrefix("--lang=") {
            words = words.dropFirst()
            language = word == "--lang" ? words.popFirst() : String(word.dropFirst("--lang=".count))
        }
        guard let word = words.first, !word.hasPrefix("-") else { return nil }
        let commands = Kubebook.configuration.subcommands.map { $0.configuration }
        let names = commands.compactMap(\.commandName) + ["help"]
        guard !names.contains(word) else { return nil }
        let shown = names.filter { name in !commands.contains { $0.commandName == name && !$0.shouldDisplay } }
        return .unknownCommand(
            word, nearest: nearestName(to: word, among: shown),
            language.flatMap(Language.init(rawValue:)) ?? LanguageOption.ofEnvironment)
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

    /// What was asked for could not be done.
    static let failed = checkFailed
}

/// A failure of the command line itself: one sentence and an exit code.
struct CommandFailure: Error {
    var code: ExitStatus
    var message: String
}
