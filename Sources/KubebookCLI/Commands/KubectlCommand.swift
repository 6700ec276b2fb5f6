import ArgumentParser
import Foundation
import Shell
import Workbook

/// Runs one kubectl command against the free cluster that `play` keeps.
struct KubectlCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kubectl", abstract: "Run one kubectl command against the saved free cluster.",
        discussion: "The same when the program is called kubectl.")

    @Argument(parsing: .captureForPassthrough, help: ArgumentHelp("What follows kubectl.", valueName: "argument"))
    var arguments: [String] = []

    func run() throws {
        let book = try OpenBook(language: .english)
        let code = try book.runOnce(arguments)
        Terminal.standard.flush()
        throw ExitCode(code)
    }
}
