import ArgumentParser
import Foundation
import Workbook

/// Opens a free cluster at the prompt.
struct Play: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "play",
        abstract: "Open a free cluster at the prompt; it is kept until you begin a new one with --new.")

    @OptionGroup var language: LanguageOption
    @OptionGroup var options: ClusterOptions

    @Flag(help: "Begin with a new cluster; the old one is set aside.")
    var new = false

    @Argument(help: ArgumentHelp("Manifests to apply first.", valueName: "file"))
    var files: [String] = []

    func run() throws {
        let book = try OpenBook(language: language.choice)
        if new { book.setAsideFreeCluster() }
        let manifests = try files.map { name in
            (
                name: URL(filePath: name).lastPathComponent,
                bytes: try ScriptFile.bytes(name, code: .usage, language: language.choice)
            )
        }
        try book.play(options.header(over: book.freeClusterHeader()), manifests: manifests)
    }
}
