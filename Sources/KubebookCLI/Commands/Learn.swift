import ArgumentParser
import Workbook

/// Opens a lesson at the prompt.
struct Learn: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn", abstract: "Open a lesson at the prompt.")

    @OptionGroup var language: LanguageOption

    @Argument(
        help: ArgumentHelp(
            "The lesson by name or number; the next unfinished one when nothing is named.", valueName: "lesson"))
    var lesson: String?

    func run() throws {
        var book = try OpenBook(language: language.choice)
        try book.learn(book.lessonToOpen(lesson))
    }
}

/// Opens the workbook where it was left.
struct OpenWorkbook: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workbook", abstract: "The list of lessons, then the prompt, where you left off.",
        shouldDisplay: false)

    @OptionGroup var language: LanguageOption

    func run() throws {
        var book = try OpenBook(language: language.choice)
        book.greet()
        try book.learn(book.lessonToOpen(nil))
    }
}
