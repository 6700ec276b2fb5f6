import ArgumentParser
import Workbook

/// The checks of the lesson in hand, from outside the prompt.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "The checks of the lesson in hand, from outside the prompt.")

    @OptionGroup var language: LanguageOption

    @Argument(
        help: ArgumentHelp("The lesson by name or number; the one in hand when nothing is named.", valueName: "lesson"))
    var lesson: String?

    func run() throws {
        let book = try OpenBook(language: language.choice)
        let results = try book.results(of: book.lessonToOpen(lesson))
        let text = ResultText(language: language.choice, patience: .none)
        for result in results { Terminal.standard.write(text.lines(result).joined(separator: "\n") + "\n") }
        Terminal.standard.flush()
        if !results.allSatisfy(\.hasPassed) { throw ExitCode(ExitStatus.checkFailed.rawValue) }
    }
}

/// What is done.
struct ProgressCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "progress", abstract: "What is done.")

    @OptionGroup var language: LanguageOption

    @Flag(help: "The progress file as it is kept.")
    var json = false

    func run() throws {
        let progress = StateFolder().progress().progress
        guard !json else {
            Terminal.standard.write(progress.json)
            return
        }
        Terminal.standard.write(
            LessonList.page(try ContentFolder.find().soundCatalog(language.choice).catalog, progress, language.choice)
                .plainText)
    }
}
